import BylawSource
import BylawYAML

/// Reads rules and what they bring about.
struct RuleParser {
    let nodes: NodeReader
    let messages: MessageParser
    private var problems: Problems { nodes.problems }
    private var conditions: ConditionParser { ConditionParser(nodes: nodes, messages: messages) }

    func rule(_ node: YAMLNode) -> RuleSyntax? {
        guard let reader = MappingReader(node, Shapes.rule, nodes) else { return nil }
        let trigger = trigger(reader)
        // An effect that cannot be read was reported; that it denies stands in for it, so that the rest is checked too.
        let effect = effect(reader) ?? Located(.deny, at: reader.location)
        let unless = reader["unless"].flatMap(conditions.condition)
        let consequence = consequence(reader, effect: effect)
        return trigger.map { trigger in
            RuleSyntax(
                trigger: trigger, unless: unless,
                on: reader["on"].map { nodes.oneOrMore($0) { nodes.name($0, "an action") } } ?? [],
                source: reader["source"].flatMap(source),
                onError: reader["on-error"].flatMap(onError),
                stop: reader["emergency-stop"].flatMap { node in
                    StopParser(nodes: nodes).ofRule(node).map {
                        Located($0, at: reader.location(of: "emergency-stop"))
                    }
                },
                consequence: consequence)
        }
    }

    private func trigger(_ reader: MappingReader) -> RuleSyntax.Trigger? {
        let when = reader["when"].map(conditions.condition)
        let require = reader["require"].map(conditions.condition)
        switch (when, require) {
        case (let condition?, nil): return condition.map(RuleSyntax.Trigger.when)
        case (nil, let condition?): return condition.map(RuleSyntax.Trigger.require)
        case (nil, nil):
            // What is surely meant as one was told.
            guard !["when", "require"].contains(where: reader.isMisspelled) else { break }
            problems.error(
                "missing-condition", "a rule needs `when` or `require`", at: anchor(reader),
                help: "write `when: true` for a rule that always matches")
        case (_?, _?):
            problems.error(
                "ambiguous-condition", "a rule has either `when` or `require`", at: reader.location(of: "require"),
                labels: [.init(reader.location(of: "when"), "`when` is here")],
                help: "make two rules of it, or join the conditions")
        }
        return nil
    }

    /// `then` goes with `when`, `else` with `require`; a rule without its effect is an error.
    private func effect(_ reader: MappingReader) -> Located<Effect>? {
        let isRequirement = reader["require"] != nil || reader.isMisspelled("require")
        // Which effect a rule with both means, nobody can tell; that it has both was told.
        if isRequirement, reader["when"] != nil { return nil }
        let (key, other) = isRequirement ? ("else", "then") : ("then", "else")
        if reader[other] != nil {
            problems.error(
                "misplaced-effect", "`\(other)` belongs to `\(isRequirement ? "when" : "require")`",
                at: reader.location(of: other), help: "write `\(key)`")
            return nil
        }
        guard let node = reader[key] else {
            guard !["then", "else"].contains(where: reader.isMisspelled) else { return nil }
            problems.error(
                "missing-effect", "the rule has no effect", at: anchor(reader),
                help: isRequirement ? "add `else: hold` or `else: deny`" : "add `then: allow`, `hold` or `deny`")
            return nil
        }
        guard let effect = nodes.word(node, Effect.self) else { return nil }
        if isRequirement, effect.value == .allow {
            problems.error(
                "invalid-effect", "a requirement that is not met cannot allow", at: effect.location,
                help: "write `hold` or `deny`")
            return nil
        }
        return effect
    }

    private func onError(_ node: YAMLNode) -> Located<Effect>? {
        guard let effect = nodes.word(node, Effect.self) else { return nil }
        guard effect.value != .allow else {
            problems.error(
                "invalid-effect", "a rule that cannot be evaluated never allows", at: effect.location,
                help: "write `hold` or `deny`")
            return nil
        }
        return effect
    }

    /// A rule's first key; the whole mapping is too much to underline.
    private func anchor(_ reader: MappingReader) -> SourceLocation {
        reader.writtenKeys.first.map { reader.location(of: $0) } ?? reader.location
    }

    /// The consequence of a label: `{ then: hold, to: moderators, … }`.
    func labelConsequence(_ node: YAMLNode) -> ConsequenceSyntax? {
        guard let reader = MappingReader(node, Shapes.labelRule, nodes) else { return nil }
        guard let effect = reader["then"].flatMap({ nodes.word($0, Effect.self) }) else { return nil }
        return consequence(reader, effect: effect)
    }

