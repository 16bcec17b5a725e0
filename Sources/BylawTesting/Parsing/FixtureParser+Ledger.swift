import Bylaw
import BylawSource
import BylawYAML

/// What people do to the ledger in a step.
extension FixtureParser {
    /// The keys of such steps.
    static let changes = [
        "reverse", "grant", "revoke", "pardon", "warn", "train", "sanction", "appeal", "decide", "carry-out",
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
        return warningOrTraining(reader) ?? sanction(reader) ?? appeal(reader)
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

    private func part(_ reader: MappingReader, _ key: String, _ shape: Shape) -> MappingReader? {
        reader[key].flatMap { MappingReader($0, shape, nodes) }
    }

    private func text(_ reader: MappingReader, _ key: String) -> String? { reader[key].flatMap(nodes.text)?.value }

    private func by(_ reader: MappingReader) -> String { text(reader, "by") ?? "fixture" }
}
