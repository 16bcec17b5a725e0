import Bylaw
import BylawSource
import BylawYAML

/// What people do to the ledger in a step.
extension FixtureParser {
    /// The keys of such steps.
    static let changes = [
        "reverse", "grant", "revoke", "pardon", "warn", "train", "sanction", "appeal", "decide", "carry-out",
        "vote", "appeal-ruling", "deadlines", "fact", "mode", "done",
    ]

    func ledgerChange(_ reader: MappingReader) -> LedgerChange? {
        if let node = reader["reverse"] { return nodes.text(node).map { .reverse(incident: $0) } }
        if let grant = part(reader, "grant", FixtureShapes.grant) {
            return grant["role"].flatMap(nodes.text).map { .grant($0, to: text(grant, "to"), by: by(grant)) }
        }
        if let revoke = part(reader, "revoke", FixtureShapes.revoke) {
            return revoke["role"].flatMap(nodes.text).map { .revoke($0, from: text(revoke, "from"), by: by(revoke)) }
        }
        if let pardon = part(reader, "pardon", FixtureShapes.pardon) {
            return pardon["clears"].flatMap { nodes.word($0, LedgerEvent.Pardon.Clears.self) }.map {
                .pardon(
                    .init(clears: $0.value), tally: pardon["tally"].flatMap(nodes.text), to: text(pardon, "to"),
                    by: by(pardon), pardon.location)
            }
        }
        return warningOrTraining(reader) ?? sanction(reader) ?? appeal(reader) ?? review(reader)
    }

    private func warningOrTraining(_ reader: MappingReader) -> LedgerChange? {
        if let warning = part(reader, "warn", FixtureShapes.warning),
            let tally = warning["tally"].flatMap(nodes.text), let incident = text(warning, "incident")
        {
            return .warn(tally: tally, incident: incident, to: text(warning, "to"), by: by(warning))
        }
        if let training = part(reader, "train", FixtureShapes.training),
            let tally = training["tally"].flatMap(nodes.text)
        {
            return .train(tally: tally, to: text(training, "to"), by: by(training))
        }
        return nil
    }

    private func sanction(_ reader: MappingReader) -> LedgerChange? {
        if let node = part(reader, "carry-out", FixtureShapes.carryOut) {
            return node["what"].flatMap { nodes.word($0, CarryingOut.self) }
                .map { .carryOut($0.value, to: text(node, "to"), by: by(node)) }
        }
        guard let sanction = part(reader, "sanction", FixtureShapes.manualSanction),
            let tally = sanction["tally"].flatMap(nodes.text),
            let kind = sanction["sanction"].flatMap({ nodes.word($0, SanctionKind.self) })
        else { return nil }
        let written = ManualSanctionSyntax(
            tally: tally, sanction: kind.value,
            actions: sanction["from"].map { nodes.oneOrMore($0, nodes.text) }?.map(\.value) ?? [],
            duration: sanction["for"].flatMap(nodes.duration)?.value, role: text(sanction, "role"))
        return .sanction(written, to: text(sanction, "to"), by: by(sanction))
    }

    private func appeal(_ reader: MappingReader) -> LedgerChange? {
        if let appeal = part(reader, "appeal", FixtureShapes.appeal) {
            return appeal["incident"].flatMap(nodes.text)
                .map { .appeal(incident: $0, to: text(appeal, "to"), by: text(appeal, "by")) }
        }
        guard let decision = part(reader, "decide", FixtureShapes.appealDecision),
            let incident = decision["incident"].flatMap(nodes.text),
            let end = decision["as"].flatMap({ nodes.word($0, AppealEnd.self) })
        else { return nil }
        return .decide(incident: incident, end.value, to: text(decision, "to"), by: by(decision))
    }

    private func review(_ reader: MappingReader) -> LedgerChange? {
        if reader["deadlines"].flatMap(nodes.text) != nil { return .judgeOverdue }
        if let vote = part(reader, "vote", FixtureShapes.vote), let rule = vote["rule"].flatMap(nodes.text),
            let choice = vote["choice"].flatMap({ nodes.word($0, LedgerEvent.Vote.Choice.self) }),
            let by = text(vote, "by")
        {
            return .vote(
                VoteSyntax(
                    rule: rule, choice: choice.value, by: by, roles: vote.has("roles") ? texts(vote, "roles") : nil,
                    related: texts(vote, "related"), incident: text(vote, "incident")))
        }
        if let appeal = part(reader, "appeal-ruling", FixtureShapes.rulingAppeal),
            let rule = appeal["rule"].flatMap(nodes.text)
        {
            return .appealRuling(rule: rule, incident: text(appeal, "incident"), by: text(appeal, "by"))
        }
        if let done = part(reader, "done", FixtureShapes.doneDuty), let rule = done["rule"].flatMap(nodes.text),
            let duty = done["duty"].flatMap({ nodes.word($0, DutyKind.self) })
        {
            return .done(duty.value, rule: rule, by: by(done))
        }
        return fact(reader) ?? mode(reader)
    }

    private func fact(_ reader: MappingReader) -> LedgerChange? {
        guard let fact = part(reader, "fact", FixtureShapes.fact), let by = text(fact, "by"),
            let name = one(fact, "give", "withdraw")
        else { return nil }
        return .fact(
            FactSyntax(
                name: name, isGiven: fact.has("give"), by: by, keys: keys(fact["keys"], by: by),
                until: fact["until"].flatMap(nodes.timestamp)?.value))
    }

    /// What a fact says, in which `by` is always told.
    private func keys(_ node: YAMLNode?, by: String) -> [Attribute] {
        guard let node else { return [Attribute("by", .string(by))] }
        guard case .object(let keys) = AttributeValue(node, file: nodes.file, problems: nodes.problems) else {
            nodes.expected("a mapping", at: node)
            return []
        }
        return AttributeValue.object(keys)["by"] == nil ? [Attribute("by", .string(by))] + keys : keys
    }

    private func mode(_ reader: MappingReader) -> LedgerChange? {
        guard let mode = part(reader, "mode", FixtureShapes.mode), let by = text(mode, "by"),
            let name = one(mode, "on", "off")
        else { return nil }
        return .mode(name: name, isOn: mode.has("on"), by: by, roles: texts(mode, "roles"))
    }

    /// The value of one of two keys; neither or both is an error.
    private func one(_ reader: MappingReader, _ first: String, _ second: String) -> Located<String>? {
        if reader.has(first) != reader.has(second) {
            return (reader[first] ?? reader[second]).flatMap(nodes.text)
        }
        nodes.problems.error("missing-key", "it has either `\(first)` or `\(second)`", at: reader.location)
        return nil
    }

    private func texts(_ reader: MappingReader, _ key: String) -> [String] {
        reader[key].map { nodes.oneOrMore($0, nodes.text) }?.map(\.value) ?? []
    }

    private func part(_ reader: MappingReader, _ key: String, _ shape: Shape) -> MappingReader? {
        reader[key].flatMap { MappingReader($0, shape, nodes) }
    }

    private func text(_ reader: MappingReader, _ key: String) -> String? { reader[key].flatMap(nodes.text)?.value }

    private func by(_ reader: MappingReader) -> String { text(reader, "by") ?? "fixture" }
}