    func softener(_ node: YAMLNode) -> SoftenerSyntax? {
        guard let reader = MappingReader(node, Shapes.softener, nodes) else { return nil }
        let when = reader["when"].flatMap(conditions.condition)
        let rules = reader["rules"].map { nodes.list($0) { nodes.name($0, "a rule") } } ?? []
        guard let to = reader["to"].flatMap({ MappingReader($0, Shapes.softened, nodes) }),
            let effect = to["then"].flatMap({ nodes.word($0, Effect.self) })
        else { return nil }
        var consequence = consequence(to, effect: effect)
        if let duty = to["duty"] { consequence.duties += nodes.oneOrMore(duty, self.duty) }
        guard let when else { return nil }
        return SoftenerSyntax(when: when, rules: rules, consequence: consequence)
    }

    /// What the keys that rules, labels and softeners share bring about.
    private func consequence(_ reader: MappingReader, effect: Located<Effect>) -> ConsequenceSyntax {
        var consequence = ConsequenceSyntax(effect: effect)
        consequence.awaited = reader["await"].flatMap(awaited)
        consequence.tier = reader["to"].flatMap { nodes.name($0, "a review tier") }
        consequence.ifDone = reader["if-done"].flatMap { nodes.word($0, Remedy.self) }?.value
        consequence.strikes = reader["strike"].flatMap(points)
        consequence.merits = reader["merit"].flatMap(points)
        consequence.duties = reader["duties"].map { nodes.oneOrMore($0, duty) } ?? []
        consequence.says = reader["says"].flatMap { messages.message($0) }
        consequence.mend = reader["mend"].flatMap { messages.message($0) }
        consequence.asks = reader["asks"].flatMap { messages.message($0) }
        return consequence
    }

    private func awaited(_ node: YAMLNode) -> AwaitSyntax? {
        guard let reader = MappingReader(node, Shapes.awaited, nodes),
            let fact = reader["fact"].flatMap({ nodes.name($0, "a fact") })
        else { return nil }
        return AwaitSyntax(
            location: reader.location, fact: fact,
            from: reader["from"].flatMap(nodes.expression),
            askBy: reader["ask-by"].flatMap { nodes.name($0, "a role") },
            via: reader["via"].flatMap(nodes.text),
            within: reader["within"].flatMap(nodes.duration),
            late: reader["late"].flatMap(nodes.late))
    }

    /// `{ sharing: 2, to: post.author.id }`. In a softener, `0` alone means no points.
    private func points(_ node: YAMLNode) -> PointsSyntax? {
        let location = nodes.location(of: node)
        if node.scalar?.number?.integer == 0 { return PointsSyntax(location: location, points: [], subject: nil) }
        guard let mapping = node.mapping else {
            nodes.expected("points on a tally", at: node, help: "write `{ tally: points }`")
            return nil
        }
        let points = mapping.entries.compactMap { entry -> Named<Located<PointsSyntax.Size>>? in
            let name = nodes.located(entry.key)
            guard name.value != "to", nodes.checked(name, "a tally") else { return nil }
            if entry.value.scalar?.text == "severe" {
                return Named(name, Located(.severe, at: nodes.location(of: entry.value)))
            }
            return nodes.integer(entry.value, in: Shapes.points, "points").map { points in
                Named(name, points.map(PointsSyntax.Size.points))
            }
        }
        return PointsSyntax(location: location, points: points, subject: mapping["to"].flatMap(nodes.expression))
    }

    private func duty(_ node: YAMLNode) -> DutySyntax? {
        guard let reader = MappingReader(node, Shapes.duty, nodes) else { return nil }
        let written = DutyKind.allCases.filter { reader.has($0.rawValue) }
        guard written.count == 1, let kind = written.first else {
            // A misspelled kind was told already.
            guard reader.unknownKeys.isEmpty || written.count > 1 else { return nil }
            problems.error(
                "invalid-duty", "a duty has exactly one of \(DutyKind.allCases.map(\.rawValue).quotedList)",
                at: reader.location)
            return nil
        }
        return DutySyntax(
            kind: Located(kind, at: reader.location(of: kind.rawValue)),
            target: reader[kind.rawValue].flatMap(nodes.expression),
            isAlways: reader["always"].flatMap(nodes.boolean) ?? false,
            within: reader["within"].flatMap(nodes.duration),
            after: reader["after"].flatMap(nodes.duration))
    }

    private func source(_ node: YAMLNode) -> SourceQuote? {
        guard let reader = MappingReader(node, Shapes.source, nodes),
            let quote = reader["quote"].flatMap(nodes.quotation),
            let reading = reader["reading"].flatMap({ nodes.word($0, SourceQuote.Reading.self) })
        else { return nil }
        return SourceQuote(
            quote: quote, reading: reading.value, of: reader["of"].flatMap { nodes.name($0, "a source's id") })
    }
}

extension NodeReader {
    func late(_ node: YAMLNode) -> Located<Late>? {
        guard let name = name(node, "what happens when the time has passed") else { return nil }
        switch name.value {
        case "deny": return name.map { _ in .deny }
        case "stays-held": return name.map { _ in .staysHeld }
        default: return name.map(Late.tier)
        }
    }
}
