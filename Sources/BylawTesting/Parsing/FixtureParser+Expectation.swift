import Bylaw
import BylawSource
import BylawYAML

extension FixtureParser {
    /// What a case or step expects; `holder` is what the `expect` key stands in.
    func expectation(_ node: YAMLNode, _ shape: Shape, _ holder: MappingReader) -> Expectation? {
        expectation(node, shape, at: holder.location(of: "expect"))
    }

    /// The same, for what stands at a place.
    func expectation(_ node: YAMLNode, _ shape: Shape, at place: SourceLocation) -> Expectation? {
        let errorsBefore = nodes.problems.errorCount
        guard let reader = MappingReader(node, shape, nodes) else { return nil }
        var expect = Expectation(at: place)
        // Elsewhere null is as good as absent; here it would be an expectation that cannot fail.
        for entry in node.mapping?.entries ?? [] where entry.value.isNull && entry.key.text != "remedy" {
            nodes.expected("what `\(entry.key.text)` must be", at: entry.value)
        }
        expect.outcome = reader["outcome"].flatMap { nodes.word($0) }
        expect.reason = reader["reason"].flatMap { word($0, Reason.all, Reason.init) }
        expect.rules = texts(reader, "rules")
        expect.errors = texts(reader, "errors")
        expect.waits = texts(reader, "waits")
        expect.cases = texts(reader, "cases")
        expect.duties = list(reader, "duties", duty)
        expect.due =
            reader["due"].map { node in
                entries(node).compactMap { name, value in nodes.timestamp(value).map { Named(name, $0) } }
            } ?? []
        expect.notices = texts(reader, "notices")
        expect.sanctions = list(reader, "sanctions") { nodes.word($0, SanctionKind.self)?.map(\.rawValue) }
        expect.grants = texts(reader, "grants")
        expect.texts = reader["texts"].map(optionalTexts) ?? []
        expect.labels = reader["labels"].map(optionalTexts) ?? []
        expect.strikes = reader["strikes"].map(pointsExpectation)
        expect.merits = reader["merits"].map(pointsExpectation)
        expect.state = reader["state"].flatMap { word($0, Decision.State.all, Decision.State.init) }
        expect.remedy = remedy(reader)
        expect.shadow = reader["shadow"].map(shadow)
        expect.checklists =
            reader["checklists"].map { node in
                entries(node).compactMap { name, value in
                    list(value, nodes.text).map { Named(name, $0) }
                }
            } ?? []
        expect.standing = reader["standing"].flatMap(standingExpectation)
        expect.refused = reader["refused"].flatMap {
            word($0, LedgerError.codes) { LedgerError.codes.contains($0) ? $0 : nil }
        }
        expect.reviewed = reader["case"].flatMap(caseExpectation)
        expect.modes = texts(reader, "modes")
        expect.overdue = texts(reader, "overdue")
        if expect.isEmpty {
            // Without anything expected nothing could ever fail.
            if nodes.problems.errorCount == errorsBefore {
                nodes.problems.error("nothing-expected", "nothing is expected here", at: expect.location)
            }
            return nil
        }
        return expect
    }

    /// One of the words of an enumeration that cannot list its cases.
    private func word<Word: Sendable>(
        _ node: YAMLNode, _ known: [String], _ make: (String) -> Word?
    ) -> Located<Word>? {
        guard let text = nodes.text(node) else { return nil }
        if let word = make(text.value) { return Located(word, at: text.location) }
        nodes.unknownWord(text, known)
        return nil
    }

    private func texts(_ reader: MappingReader, _ key: String) -> ListExpectation<String>? {
        list(reader, key, nodes.text)
    }

    private func list<Item>(
        _ reader: MappingReader, _ key: String, _ item: (YAMLNode) -> Located<Item>?
    ) -> ListExpectation<Item>? {
        reader[key].flatMap { list($0, item) }
    }

