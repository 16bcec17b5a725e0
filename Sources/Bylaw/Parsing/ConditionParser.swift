import BylawSource
import BylawYAML

/// Reads conditions: an expression, a list of them, or `all`, `any`, `none` and `at-least`.
struct ConditionParser {
    let nodes: NodeReader
    let messages: MessageParser
    private var problems: Problems { nodes.problems }

    /// The keys under which an item of a checklist has its condition, where that is no junction.
    private static let itemWords = ["when", "check"]

    func condition(_ node: YAMLNode) -> ConditionSyntax? {
        switch node.content {
        case .scalar:
            return nodes.expression(node).map(ConditionSyntax.expression)
        case .sequence(let items):
            if items.isEmpty { isEmpty(node) }
            return .all(items.compactMap { condition($0).map { .init($0) } }, nodes.location(of: node))
        case .mapping(let mapping):
            let areKnown = checkKeys(
                mapping, Shapes.junction,
                help: "write an expression, a list, or `all`, `any`, `none` or `at-least` with `of`")
            let word = word(mapping, of: Shapes.junctionWords, areKnown, "a condition", node)
            return word.flatMap { junction($0, mapping, node) }
        }
    }

    private func checkKeys(_ mapping: YAMLMapping, _ shape: Shape, help: String? = nil) -> Bool {
        let known = shape.keys.map(\.name)
        let unknown = mapping.entries.filter { !known.contains($0.key.text) }
        for entry in unknown {
            problems.error(
                "unknown-key", "\(shape.name) has no key `\(entry.key.text)`",
                at: SourceLocation(nodes.file, entry.key.range),
                help: Spelling.suggestion(for: entry.key.text, in: known) ?? help)
        }
        return unknown.isEmpty
    }

    /// The one of `words` that a mapping has; reports none and several. Where a key was misspelled, that none is there
    /// was told already.
    private func word(
        _ mapping: YAMLMapping, of words: [String], _ areKnown: Bool, _ what: String, _ node: YAMLNode
    ) -> String? {
        let written = words.filter { mapping[$0] != nil }
        guard written.count == 1, let word = written.first else {
            if areKnown || !written.isEmpty {
                let shown = words.filter { $0 != "check" }.map { "`\($0)`" }
                problems.error(
                    "invalid-condition",
                    "\(what) has exactly one of \(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")",
                    at: nodes.location(of: node))
            }
            return nil
        }
        if word != "at-least", let of = mapping["of"] {
            problems.error("invalid-condition", "`of` belongs to `at-least`", at: nodes.location(of: of))
        }
        return word
    }

    private func junction(_ word: String, _ mapping: YAMLMapping, _ node: YAMLNode) -> ConditionSyntax? {
        guard let value = mapping[word] else { return nil }
        let location = nodes.location(of: node)
        switch word {
        case "all": return .all(items(value), location)
        case "any": return .any(items(value, mayLack: false), location)
        case "none": return .none(items(value, mayLack: false), location)
        default:
            guard let list = mapping["of"] else {
                problems.error("missing-key", "`at-least` needs `of`", at: location)
                return nil
            }
            let errorsBefore = problems.errorCount
            let items = items(list)
            // Where an item could not be read, nobody can tell how many there are.
            let most = problems.errorCount == errorsBefore ? max(1, items.count) : .max
            guard let count = nodes.integer(value, in: 1...most, "`at-least`") else { return nil }
            checkCount(count, items)
            return .atLeast(count, of: items, location)
        }
    }

    /// What need not hold cannot be needed to make up the number.
    private func checkCount(_ count: Located<Int>, _ items: [ConditionSyntax.Item]) {
        let required = items.count { !$0.isOptional }
        guard count.value > required, required > 0, count.value <= items.count else { return }
        problems.error(
            "out-of-range", "only \(required) of the items must hold, which is fewer than \(count.value)",
            at: count.location, help: "ask for fewer, or take `optional` out")
    }

    /// The conditions that a junction joins. `mayLack`: whether it makes a difference that an item need not hold.
    private func items(_ node: YAMLNode, mayLack: Bool = true) -> [ConditionSyntax.Item] {
        switch node.content {
        case .sequence(let items):
            if items.isEmpty { isEmpty(node) }
            return items.compactMap { condition($0).map { .init($0) } }
        case .mapping(let mapping):
            if mapping.entries.isEmpty { isEmpty(node) }
            let items = nodes.named(node, "an item of a checklist") { name, node in
                isItemName(name) ? item(node, mayLack: mayLack) : nil
            }.map { named in
                ConditionSyntax.Item(
                    name: named.name, named.value.condition, mend: named.value.mend,
                    isOptional: named.value.isOptional)
            }
            if !items.isEmpty, items.count == mapping.entries.count, items.allSatisfy(\.isOptional) {
                problems.error(
                    "invalid-condition", "a checklist needs an item that is not optional", at: nodes.location(of: node))
            }
            return items
        case .scalar:
            nodes.expected("a list of conditions", at: node)
            return []
        }
    }

    /// Whether an item may have a name: a dot leads on to the items inside of one (`bio.link`).
    private func isItemName(_ name: Located<String>) -> Bool {
        guard name.value.contains(".") else { return true }
        problems.error(
            "invalid-name", "`\(name.value)` cannot be an item of a checklist", at: name.location,
            help: "use `-`: a dot leads to the items inside of one")
        return false
    }

    /// A checklist's item: a condition, or one with more to say (`{ when: …, mend: …, optional: true }`).
    private func item(_ node: YAMLNode, mayLack: Bool) -> ConditionSyntax.Item? {
        guard let mapping = node.mapping else { return condition(node).map { .init($0) } }
        let areKnown = checkKeys(mapping, Shapes.checklistItem)
        let word = word(
            mapping, of: Self.itemWords + Shapes.junctionWords, areKnown, "an item of a checklist", node)
        let mend = mapping["mend"].flatMap { messages.message($0) }
        let isOptional = mapping["optional"].flatMap(nodes.boolean) ?? false
        if isOptional, !mayLack, let entry = mapping.entries.first(where: { $0.key.text == "optional" }) {
            problems.error(
                "unused-key", "in `any` and `none` no item must hold", at: SourceLocation(nodes.file, entry.key.range),
                help: "take `optional` out")
        }
        guard let word, let value = mapping[word] else { return nil }
        let condition =
            Self.itemWords.contains(word) ? self.condition(value) : junction(word, mapping, node)
        return condition.map { .init($0, mend: mend, isOptional: isOptional) }
    }

    private func isEmpty(_ node: YAMLNode) {
        problems.error("invalid-condition", "a list of conditions cannot be empty", at: nodes.location(of: node))
    }
}
