import BylawSource

/// The anchored values of a document, with what repeating them costs.
struct AnchorTable {
    struct Entry {
        let node: YAMLNode
        /// How many values and keys it holds, itself included.
        let nodes: Int
        /// How deep it is: 0 for a scalar.
        let height: Int
    }

    private(set) var entries: [String: Entry] = [:]
    /// How many anchors and aliases were met.
    var anchors = 0
    var aliases = 0

    /// Gives a name to a value. A later value takes the name over, as YAML has it.
    mutating func define(_ name: String, as node: YAMLNode, nodes: Int, height: Int) {
        entries[name] = Entry(node: node, nodes: nodes, height: height)
    }
}

/// Aliases share what they repeat, so that expanding them takes no memory; but whoever walks the tree meets each copy. So
/// each counts against the limits of nodes and depth.
extension TreeBuilder {
    mutating func countAnchor(at range: SourceRange) throws(Stop) {
        anchors.anchors += 1
        if anchors.anchors > limits.anchors {
            throw Stop(problem: .tooManyAnchors(limit: limits.anchors, at: location(range)))
        }
    }

    /// Puts a copy of the anchored value here. An alias of nothing is reported and read as null.
    mutating func takeAlias(_ name: String, at range: SourceRange) throws(Stop) {
        anchors.aliases += 1
        if anchors.aliases > limits.aliases {
            throw Stop(problem: .tooManyAliases(limit: limits.aliases, at: location(range)))
        }
        guard !frames.contains(where: { $0.anchor == name }), let entry = anchors.entries[name] else {
            try report(
                frames.contains { $0.anchor == name }
                    ? .recursiveAlias(name, at: location(range))
                    : .unknownAnchor(name, known: anchors.entries.keys.sorted(), at: location(range)))
            try count(1, at: range)
            let null = YAMLScalar(text: "", style: .plain, value: .null, map: .whole(range))
            return try attach(YAMLNode(content: .scalar(null), range: range), height: 0)
        }
        try count(entry.nodes, at: range)
        if frames.count + entry.height > limits.depth {
            throw Stop(problem: .tooDeep(limit: limits.depth, at: location(range)))
        }
        try attach(YAMLNode(content: entry.node.content, range: range), height: entry.height)
    }
}
