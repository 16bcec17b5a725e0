import Bylaw
import BylawSource
import BylawYAML

/// A request as YAML, put together from what a fixture shares and what a case says otherwise. Every part keeps the place
/// where it was written.
struct RequestTree {
    let file: SourceFile
    private(set) var root: YAMLNode

    /// `given` with each of `with` merged over it: mappings key by key, everything else replaced.
    init(_ given: YAMLNode?, with: [YAMLNode], file: SourceFile) {
        self.file = file
        let empty = YAMLNode(
            content: .mapping(YAMLMapping(entries: [], isFlow: true)), range: with.first?.range ?? SourceRange(0, 0))
        root = with.reduce(given ?? empty, Self.merged)
    }

    private static func merged(_ base: YAMLNode, _ over: YAMLNode) -> YAMLNode {
        guard let old = base.mapping, let new = over.mapping else { return over }
        var entries = old.entries
        for entry in new.entries {
            guard let index = entries.firstIndex(where: { $0.key.text.utf8.elementsEqual(entry.key.text.utf8) }) else {
                entries.append(entry)
                continue
            }
            // The key keeps the place of whoever spoke last, so that a problem shows the case and not what it overrides.
            entries[index] = .init(key: entry.key, value: merged(entries[index].value, entry.value))
        }
        return YAMLNode(content: .mapping(YAMLMapping(entries: entries, isFlow: new.isFlow)), range: over.range)
    }

    /// Removes what stands at a path (`resource.circle`). A path to nothing is a slip, and reported.
    mutating func remove(_ path: Located<String>, problems: Problems) {
        let names = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        do {
            root = try Self.removing(names[...], from: root)
        } catch {
            problems.error(
                "unknown-path", "there is no `\(path.value)` to remove: no `\(error.name)`", at: path.location,
                help: Spelling.suggestion(for: error.name, in: error.known))
        }
    }

    private struct NoSuchName: Error {
        let name: String
        let known: [String]
    }

    private static func removing(_ names: ArraySlice<String>, from node: YAMLNode) throws(NoSuchName) -> YAMLNode {
        guard let name = names.first else { return node }
        let known = node.mapping?.entries ?? []
        guard let index = known.firstIndex(where: { $0.key.text.utf8.elementsEqual(name.utf8) }) else {
            throw NoSuchName(name: name, known: known.map(\.key.text))
        }
        var entries = known
        if names.count == 1 {
            entries.remove(at: index)
        } else {
            entries[index] = .init(
                key: entries[index].key, value: try removing(names.dropFirst(), from: entries[index].value))
        }
        return YAMLNode(
            content: .mapping(YAMLMapping(entries: entries, isFlow: node.mapping?.isFlow ?? true)), range: node.range)
    }

    /// The place of what stands at a path, or of the last part on the way that is there; the key where there is one.
    func location(_ path: String) -> SourceLocation? {
        var node = root
        var range: SourceRange?
        for name in path.split(separator: ".") {
            if let entry = node.mapping?.entries.first(where: { $0.key.text.utf8.elementsEqual(name.utf8) }) {
                range = entry.value.mapping == nil && !entry.value.range.isEmpty ? entry.value.range : entry.key.range
                node = entry.value
            } else if let index = Int(name), let items = node.sequence, items.indices.contains(index) {
                node = items[index]
                range = node.range
            } else {
                break
            }
        }
        return range.map { SourceLocation(file, $0) }
    }
}

extension AttributeValue {
    /// A YAML value as a request has it. A number is what JSON would make of it; what no JSON can say is reported.
    init(_ node: YAMLNode, file: SourceFile, problems: Problems) {
        switch node.content {
        case .sequence(let items):
            self = .list(items.map { AttributeValue($0, file: file, problems: problems) })
        case .mapping(let mapping):
            self = .object(
                mapping.entries.map {
                    Attribute($0.key.text, AttributeValue($0.value, file: file, problems: problems))
                })
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let bool): self = .bool(bool)
            case .string: self = .string(scalar.text)
            case .integer(let number), .float(let number):
                if let integer = number.integer {
                    self = .int(integer)
                } else {
                    if !number.double.isFinite {
                        problems.error(
                            "number-out-of-range", "a request cannot hold this number",
                            at: SourceLocation(file, node.range))
                    }
                    self = .double(number.double)
                }
            }
        }
    }
}
