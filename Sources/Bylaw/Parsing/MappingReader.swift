package import BylawSource
package import BylawYAML

/// A mapping with the keys of a ``Shape``. Making one reports unknown and missing keys; a null value counts as absent.
package struct MappingReader {
    package let nodes: NodeReader
    package let shape: Shape
    package let location: SourceLocation
    private let mapping: YAMLMapping

    /// Nil, and reported, where the node is no mapping.
    package init?(_ node: YAMLNode, _ shape: Shape, _ nodes: NodeReader) {
        guard let mapping = node.mapping else {
            nodes.expected("\(shape.name), which is a mapping", at: node)
            return nil
        }
        self.mapping = mapping
        self.shape = shape
        self.nodes = nodes
        location = nodes.location(of: node)
        let known = shape.keys.map(\.name)
        for entry in mapping.entries where !known.contains(where: { $0.isSameUTF8(as: entry.key.text) }) {
            nodes.problems.error(
                "unknown-key", "\(shape.name) has no key `\(entry.key.text)`",
                at: SourceLocation(nodes.file, entry.key.range),
                help: Spelling.suggestion(for: entry.key.text, in: known))
        }
        for key in shape.keys where key.isRequired && self[key.name] == nil && !isMisspelled(key.name) {
            nodes.problems.error("missing-key", "\(shape.name) needs `\(key.name)`", at: anchor(node))
        }
    }

    /// The value of a key, unless it is absent or null.
    package subscript(_ key: String) -> YAMLNode? {
        guard let node = mapping[key], !node.isNull else { return nil }
        return node
    }

    /// The value of a key as it was written, null too.
    package func written(_ key: String) -> YAMLNode? { mapping[key] }

    /// The whole number of a key, in the range that the shape gives it. A number outside of it is reported.
    package func integer(_ key: String) -> Located<Int>? {
        guard let node = self[key], let range = shape.range(of: key) else { return nil }
        return nodes.integer(node, in: range, "`\(key)`")
    }

    /// Whether the key was written at all.
    package func has(_ key: String) -> Bool { mapping[key] != nil }

    /// The place of a key, or of the whole mapping where it is absent.
    package func location(of key: String) -> SourceLocation {
        mapping.entries.first { $0.key.text.isSameUTF8(as: key) }
            .map { SourceLocation(nodes.file, $0.key.range) } ?? location
    }

    /// What to underline where something is missing: the mapping's first key, for a whole mapping is too much.
    private func anchor(_ node: YAMLNode) -> SourceLocation {
        guard let first = mapping.entries.first, !mapping.isFlow else { return nodes.location(of: node) }
        return SourceLocation(nodes.file, first.key.range)
    }

    /// The keys that were written and that the shape does not know; each was reported.
    package var unknownKeys: [String] {
        mapping.entries.map(\.key.text).filter { written in
            !shape.keys.contains { $0.name.isSameUTF8(as: written) }
        }
    }

    /// Whether a key that is not there is surely what an unknown one is meant to be. That it is missing need not be told
    /// then.
    package func isMisspelled(_ key: String) -> Bool {
        !has(key) && unknownKeys.contains { Spelling.nearest(to: $0, in: shape.keys.map(\.name)) == key }
    }

    /// The keys that were written, in the order written.
    package var writtenKeys: [String] { mapping.entries.map(\.key.text) }
}
