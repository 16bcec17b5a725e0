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
            ladder: reader["ladder"].map { nodes.list($0, rung) } ?? [],
            per: reader["per"].flatMap(nodes.expression), warnings: reader["warnings"].flatMap(warnings),
            training: reader["training"].flatMap(training))
    }

    private func warnings(_ node: YAMLNode) -> WarningsSyntax? {
        guard let reader = MappingReader(node, Shapes.warnings, nodes),
            let first = reader.integer("first"),
            let window = reader["within"].map(window) ?? Located(.forever, at: reader.location)
        else { return nil }
        return WarningsSyntax(first: first.value, window: window)
    }

    private func training(_ node: YAMLNode) -> TrainingSyntax? {
        guard let reader = MappingReader(node, Shapes.training, nodes),
            let lifts = reader["lifts"].flatMap({ nodes.word($0, TallyTerms.Training.Lifts.self) }),
            let window = reader["within"].map(window) ?? Located(.forever, at: reader.location)
        else { return nil }
        return TrainingSyntax(
            lifts: lifts.value, after: reader["after"].flatMap(nodes.duration)?.value ?? .zero,
            atMost: reader.integer("at-most")?.value,
            window: window)
    }

    private func window(_ node: YAMLNode) -> Located<TallyWindow>? {
        if node.mapping != nil {
            guard let reader = MappingReader(node, Shapes.window, nodes) else { return nil }
            return reader["calendar"].flatMap { nodes.word($0, CalendarUnit.self) }?.map(TallyWindow.calendar)
        }
        if node.scalar?.text == "forever" || node.scalar?.text == "never" {
            return Located(.forever, at: nodes.location(of: node))
        }
        return nodes.duration(node)?.map(TallyWindow.rolling)
    }

    private func rung(_ node: YAMLNode) -> RungSyntax? {
        guard let reader = MappingReader(node, Shapes.rung, nodes),
            let at = threshold(reader),
            let sanction = reader["sanction"].flatMap({ nodes.word($0, SanctionKind.self) })
        else { return nil }
        return RungSyntax(
            location: reader.location, at: at,
            points: reader.integer("points"), sanction: sanction,
            from: reader["from"].map { nodes.oneOrMore($0) { nodes.name($0, "an action") } } ?? [],
            duration: reader["for"].flatMap(duration),
            role: reader["role"].flatMap { nodes.name($0, "a role") },
            title: reader["title"].flatMap(nodes.text))
    }

    private func threshold(_ reader: MappingReader) -> Located<Threshold>? {
        if let node = reader["at"], node.scalar?.text == "severe" {
            return Located(.severe, at: nodes.location(of: node))
        }
        return reader.integer("at")?.map { .points($0) }
    }

    /// How long a suspension lasts.
    private func duration(_ node: YAMLNode) -> Located<Duration?>? {
        if node.scalar?.text == "forever" { return Located(nil, at: nodes.location(of: node)) }
        return nodes.duration(node)?.map { $0 }
    }

    func tier(_ node: YAMLNode) -> TierSyntax? {
        guard let reader = MappingReader(node, Shapes.tier, nodes) else { return nil }
        return TierSyntax(
            location: reader.location,
            who: reader["who"].map { nodes.oneOrMore($0) { nodes.name($0, "a role") } } ?? [],
            needs: reader.integer("needs"),
            each: reader.integer("each"),
            majority: reader["majority"].flatMap { nodes.word($0, Majority.self) }?.value,
            within: reader["within"].flatMap(nodes.duration),
            late: reader["late"].flatMap(nodes.late),
            recuseWhen: reader["recuse-when"].flatMap(nodes.expression),
            ifTooFew: reader["if-too-few"].flatMap { nodes.name($0, "a review tier") })
    }

    func table(_ node: YAMLNode) -> TableSyntax? {
        guard let reader = MappingReader(node, Shapes.table, nodes), let by = reader["by"].flatMap(nodes.expression)
        else { return nil }
        return TableSyntax(
            by: by, rows: reader["rows"].map(rows) ?? [], otherwise: reader["otherwise"].flatMap(nodes.text))
    }

    /// What follows from each value. A value is any word that an enumeration may have, not only a name.
    private func rows(_ node: YAMLNode) -> [Named<Located<String>>] {
        guard let mapping = node.mapping else {
            nodes.expected("a mapping", at: node)
            return []
        }
        return mapping.entries.compactMap { entry in
            nodes.text(entry.value).map { Named(nodes.located(entry.key), $0) }
        }
    }

    func mode(_ node: YAMLNode) -> ModeSyntax? {
        guard let reader = MappingReader(node, Shapes.mode, nodes), let lasts = reader["lasts"].flatMap(nodes.duration)
        else { return nil }
        return ModeSyntax(
            onBy: reader["on-by"].map { nodes.oneOrMore($0) { nodes.name($0, "a role") } } ?? [], lasts: lasts.value,
            renewals: reader.integer("renewals")?.value ?? 0)
    }

    func appeal(_ node: YAMLNode) -> AppealSyntax? {
        guard let reader = MappingReader(node, Shapes.appeal, nodes) else { return nil }
        return AppealSyntax(
            location: reader.location,
            within: reader["within"].flatMap(nodes.duration),
            atMost: reader.integer("at-most"),
            to: reader["to"].flatMap { nodes.name($0, "a review tier") })
    }
}
