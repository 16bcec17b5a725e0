import BylawSource

/// Puts libyaml's events together to a tree, without recursion, and refuses what goes beyond the limits.
struct TreeBuilder {
    let file: SourceFile
    /// The file's bytes, valid UTF-8.
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: YAMLLimits
    /// What was wrong so far, in the order of the file.
    private(set) var problems: [Diagnostic] = []
    /// The document's node, once it is complete.
    private(set) var root: YAMLNode?
    /// The bytes of the last scalar that was read, for whoever has to say what stopped the reading behind it.
    private(set) var lastScalar = SourceRange(0, 0)
    /// The collections that are open, the innermost last.
    private(set) var frames: [Frame] = []
    /// Values and keys so far, each expansion of an alias counted.
    var nodes = 0
    var anchors = AnchorTable()
    private var documents = 0

    /// A problem behind which the file cannot be read on.
    struct Stop: Error {
        let problem: Diagnostic
    }

    init(_ file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
        self.file = file
        self.bytes = bytes
        self.limits = limits
    }

    /// Takes one event; says whether more are to come.
    mutating func take(_ event: Event) throws(Stop) -> Bool {
        switch event.kind {
        case .streamStart, .documentEnd:
            break
        case .documentStart:
            documents += 1
            if documents > 1 {
                try report(.severalDocuments(at: location(event.range)))
                return false
            }
        case .streamEnd:
            let isEmpty = root.map { $0.isNull && $0.range.isEmpty } ?? true
            if isEmpty { throw Stop(problem: .emptyDocument(at: location(SourceRange(0, 0)))) }
            return false
        case .scalar(let text, let style):
            try takeScalar(text, style, event)
        case .alias(let name):
            try takeAlias(name, at: event.range)
        case .sequenceStart:
            try open(event, isMapping: false, isFlow: false)
        case .mappingStart(let isFlow):
            try open(event, isMapping: true, isFlow: isFlow)
        case .collectionEnd:
            try close(event)
        }
        return true
    }

    /// Notes a problem that reading can go on behind.
    mutating func report(_ problem: Diagnostic) throws(Stop) {
        problems.append(problem)
        if problems.count >= limits.problems, let location = problem.location {
            throw Stop(problem: .tooManyProblems(limit: limits.problems, at: location))
        }
    }

    /// Counts values against the limit.
    mutating func count(_ added: Int, at range: SourceRange) throws(Stop) {
        nodes += added
        if nodes > limits.nodes { throw Stop(problem: .tooManyNodes(limit: limits.nodes, at: location(range))) }
    }

    func location(_ range: SourceRange) -> SourceLocation {
        SourceLocation(file, range)
    }

    // MARK: - Values

    private mutating func takeScalar(_ text: String, _ style: YAMLScalar.Style, _ event: Event) throws(Stop) {
        let properties = try takeProperties(event)
        let range = contentRange(of: style, SourceRange(properties.contentStart, event.range.end))
        lastScalar = range
        try count(1, at: range)
        if text.utf8.count > limits.scalarBytes {
            let problem = Diagnostic.tooLongText(text.utf8.count, limit: limits.scalarBytes, at: location(range))
            throw Stop(problem: problem)
        }
        let scalar = YAMLScalar(
            text: text, style: style, value: style == .plain ? YAMLScalar.Value(plain: text) : .string,
            map: ScalarWalk.map(
                text, style, content: SourceRange(range.start, event.range.end), in: bytes))
        let node = YAMLNode(content: .scalar(scalar), range: range)
        if let anchor = event.anchor { anchors.define(anchor, as: node, nodes: 1, height: 0) }
        try attach(node, height: 0)
    }

    private mutating func open(_ event: Event, isMapping: Bool, isFlow: Bool) throws(Stop) {
        let properties = try takeProperties(event)
        let range = SourceRange(properties.contentStart, event.range.end)
        try count(1, at: range)
        if frames.count >= limits.depth {
            throw Stop(problem: .tooDeep(limit: limits.depth, at: location(range)))
        }
        frames.append(
            Frame(
                isMapping: isMapping, isFlow: isFlow, start: range.start, anchor: event.anchor, nodesBefore: nodes - 1))
    }

