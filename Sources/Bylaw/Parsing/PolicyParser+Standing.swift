import BylawSource
import BylawYAML

/// Tallies and review tiers.
extension PolicyParser {
    func tally(_ node: YAMLNode) -> TallySyntax? {
        guard let reader = MappingReader(node, Shapes.tally, nodes),
            let window = reader["within"].flatMap(window)
        else { return nil }
        return TallySyntax(
            location: reader.location, window: window,
            perIncident: reader["per-incident"].flatMap { nodes.word($0, PerIncident.self) }?.value ?? .highest,
            ladder: reader["ladder"].map { nodes.list($0, rung) } ?? [])
    }

    private func window(_ node: YAMLNode) -> Located<TallyWindow>? {
        if node.mapping != nil {
            guard let reader = MappingReader(node, Shapes.window, nodes) else { return nil }
            return reader["calendar"].flatMap { nodes.word($0, CalendarUnit.self) }?.map(TallyWindow.calendar)
        }
        if node.scalar?.text == "forever" { return Located(.forever, at: nodes.location(of: node)) }
        return nodes.duration(node)?.map(TallyWindow.rolling)
    }

    private func rung(_ node: YAMLNode) -> RungSyntax? {
        guard let reader = MappingReader(node, Shapes.rung, nodes),
            let at = reader["at"].flatMap({ nodes.integer($0, in: 1...1_000_000, "`at`") }),
            let sanction = reader["sanction"].flatMap({ nodes.word($0, SanctionKind.self) })
        else { return nil }
        return RungSyntax(
            location: reader.location, at: at, sanction: sanction,
            from: reader["from"].map { nodes.oneOrMore($0) { nodes.name($0, "an action") } } ?? [],
            duration: reader["for"].flatMap(nodes.duration),
            role: reader["role"].flatMap { nodes.name($0, "a role") },
            title: reader["title"].flatMap(nodes.text))
    }

    func tier(_ node: YAMLNode) -> TierSyntax? {
        guard let reader = MappingReader(node, Shapes.tier, nodes) else { return nil }
        if reader["who"] == nil {
            problems.error("missing-key", "a review tier needs `who`", at: reader.location)
        }
        return TierSyntax(
            location: reader.location,
            who: reader["who"].map { nodes.oneOrMore($0) { nodes.name($0, "a role") } } ?? [],
            needs: reader["needs"].flatMap { nodes.integer($0, in: 1...1_000_000, "`needs`") },
            each: reader["each"].flatMap { nodes.integer($0, in: 1...1_000_000, "`each`") },
            majority: reader["majority"].flatMap { nodes.word($0, Majority.self) }?.value,
            within: reader["within"].flatMap(nodes.duration),
            late: reader["late"].flatMap(nodes.late),
            recuseWhen: reader["recuse-when"].flatMap(nodes.expression),
            ifTooFew: reader["if-too-few"].flatMap { nodes.name($0, "a review tier") })
    }

    func appeal(_ node: YAMLNode) -> AppealSyntax? {
        guard let reader = MappingReader(node, Shapes.appeal, nodes) else { return nil }
        return AppealSyntax(
            location: reader.location,
            within: reader["within"].flatMap(nodes.duration),
            to: reader["to"].flatMap { nodes.name($0, "a review tier") })
    }
}
