import Bylaw
import BylawSource

/// Compares a member's standing with what is expected of it.
struct StandingMatcher {
    let standing: Standing
    let time: Timestamp
    let hostRoles: [String]
    let policies: FixturePolicies

    func mismatches(_ expected: StandingExpectation) -> [Mismatch] {
        numbers(expected.points, "", standing.points) + numbers(expected.warnings, "warnings ", standing.warnings)
            + [
                list(expected.roles, standing.effectiveRoles(host: hostRoles), "effective roles"),
                list(expected.revoked, standing.revoked, "revoked roles"),
                list(expected.titles, standing.titles, "titles"),
                list(expected.suspended, suspendedActions, "suspensions from"),
                list(expected.restores, standing.restores.map(\.sanction.rawValue), "sanctions to undo"),
            ].compactMap(\.self)
    }

    private func numbers(
        _ expected: [Named<Located<Int>>], _ what: String, _ count: (String, String) -> Int
    ) -> [Mismatch] {
        expected.compactMap { entry in
            guard let terms = policies.tallies(named: entry.name.value).first else { return nil }
            let found = count(terms.policy, terms.tally)
            guard found != entry.value.value else { return nil }
            return Mismatch(
                "standing",
                "expected `\(standing.subject)` to have \(entry.value.value) \(what)on `\(entry.name.value)`, "
                    + "got \(found)",
                expected: String(entry.value.value), found: String(found), at: entry.value.location, notes: ladder)
        }
    }

    private func list(_ expected: ListExpectation<String>?, _ found: [String], _ what: String) -> Mismatch? {
        guard let expected else { return nil }
        guard let mismatch = ListMatcher(what: what, code: "standing").mismatch(expected, found.map { .init($0) })
        else { return nil }
        return Mismatch(
            "standing", mismatch.message, expected: mismatch.expected, found: mismatch.found, at: mismatch.location,
            notes: mismatch.notes + ladder)
    }

    /// What the ladders have brought so far.
    private var ladder: [String] {
        standing.sanctions.map { sanction in
            let end = sanction.until.map { " until \($0)" } ?? ""
            return "`\(sanction.tally)` reached \(sanction.rung.at): `\(sanction.rung.sanction.rawValue)` "
                + "from \(sanction.from)\(end)"
        }
    }

    private var suspendedActions: [String] {
        policies.checked.flatMap { policy in
            policy.schema.actions.map(\.kind).filter {
                standing.isSuspended(from: $0, policy: policy.id, at: time)
            }
        }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    }
}
