import BylawSource
import BylawYAML

/// A node of a policy's tree with the way to it from the root, and the bytes that go where it is taken out.
struct NodePlace {
    enum Step: Equatable {
        case key(String)
        case item(Int)
    }

    let node: YAMLNode
    let path: [Step]
    /// The node with its key, or with the dash before it.
    let extent: SourceRange
    /// The key before it, if it has one.
    let key: YAMLKey?

    init(root: YAMLNode) {
        self.init(node: root, path: [], extent: root.range, key: nil)
    }

    private init(node: YAMLNode, path: [Step], extent: SourceRange, key: YAMLKey?) {
        self.node = node
        self.path = path
        self.extent = extent
        self.key = key
    }

    /// What stands behind a key, unless that is nothing.
    subscript(key: String) -> NodePlace? { entries.first { $0.name.utf8.elementsEqual(key.utf8) } }

    /// What stands behind each key of a mapping.
    var entries: [NodePlace] {
        (node.mapping?.entries ?? []).filter { !$0.value.isNull }.map { entry in
            NodePlace(
                node: entry.value, path: path + [.key(entry.key.text)], extent: entry.range, key: entry.key)
        }
    }

    /// The items of a list.
    var items: [NodePlace] {
        (node.sequence ?? []).enumerated().map { index, item in
            NodePlace(node: item, path: path + [.item(index)], extent: item.range, key: nil)
        }
    }

    /// The items of a list, or the one value that stands for a list of itself.
    var oneOrMore: [NodePlace] { node.sequence == nil ? [self] : items }

    /// The key behind which it stands; empty in a list.
    var name: String { key?.text ?? "" }

    /// The text of a scalar.
    var text: String? { node.scalar?.text }
}

extension YAMLNode {
    /// The tree with another node at a place; without the place where there is none.
    func replacing(_ path: ArraySlice<NodePlace.Step>, with new: YAMLNode?) -> YAMLNode {
        guard let step = path.first else { return new ?? self }
        let rest = path.dropFirst()
        switch (step, content) {
        case (.key(let key), .mapping(let mapping)):
            let entries = mapping.entries.compactMap { entry -> YAMLMapping.Entry? in
                guard entry.key.text.utf8.elementsEqual(key.utf8) else { return entry }
                if rest.isEmpty { return new.map { .init(key: entry.key, value: $0) } }
                return .init(key: entry.key, value: entry.value.replacing(rest, with: new))
            }
            return YAMLNode(
                content: .mapping(YAMLMapping(entries: entries, isFlow: mapping.isFlow)), range: range)
        case (.item(let index), .sequence(let items)):
            let changed = items.enumerated().compactMap { offset, item -> YAMLNode? in
                guard offset == index else { return item }
                return rest.isEmpty ? new : item.replacing(rest, with: new)
            }
            return YAMLNode(content: .sequence(changed), range: range)
        default:
            return self
        }
    }

    /// A mapping with a key more, or with another value behind a key that it has.
    func setting(_ name: String, to value: YAMLNode) -> YAMLNode {
        guard let mapping, let first = mapping.entries.first else { return self }
        let entry = YAMLMapping.Entry(
            key: YAMLKey(scalar: first.key.scalar.plain(name), range: first.key.range), value: value)
        let others = mapping.entries.filter { !$0.key.text.utf8.elementsEqual(name.utf8) }
        return YAMLNode(
            content: .mapping(YAMLMapping(entries: others + [entry], isFlow: mapping.isFlow)), range: range)
    }

    /// A mapping with another name for a key.
    func renaming(_ key: String, to name: String) -> YAMLNode {
        guard let mapping else { return self }
        let entries = mapping.entries.map { entry in
            guard entry.key.text.utf8.elementsEqual(key.utf8) else { return entry }
            let key = YAMLKey(scalar: entry.key.scalar.plain(name), range: entry.key.range)
            return YAMLMapping.Entry(key: key, value: entry.value)
        }
        return YAMLNode(content: .mapping(YAMLMapping(entries: entries, isFlow: mapping.isFlow)), range: range)
    }

    /// A mapping without a key.
    func removing(_ name: String) -> YAMLNode { replacing([.key(name)], with: nil) }

    /// A scalar of that text at the place of this node. Nil where this has no scalar in it.
    func scalar(_ text: String) -> YAMLNode? {
        anyScalar.map { YAMLNode(content: .scalar($0.plain(text)), range: range) }
    }

    /// A mapping of one key whose value this is.
    func wrapped(in name: String) -> YAMLNode? {
        anyScalar.map { scalar in
            let key = YAMLKey(scalar: scalar.plain(name), range: range)
            return YAMLNode(
                content: .mapping(YAMLMapping(entries: [.init(key: key, value: self)], isFlow: true)), range: range)
        }
    }

    private var anyScalar: YAMLScalar? {
        switch content {
        case .scalar(let scalar): scalar
        case .sequence(let items): items.lazy.compactMap(\.anyScalar).first
        case .mapping(let mapping): mapping.entries.first?.key.scalar
        }
    }
}
