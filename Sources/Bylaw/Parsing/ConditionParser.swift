import BylawSource
import BylawYAML

/// Reads conditions: an expression, a list of them, or `all`, `any`, `none` and `at-least`.
struct ConditionParser {
    let nodes: NodeReader
    let messages: MessageParser

    private static let words = ["all", "any", "none", "at-least", "of", "check"]
    /// What an item of a checklist may say beside its condition.
    private static let itemWords = ["mend", "optional"]

    func condition(_ node: YAMLNode) -> ConditionSyntax? {
        let location = nodes.location(of: node)
        switch node.content {
        case .scalar:
            return nodes.expression(node).map(ConditionSyntax.expression)
        case .sequence(let items):
            if items.isEmpty { isEmpty(node) }
            return .all(items.compactMap { condition($0).map { .init($0) } }, location)
        case .mapping(let mapping):
            for entry in mapping.entries where !Self.words.dropLast().contains(entry.key.text) {
                nodes.problems.error(
                    "unknown-key", "a condition has no key `\(entry.key.text)`",
                    at: SourceLocation(nodes.file, entry.key.range),
                    help: Spelling.suggestion(for: entry.key.text, in: Self.words.dropLast())
                        ?? "write an expression, a list, or `all`, `any`, `none` or `at-least` with `of`")
            }
            return junction(mapping, node)
        }
    }

    /// The one junction that a mapping holds, other keys being none of its business.
    private func junction(_ mapping: YAMLMapping, _ node: YAMLNode) -> ConditionSyntax? {
        let location = nodes.location(of: node)
        let written = ["all", "any", "none", "at-least"].filter { mapping[$0] != nil }
        guard written.count == 1, let word = written.first, let value = mapping[word] else {
            // A misspelled word was told already.
            let isMisspelled = mapping.entries.contains { !(Self.words + Self.itemWords).contains($0.key.text) }
            if written.isEmpty, isMisspelled { return nil }
            nodes.problems.error(
                "invalid-condition", "a condition has exactly one of `all`, `any`, `none` and `at-least`", at: location)
            return nil
        }
        if word != "at-least", let of = mapping["of"] {
            nodes.problems.error(
                "invalid-condition", "`of` belongs to `at-least`", at: nodes.location(of: of))
        }
        switch word {
        case "all": return .all(items(value), location)
        case "any": return .any(items(value), location)
        case "none": return .none(items(value), location)
        default:
            guard let list = mapping["of"] else {
                nodes.problems.error("missing-key", "`at-least` needs `of`", at: location)
                return nil
            }
            let items = items(list)
            guard let count = nodes.integer(value, in: 1...max(1, items.count), "`at-least`") else { return nil }
            return .atLeast(count, of: items, location)
        }
    }

    private func items(_ node: YAMLNode) -> [ConditionSyntax.Item] {
        switch node.content {
        case .sequence(let items):
            if items.isEmpty { isEmpty(node) }
            return items.compactMap { condition($0).map { .init($0) } }
        case .mapping(let mapping):
            if mapping.entries.isEmpty { isEmpty(node) }
            return nodes.named(node, "an item of a checklist") { _, node in item(node) }.map { named in
                .init(
                    name: named.name, named.value.condition, mend: named.value.mend,
                    isOptional: named.value.isOptional)
            }
        case .scalar:
            nodes.expected("a list of conditions", at: node)
            return []
        }
    }

    /// A checklist's item: a condition, or one with how to put it right (`{ check: …, mend: … }`). One that is `optional`
    /// counts only where it holds.
    private func item(_ node: YAMLNode) -> ConditionSyntax.Item? {
        guard let mapping = node.mapping, (Self.itemWords + ["check"]).contains(where: { mapping[$0] != nil }) else {
            return condition(node).map { .init($0) }
        }
        for entry in mapping.entries where !(Self.words + Self.itemWords).contains(entry.key.text) {
            nodes.problems.error(
                "unknown-key", "an item of a checklist has no key `\(entry.key.text)`",
                at: SourceLocation(nodes.file, entry.key.range),
                help: Spelling.suggestion(for: entry.key.text, in: Self.words + Self.itemWords))
        }
        let condition = mapping["check"].map(condition) ?? junction(mapping, node)
        let mend = mapping["mend"].flatMap { messages.message($0) }
        let isOptional = mapping["optional"].flatMap(nodes.boolean) ?? false
        return condition.map { .init($0, mend: mend, isOptional: isOptional) }
    }

    private func isEmpty(_ node: YAMLNode) {
        nodes.problems.error("invalid-condition", "a list of conditions cannot be empty", at: nodes.location(of: node))
    }
}
