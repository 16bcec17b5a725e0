import Bylaw
import BylawSource

/// Replays the steps of a history over a ledger of its own.
struct HistoryReplay {
    private(set) var mismatches: [Mismatch] = []
    /// What is looked at; nil where nobody asks.
    private(set) var sights: ReplaySights?
    private let policies: FixturePolicies
    private let roster: Roster
    private let ledger = ReplayLedger()
    /// That of the last request.
    private var incident: String?

    init(_ policies: FixturePolicies, reviewers: [Reviewer]?, sights: ReplaySights? = nil) {
        self.policies = policies
        self.sights = sights
        roster = reviewers.map(Roster.members) ?? .unknown
    }

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
            found += try look(step)
        } catch {
            found = refusal(error, step, number: number)
        }
        mismatches += found.map { $0.adding(note: "step \(number), at \(step.time)") }
    }

    private mutating func perform(_ step: FixtureCase.Step) throws -> [Mismatch] {
        switch step.deed {
        case .judge(let request): return try judge(request, step)
        case .change(let change):
            let deed = LedgerDeed(
                change: change, step: step, policies: policies, roster: roster, incident: incident ?? "")
            try ledger.step { try deed.perform(on: &$0) }
            return []
        case .look: return []
        }
    }

    /// What differs where the ledger refuses a step: nothing, if it does so for the reason that is expected.
    private mutating func refusal(_ error: any Error, _ step: FixtureCase.Step, number: Int) -> [Mismatch] {
        let error = error as? LedgerError ?? .unavailable("it failed")
        if let refused = step.expect?.refused, refused.value.isSame(error.code) {
            do { return try look(step) } catch { return refusal(error, step, number: number) }
        }
        return [
            Mismatch(
                "ledger", "the ledger refuses step \(number): \(error.description)",
                expected: step.expect?.refused.map { "`\($0.value)`" } ?? "recorded", found: "`\(error.code)`",
                at: step.expect?.refused?.location ?? step.location)
        ]
    }

    /// Judges a request by all that the ledger knows, and records what it charges, holds and owes.
    private mutating func judge(_ asked: Request, _ step: FixtureCase.Step) throws -> [Mismatch] {
        incident = asked.incident
        let evaluator = policies.evaluator
        let (request, known) = try ledger.step { try $0.informed(asked, by: evaluator) }
        let standing = StandingInput.known(known)
        sights?.situations.append((request, standing))
        try seeWindows(step, of: step.actor)
        let decision = evaluator.judge(request, standing: standing)
        let roster = roster
        try ledger.step { try $0.record(decision, of: request, judgedBy: evaluator, roster: roster, by: "fixture") }
        return step.expect.map { DecisionMatcher(decision, policies).mismatches($0) } ?? []
    }

    /// Looks at how near to the end of its window each of a member's points is.
    private mutating func seeWindows(_ step: FixtureCase.Step, of member: String) throws {
        guard sights != nil else { return }
        let events = try ledger.step { try $0.history(of: member).events }
        for charge in events.compactMap({ event in event.charge.map { (event, $0) } }) {
            sights?.see(charge.1, occurred: charge.0.occurred, at: step.time, policies)
        }
    }

    private mutating func look(_ step: FixtureCase.Step) throws -> [Mismatch] {
        guard let expect = step.expect else { return [] }
        return try standing(expect, step) + review(expect, step)
    }

    private mutating func standing(_ expect: Expectation, _ step: FixtureCase.Step) throws -> [Mismatch] {
        guard let expected = expect.standing else { return [] }
        let member = expected.of?.value ?? step.actor
        try seeWindows(step, of: member)
        let standing = try ledger.step { try $0.standing(of: member, at: step.time) }
        return StandingMatcher(
            standing: standing, time: step.time, hostRoles: member.isSame(step.actor) ? step.roles : [],
            policies: policies
        ).mismatches(expected)
    }

    private func review(_ expect: Expectation, _ step: FixtureCase.Step) throws -> [Mismatch] {
        var found: [Mismatch?] = []
        if let expected = expect.reviewed {
            let incident = expected.incident ?? incident ?? ""
            let record = try ledger.step { step in
                try step.cases(at: .latest).last { $0.is(of: expected.rule.value, incident) }
            }
            found += CaseMatcher(record).mismatches(expected)
        }
        if let expected = expect.modes {
            let modes = try ledger.step { try $0.modeEvents() }.modes(at: step.time)
            found.append(ListMatcher(what: "modes", code: "modes").mismatch(expected, modes.map { .init($0) }))
        }
        if let expected = expect.overdue {
            let overdue = try ledger.step { try $0.overdue(at: step.time) }
            let names =
                overdue.cases.map { $0.stage.tier.isEmpty ? $0.opening.awaits ?? "" : $0.stage.tier }
                + overdue.duties.map(\.duty.duty)
            found.append(
                ListMatcher(what: "what is overdue", code: "overdue").mismatch(expected, names.map { .init($0) }))
        }
        return found.compactMap(\.self)
    }
}

extension CaseRecord {
    /// Whether it is the case of a rule, named alone or with its policy, for an incident.
    func `is`(of rule: String, _ incident: String) -> Bool {
        opening.incident.isSame(incident) && rule.means(opening.rule, of: opening.policy)
    }
}

extension Timestamp {
    /// The last moment that there is.
    static let latest = Timestamp(clamping: .max)
}