    /// A list, exact unless it is written `{ includes: […] }`.
    private func list<Item>(_ node: YAMLNode, _ item: (YAMLNode) -> Located<Item>?) -> ListExpectation<Item>? {
        let location = nodes.location(of: node)
        if node.mapping != nil {
            guard let reader = MappingReader(node, FixtureShapes.includes, nodes), let items = reader["includes"] else {
                return nil
            }
            return ListExpectation(items: nodes.list(items, item), isExact: false, location: location)
        }
        return ListExpectation(items: nodes.list(node, item), isExact: true, location: location)
    }

    private func duty(_ node: YAMLNode) -> Located<DutyExpectation>? {
        guard let reader = MappingReader(node, FixtureShapes.duty, nodes) else { return nil }
        let to = reader.written("to").flatMap(optionalText)
        let duty = DutyExpectation(
            duty: reader["duty"].flatMap { nodes.word($0) }, to: to, rule: reader["rule"].flatMap(nodes.text))
        return Located(duty, at: reader.location)
    }

    private func optionalTexts(_ node: YAMLNode) -> [Named<Located<String?>>] {
        entries(node).compactMap { name, value in optionalText(value).map { Named(name, $0) } }
    }

    /// A text, or null.
    private func optionalText(_ node: YAMLNode) -> Located<String?>? {
        if node.isNull { return Located(nil, at: nodes.location(of: node)) }
        return nodes.text(node)?.map { $0 }
    }

    private func pointsExpectation(_ node: YAMLNode) -> PointsExpectation {
        PointsExpectation(tallies: points(node), location: nodes.location(of: node))
    }

    private func remedy(_ reader: MappingReader) -> Located<Remedy?>? {
        guard let node = reader.written("remedy") else { return nil }
        if node.isNull { return Located(nil, at: nodes.location(of: node)) }
        return nodes.word(node, Remedy.self)?.map { $0 }
    }

    private func shadow(_ node: YAMLNode) -> Located<[Named<ShadowExpectation>]> {
        let policies = entries(node).compactMap { name, value in shadowPolicy(value).map { Named(name, $0) } }
        return Located(policies, at: nodes.location(of: node))
    }

    /// An outcome, or an outcome with the rules that match.
    private func shadowPolicy(_ node: YAMLNode) -> ShadowExpectation? {
        guard node.mapping != nil else {
            return nodes.word(node, Outcome.self).map { ShadowExpectation(outcome: $0, rules: nil) }
        }
        guard let reader = MappingReader(node, FixtureShapes.shadow, nodes) else { return nil }
        return ShadowExpectation(
            outcome: reader["outcome"].flatMap { nodes.word($0, Outcome.self) }, rules: texts(reader, "rules"))
    }

    private func caseExpectation(_ node: YAMLNode) -> CaseExpectation? {
        guard let reader = MappingReader(node, FixtureShapes.caseExpectation, nodes),
            let rule = reader["rule"].flatMap(nodes.text)
        else { return nil }
        func word(_ key: String, _ known: [String]) -> Located<String>? {
            reader[key].flatMap { self.word($0, known) { known.contains($0) ? $0 : nil } }
        }
        return CaseExpectation(
            location: reader.location, rule: rule, incident: reader["incident"].flatMap(nodes.text)?.value,
            state: word("state", CaseExpectation.states), verdict: word("verdict", ["allow", "deny"]),
            tier: reader["tier"].flatMap(nodes.text), due: reader["due"].flatMap(nodes.timestamp),
            votes: reader.integer("votes"))
    }

    private func standingExpectation(_ node: YAMLNode) -> StandingExpectation? {
        guard let reader = MappingReader(node, FixtureShapes.standingExpectation, nodes) else { return nil }
        return StandingExpectation(
            location: reader.location, of: reader["of"].flatMap(nodes.text),
            points: reader["points"].map(points) ?? [], roles: texts(reader, "roles"),
            revoked: texts(reader, "revoked"), titles: texts(reader, "titles"), suspended: texts(reader, "suspended"),
            warnings: reader["warnings"].map(points) ?? [], restores: texts(reader, "restores"))
    }
}
