import Bylaw
import BylawSource

/// Replays the steps of a history over a ledger of its own.
struct HistoryReplay {
    private(set) var mismatches: [Mismatch] = []
    private(set) var situations: [(request: Request, standing: StandingInput)] = []
    private let policies: FixturePolicies
    private var ledger = MemoryLedger()

    init(_ policies: FixturePolicies) { self.policies = policies }

    mutating func take(_ step: FixtureCase.Step, number: Int) {
        var found: [Mismatch]
        do {
            switch step.deed {
            case .judge(let request): found = try judge(request, step)
            case .change(let change):
                try apply(change, step)
                found = []
            case .look: found = []
            }
            if let expected = step.expect?.standing { found += try look(expected, step) }
        } catch {
            found = [
                Mismatch(
                    "ledger", "the ledger refuses step \(number): \(error.description)", expected: "recorded",
                    found: "refused", at: step.location)
            ]
        }
        mismatches += found.map { $0.adding(note: "step \(number), at \(step.time)") }
    }

    /// Judges a request by the actor's standing at its time, and records what it charged if it has happened.
    private mutating func judge(_ request: Request, _ step: FixtureCase.Step) throws(LedgerError) -> [Mismatch] {
        let standing = StandingInput.known(try ledger.standing(of: request.actor.id, at: request.time))
        situations.append((request, standing))
        let decision = policies.evaluator.judge(request, standing: standing)
        try ledger.record(decision, terms: policies.terms(for: request), by: "fixture")
        return step.expect.map { DecisionMatcher(decision, policies).mismatches($0) } ?? []
    }

    private mutating func apply(_ change: LedgerChange, _ step: FixtureCase.Step) throws(LedgerError) {
        switch change {
        case .reverse(let incident):
            try ledger.reverse(incident: incident.value, by: "fixture", at: step.time)
        case .grant(let role, let member, let by):
            try ledger.grant(role: role.value, to: member ?? step.actor, by: by, at: step.time)
        case .revoke(let role, let member, let by):
            try ledger.revoke(role: role.value, from: member ?? step.actor, by: by, at: step.time)
        case .pardon(var pardon, let tally, let member, let by, _):
            if let tally, let terms = policies.tallies(named: tally.value).first {
                (pardon.policy, pardon.tally) = (terms.policy, terms.tally)
            }
            try ledger.pardon(member ?? step.actor, pardon, by: by, at: step.time)
        }
    }

    private func look(_ expected: StandingExpectation, _ step: FixtureCase.Step) throws(LedgerError) -> [Mismatch] {
        let member = expected.of?.value ?? step.actor
        let standing = try ledger.standing(of: member, at: step.time)
        return StandingMatcher(
            standing: standing, time: step.time, hostRoles: member.isSame(step.actor) ? step.roles : [],
            policies: policies
        ).mismatches(expected)
    }
}
