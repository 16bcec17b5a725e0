import BylawSource
import BylawYAML

/// Reads when rules are stopped.
struct StopParser {
    let nodes: NodeReader

    /// What holds for all rules of a policy.
    func stop(_ node: YAMLNode) -> StopSyntax? {
        guard let reader = MappingReader(node, Shapes.emergencyStop, nodes),
            let share = reader["share"].flatMap(nodes.percentage), let count = reader.integer("count"),
            let window = reader["within"].flatMap(nodes.duration),
            let tier = reader["to"].flatMap({ nodes.name($0, "a review tier") })
        else { return nil }
        return StopSyntax(share: share.value, count: count.value, window: window.value, tier: tier)
    }

    /// What a rule says in its place.
    func ofRule(_ node: YAMLNode) -> RuleStopSyntax? {
        guard let text = node.scalar?.text else { return stop(node).map(RuleStopSyntax.when) }
        guard text.isSameUTF8(as: "never") else {
            nodes.unknownWord(Located(text, at: nodes.location(of: node)), ["never"])
            return nil
        }
        return .never
    }
}

extension NodeReader {
    /// A part of a whole: `5%`.
    func percentage(_ node: YAMLNode) -> Located<Percentage>? {
        guard let text = text(node) else { return nil }
        guard let percentage = Percentage(text.value) else {
            problems.error(
                "invalid-percentage", "`\(text.value)` is no percentage", at: text.location,
                help: "write a number above 0 and up to 100 with `%`: `5%`, `0.25%`")
            return nil
        }
        return Located(percentage, at: text.location)
    }
}
