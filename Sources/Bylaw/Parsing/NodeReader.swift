package import BylawSource
package import BylawYAML

/// Reads the values of YAML nodes and reports, at its place, what is not of the kind asked for.
package struct NodeReader {
    package let file: SourceFile
    package let problems: Problems

    package init(file: SourceFile, problems: Problems) {
        self.file = file
        self.problems = problems
    }

    package func location(of node: YAMLNode) -> SourceLocation { SourceLocation(file, node.range) }

    package func located(_ key: YAMLKey) -> Located<String> { Located(key.text, at: SourceLocation(file, key.range)) }

    package func expected(_ what: String, at node: YAMLNode, help: String? = nil) {
        problems.error("wrong-type", "expected \(what), found \(node.kind)", at: location(of: node), help: help)
    }

    /// Any scalar but null, as text: an author who writes `quote: 2024` means the text.
    package func text(_ node: YAMLNode) -> Located<String>? {
        guard let scalar = node.scalar, scalar.value != .null else {
            expected("text", at: node)
            return nil
        }
        return Located(scalar.text, at: location(of: node))
    }

    /// A name that authors choose: letters, digits, `-`, `_` and `.`, not beginning with a mark.
    package func name(_ node: YAMLNode, _ what: String = "a name") -> Located<String>? {
        guard let text = text(node) else { return nil }
        return checked(text, what) ? text : nil
    }

    /// Whether a text may serve as a name; reports it where it may not.
    package func checked(_ name: Located<String>, _ what: String = "a name") -> Bool {
        let scalars = name.value.unicodeScalars
        let isValid =
            !scalars.isEmpty && scalars.count <= 128
            && scalars.allSatisfy { $0 == "-" || $0 == "_" || $0 == "." || $0.properties.isIDContinue }
            && scalars.first.map { $0 != "-" && $0 != "." } ?? false
        if !isValid {
            problems.error(
                "invalid-name", "`\(name.value)` cannot be \(what)", at: name.location,
                help: "use letters, digits, `-`, `_` and `.`")
        }
        return isValid
    }

    /// One of a closed list of words.
    package func word<Word: RawRepresentable & CaseIterable>(
        _ node: YAMLNode, _: Word.Type = Word.self
    ) -> Located<Word>?
    where Word.RawValue == String {
        guard let text = text(node) else { return nil }
        if let word = Word(rawValue: text.value) { return Located(word, at: text.location) }
        let known = Word.allCases.map(\.rawValue)
        unknownWord(text, known)
        return nil
    }

    package func unknownWord(_ text: Located<String>, _ known: [String]) {
        problems.error(
            "unknown-word", "`\(text.value)` is none of \(known.quotedList)", at: text.location,
            help: Spelling.suggestion(for: text.value, in: known))
    }

    package func boolean(_ node: YAMLNode) -> Bool? {
        if case .bool(let value) = node.scalar?.value { return value }
        let isYAML11 = ["yes", "no", "on", "off"].contains(node.scalar?.text.lowercased() ?? "")
        expected("`true` or `false`", at: node, help: isYAML11 ? "only `true` and `false` are truth values" : nil)
        return nil
    }

    package func integer(_ node: YAMLNode, in range: ClosedRange<Int>, _ what: String) -> Located<Int>? {
        guard let number = node.scalar?.number, number.isIntegral else {
            expected("a whole number", at: node)
            return nil
        }
        guard let value = number.integer.flatMap(Int.init(exactly:)), range.contains(value) else {
            problems.error(
                "out-of-range", "\(what) must be from \(range.lowerBound) to \(range.upperBound)",
                at: location(of: node))
            return nil
        }
        return Located(value, at: location(of: node))
    }

    package func duration(_ node: YAMLNode) -> Located<Duration>? {
        guard let text = text(node) else { return nil }
        guard let duration = Duration(policyText: text.value), duration > .zero else {
            problems.error(
                "invalid-duration", "`\(text.value)` is no duration", at: text.location,
                help: "write a number with a unit: `72h`, `14d`, `2w`")
            return nil
        }
        return Located(duration, at: text.location)
    }

    package func timestamp(_ node: YAMLNode) -> Located<Timestamp>? {
        guard let text = text(node) else { return nil }
        guard let timestamp = Timestamp(text.value) else {
            problems.error(
                "invalid-timestamp", "`\(text.value)` is no point in time", at: text.location,
                help: "write date, time and offset: `2024-08-20T00:00:00+09:00`")
            return nil
        }
        return Located(timestamp, at: text.location)
    }

    package func expression(_ node: YAMLNode) -> ExpressionSyntax? {
        guard let scalar = node.scalar, scalar.value != .null else {
            expected("an expression", at: node)
            return nil
        }
        return ExpressionSyntax(scalar, at: location(of: node))
    }

    /// The items of a list, each read; an item that cannot be read is left out, having been reported.
    package func list<Item>(_ node: YAMLNode, _ read: (YAMLNode) -> Item?) -> [Item] {
        guard let items = node.sequence else {
            expected("a list", at: node)
            return []
        }
        return items.compactMap(read)
    }

    /// A list, or one item that stands for a list of itself.
    package func oneOrMore<Item>(_ node: YAMLNode, _ read: (YAMLNode) -> Item?) -> [Item] {
        node.sequence.map { $0.compactMap(read) } ?? (read(node).map { [$0] } ?? [])
    }

    /// The most names that one mapping may have: far more than people can keep apart, and few enough that to compare each
    /// with each takes no time.
    package static let maximumNames = 1_000

    /// A mapping whose keys are the author's own names; those behind the limit are left out, and reported once.
    package func named<Value>(
        _ node: YAMLNode, _ what: String, limit: Int = maximumNames, _ read: (Located<String>, YAMLNode) -> Value?
    ) -> [Named<Value>] {
        guard let mapping = node.mapping else {
            expected("a mapping", at: node)
            return []
        }
        if mapping.entries.count > limit {
            problems.error(
                "too-many-names", "there are more than \(limit) names in one place",
                at: SourceLocation(file, mapping.entries[limit].key.range), help: "write several policies")
        }
        return mapping.entries.prefix(limit).compactMap { entry in
            let name = located(entry.key)
            guard checked(name, what), let value = read(name, entry.value) else { return nil }
            return Named(name, value)
        }
    }
}

extension [String] {
    /// `` `a`, `b` or `c` ``
    package var quotedList: String {
        let quoted = map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}
