import Bylaw
import BylawSource

/// Expectations of single values: texts, labels, points, remedies.
extension DecisionMatcher {
    func texts(_ expect: Expectation) -> [Mismatch?] {
        expect.texts.map { expected -> Mismatch? in
            let path = expected.name.value
            guard let field = decision.texts.first(where: { $0.path.isSame(path) }) else {
                return Mismatch(
                    "texts", "expected a masked text at `\(path)`, got none",
                    expected: expected.value.value.quoted(or: "withheld"), found: "none", at: expected.value.location,
                    notes: ["no mask of an enforced policy that judges this request rewrites it, or it is missing"])
            }
            guard !isSame(expected.value.value, field.masked) else { return nil }
            let masks = field.spans.map(\.mask).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return Mismatch(
                "texts",
                "expected `\(path)` as \(expected.value.value.quoted(or: "withheld")), "
                    + "got \(field.masked.quoted(or: "it withheld"))",
                expected: expected.value.value.quoted(or: "withheld"), found: field.masked.quoted(or: "withheld"),
                at: expected.value.location, notes: ["masked by: \(ListMatcher.quoted(masks))"])
        }
    }

    func labels(_ expect: Expectation) -> [Mismatch?] {
        expect.labels.map { expected -> Mismatch? in
            let label = decision.labels.first { $0.name.isSame(expected.name.value) }
            guard !isSame(expected.value.value, label?.value) else { return nil }
            let name = expected.name.value
            let notes = label.map { label in
                ["declared: \(label.declared.quoted()), shown by the text: \(label.inferred.quoted())"]
            }
            return Mismatch(
                "labels",
                "expected label `\(name)` to be \(expected.value.value.quoted()), got \((label?.value).quoted())",
                expected: expected.value.value.quoted(), found: (label?.value).quoted(), at: expected.value.location,
                notes: notes ?? [])
        }
    }

    private func isSame(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.isSame(b)
    }

    /// Points by tally, summed over members and states; a tally that is not listed must have none.
    func points(
        code: String, _ expected: PointsExpectation?, _ found: [Decision.Points]
    ) -> Mismatch? {
        guard let expected else { return nil }
        var sums: [(policy: String, tally: String, points: Int)] = []
        for entry in found {
            if let index = sums.firstIndex(where: { $0.policy == entry.policy && $0.tally == entry.tally }) {
                sums[index].points += entry.points
            } else {
                sums.append((entry.policy, entry.tally, entry.points))
            }
        }
        let isMet = expected.tallies.allSatisfy { wanted in
            (sums.first { wanted.name.value.means($0.tally, of: $0.policy) }?.points ?? 0) == wanted.value.value
        }
        let isWhole = sums.allSatisfy { sum in
            expected.tallies.contains { $0.name.value.means(sum.tally, of: sum.policy) }
        }
        guard !isMet || !isWhole else { return nil }
        let wanted = Self.text(expected.tallies.map { ($0.name.value, $0.value.value) })
        let came = Self.text(sums.map { ($0.tally, $0.points) })
        return Mismatch(
            code, "expected \(code) \(wanted), got \(came)", expected: wanted, found: came, at: expected.location,
            notes: found.map { "`\($0.rule)` gives `\($0.subject)` \($0.points) (`\($0.state.rawValue)`)" })
    }

    /// `` `sharing: 2` ``, or `none`.
    private static func text(_ points: [(String, Int)]) -> String {
        ListMatcher.quoted(points.map { "\($0): \($1)" })
    }

    func state(_ expect: Expectation) -> Mismatch? {
        guard let expected = expect.state else { return nil }
        let others = decision.strikes.filter { $0.state != expected.value }
        guard decision.strikes.isEmpty || !others.isEmpty else { return nil }
        let found = others.first.map { "`\($0.state.rawValue)`" } ?? "no strike"
        return Mismatch(
            "state", "expected strikes that are `\(expected.value.rawValue)`, got \(found)",
            expected: "`\(expected.value.rawValue)`", found: found, at: expected.location,
            notes: others.map { "`\($0.rule)` gives `\($0.subject)` \($0.points) (`\($0.state.rawValue)`)" })
    }

    func remedy(_ expect: Expectation) -> Mismatch? {
        guard let expected = expect.remedy, expected.value != decision.remedy else { return nil }
        let (wanted, came) = ((expected.value?.rawValue).quoted(), (decision.remedy?.rawValue).quoted())
        return Mismatch(
            "remedy", "expected remedy \(wanted), got \(came)", expected: wanted, found: came, at: expected.location,
            notes: decision.stage == .proposed ? ["only what is `done` has a remedy"] : explanation)
    }

    /// What each policy in shadow mode says; one that is not listed must not have been judged.
    func shadow(_ expect: Expectation) -> [Mismatch?] {
        guard let expected = expect.shadow else { return [] }
        let wanted = expected.value.map { policy in
            let outcome =
                policy.value.outcome?.value ?? decision.shadow.first { $0.policy.isSame(policy.name.value) }?.outcome
            return "\(policy.name.value): \(outcome?.rawValue ?? "judged")"
        }
        let came = decision.shadow.map { "\($0.policy): \($0.outcome.rawValue)" }
        let isMet =
            wanted.allSatisfy { text in came.contains { $0.isSame(text) } }
            && came.allSatisfy { text in wanted.contains { $0.isSame(text) } }
        guard isMet else {
            return [
                Mismatch(
                    "shadow", "expected shadow \(ListMatcher.quoted(wanted)), got \(ListMatcher.quoted(came))",
                    expected: ListMatcher.quoted(wanted), found: ListMatcher.quoted(came), at: expected.location,
                    notes: decision.shadow.flatMap { shadow in shadow.rules.map(note) })
            ]
        }
        return expected.value.map { policy in
            policy.value.rules.flatMap { rules in
                let matched = decision.shadow.filter { $0.policy.isSame(policy.name.value) }.flatMap(\.rules)
                    .filter { $0.result == .matched }
                return ListMatcher(what: "shadow rules", code: "shadow").mismatch(
                    rules, matched.map { .init($0.rule, "\($0.policy)/\($0.rule)") })
            }
        }
    }

    func checklists(_ expect: Expectation) -> [Mismatch?] {
        expect.checklists.map { expected -> Mismatch? in
            let name = expected.name.value
            let lists = decision.checklists.filter { list in
                list.rule.isSame(name) || list.rule.utf8.suffix(name.utf8.count + 1).elementsEqual("/\(name)".utf8)
            }
            guard !lists.isEmpty else {
                return Mismatch(
                    "checklists", "expected a checklist of `\(name)`, got none", expected: "a checklist",
                    found: "none", at: expected.name.location, notes: absence(name))
            }
            let failed = lists.flatMap(\.failed).map { ListMatcher.Item($0) }
            return ListMatcher(what: "failed items", code: "checklists").mismatch(expected.value, failed)
        }
    }
}