    private mutating func close(_ event: Event) throws(Stop) {
        guard var frame = frames.popLast() else { return }
        if frame.isMapping, frame.isFlow {
            for hint in flowTextHints(frame.entries) { try report(hint) }
        }
        // libyaml lets a block end where the next thing begins; the last value's end is what a person would say.
        let isBracketed = frame.start < bytes.count && "[{".utf8.contains(bytes[frame.start])
        if isBracketed { frame.end = event.range.end }
        let content: YAMLNode.Content =
            frame.isMapping
            ? .mapping(YAMLMapping(entries: frame.entries, isFlow: frame.isFlow)) : .sequence(frame.items)
        let node = YAMLNode(content: content, range: SourceRange(frame.start, frame.end))
        if let anchor = frame.anchor {
            anchors.define(anchor, as: node, nodes: nodes - frame.nodesBefore, height: frame.height + 1)
        }
        try attach(node, height: frame.height + 1)
    }

    /// Gives a complete value to the collection that it stands in.
    mutating func attach(_ node: YAMLNode, height: Int) throws(Stop) {
        guard !frames.isEmpty else {
            root = node
            return try reportCutText(node)
        }
        let top = frames.count - 1
        frames[top].height = max(frames[top].height, height)
        frames[top].end = max(frames[top].end, node.range.end)
        guard frames[top].isMapping else {
            frames[top].items.append(node)
            return try reportCutText(node)
        }
        switch frames[top].pending {
        case .none:
            frames[top].pending = try takeKey(node)
        case .dropped:
            frames[top].pending = .none
        case .key(let key):
            frames[top].entries.append(.init(key: key, value: node))
            frames[top].pending = .none
            try reportCutText(node)
        }
    }

    private mutating func reportCutText(_ node: YAMLNode) throws(Stop) {
        if let hint = cutTextHint(node) { try report(hint) }
    }

    /// Checks a key; one that cannot stand is dropped with its value, after it has been reported.
    private mutating func takeKey(_ node: YAMLNode) throws(Stop) -> Frame.Pending {
        let place = location(node.range)
        guard let scalar = node.scalar else {
            try report(.complexKey(node.kind, at: place))
            return .dropped
        }
        if scalar.style == .plain, scalar.text.isEmpty {
            try report(.emptyKey(at: place))
            return .dropped
        }
        if scalar.style == .plain, scalar.text == "<<" {
            try report(.mergeKey(at: place))
            return .dropped
        }
        // libyaml takes the `?` of `{?name: x}` for an indicator, and a part of the key would be lost.
        if frames[frames.count - 1].isFlow, node.range.start > 0, bytes[node.range.start - 1] == UInt8(ascii: "?") {
            try report(.questionMark(at: location(SourceRange(node.range.start - 1, node.range.start))))
            return .dropped
        }
        if let first = frames[frames.count - 1].note(key: scalar.text, at: node.range) {
            try report(.duplicateKey(scalar.text, at: place, first: location(first)))
            return .dropped
        }
        return .key(YAMLKey(scalar: scalar, range: node.range))
    }

    /// Tells a value from what stands in front of it; refuses tags.
    private mutating func takeProperties(_ event: Event) throws(Stop) -> Properties {
        let properties = Properties(of: event, in: bytes)
        if event.hasTag {
            let range = properties.tag ?? event.range
            try report(.tag(file.text(in: range), at: location(range)))
        }
        if event.anchor != nil {
            let range = properties.anchor ?? event.range
            try countAnchor(at: range)
            // libyaml ends the name at the first character that it does not know, and reads on with the value there.
            if range.end == properties.contentStart, range.end < event.range.end {
                try report(.anchorName(at: location(range)))
            }
        }
        return properties
    }

    /// libyaml counts the empty lines behind a block to it.
    private func contentRange(of style: YAMLScalar.Style, _ range: SourceRange) -> SourceRange {
        guard style == .literal || style == .folded else { return range }
        var end = range.end
        while end > range.start, " \t\n\r".utf8.contains(bytes[end - 1]) { end -= 1 }
        return SourceRange(range.start, end)
    }
}
