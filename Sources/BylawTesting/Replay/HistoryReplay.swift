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
            found = try perform(step)
            if let refused = step.expect?.refused {
                found.append(
                    Mismatch(
                        "ledger", "expected the ledger to refuse this", expected: "`\(refused.value)`",
                        found: "recorded", at: refused.location))
            }
            if let expected = step.expect?.standing { found += try look(expected, step) }
        } catch {
            found = refusal(error, step, number: number)
        }
        mismatches += found.map { $0.adding(note: "step \(number), at \(step.time)") }
    }

    private mutating func perform(_ step: FixtureCase.Step) throws(LedgerError) -> [Mismatch] {
        switch step.deed {
        case .judge(let request): return try judge(request, step)
        case .change(let change):
            try LedgerDeed(change: change, step: step, policies: policies).perform(on: &ledger)
            return []
        case .look: return []
        }
    }

    /// What differs where the ledger refuses a step: nothing, if it does so for the reason that is expected.
    private func refusal(_ error: LedgerError, _ step: FixtureCase.Step, number: Int) -> [Mismatch] {
        if let refused = step.expect?.refused, refused.value.isSame(error.code) {
            guard let expected = step.expect?.standing else { return [] }
            do { return try look(expected, step) } catch { return refusal(error, step, number: number) }
        }
        return [
            Mismatch(
                "ledger", "the ledger refuses step \(number): \(error.description)",
                expected: step.expect?.refused.map { "`\($0.value)`" } ?? "recorded", found: "`\(error.code)`",
                at: step.expect?.refused?.location ?? step.location)
        ]
    }

    /// Judges a request by the actor's standing at its time, and records what it charged if it has happened.
    private mutating func judge(_ request: Request, _ step: FixtureCase.Step) throws(LedgerError) -> [Mismatch] {
        var known = try ledger.standing(of: request.actor.id, at: request.time, incident: request.incident)
        for other in policies.evaluator.subjects(of: request).dropFirst() {
            known.related.append(try ledger.standing(of: other, at: request.time, incident: request.incident))
        }
        let standing = StandingInput.known(known)
        situations.append((request, standing))
        let decision = policies.evaluator.judge(request, standing: standing)
        try ledger.record(decision, terms: policies.terms(for: request), by: "fixture")
        return step.expect.map { DecisionMatcher(decision, policies).mismatches($0) } ?? []
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
