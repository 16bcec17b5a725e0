import BylawTestSupport

@testable import Bylaw

/// A case in a ledger, with a roster that knows of no relation: those are disclosed while it is open, roles are lost, votes
/// come from anybody, and somebody looks at what is due now and then, at the very second too.
struct RandomReview {
    let plan: RandomCase
    /// What was done, in the ledger's order of recording.
    let events: [LedgerEvent]
    /// Who was related to whom, and who lost which role.
    let disclosures: [LedgerEvent]
    /// The case as the ledger tells it at the end.
    let record: CaseRecord
    /// The same, by a ledger at which nobody looked before the end.
    let lateRecord: CaseRecord

    var roster: [Reviewer] { plan.roster.map { Reviewer(id: $0.id, roles: $0.roles) } }

    init(seed: UInt64) throws {
        let plan = RandomCase(seed: seed, isPlayed: false)
        self.plan = plan
        var random = SeededGenerator(seed: seed ^ 0x9E7)
        let ledger = try Self.ledger(plan)
        var disclosures: [LedgerEvent] = []
        func disclose(_ kind: LedgerEvent.Kind, of id: String, at time: Timestamp) throws {
            let event = LedgerEvent(subject: id, kind: kind, occurred: time, by: id)
            disclosures.append(event)
            try ledger.step { _ = try $0.append([event]) }
        }
        let members = Roster.members(plan.roster.map { Reviewer(id: $0.id, roles: $0.roles) })
        var now = day(1)
        for _ in 0..<Int.random(in: 4...20, using: &random) {
            let due = try ledger.step { try $0.record(ofCase: "case", at: nil) }.stage.due
            now = Self.next(now, due, &random)
            let id = RandomCase.people.randomElement(using: &random) ?? "p0"
            let deed = Int.random(in: 0..<12, using: &random)
            // What is disclosed is in a second of its own: events do not tell what of one second came first.
            if deed < 2 { now = now.advanced(by: .seconds(1)) }
            defer { if deed < 2 { now = now.advanced(by: .seconds(1)) } }
            switch deed {
            case 0:
                let kind = LedgerEvent.Kind.related(id, to: RandomCase.people.randomElement(using: &random) ?? "p0")
                try disclose(kind, of: id, at: now)
            case 1: try disclose(.roleRevoked(RandomCase.roles.randomElement(using: &random) ?? ""), of: id, at: now)
            case 2, 3: try ledger.step { _ = try $0.judgeOverdue(at: now, roster: members) }
            case 4: try? ledger.step { _ = try $0.appeal(case: "case", by: "p0", at: now) }
            default:
                let reviewer = Reviewer(id: id, roles: plan.roster.first { $0.id == id }?.roles ?? [])
                let choice = LedgerEvent.Vote.Choice.allCases.randomElement(using: &random) ?? .allow
                try? ledger.step { _ = try $0.vote(choice, onCase: "case", by: reviewer, roster: members, at: now) }
            }
        }
        // From here on one ledger is looked at whenever something is due, the other long after.
        let late = try Self.ledger(plan)
        for id in RandomCase.people {
            let events = try ledger.step { try $0.history(of: id) }.events
            try late.step { _ = try $0.append(events) }
        }
        for _ in 0..<4 {
            let record = try ledger.step { try $0.record(ofCase: "case", at: nil) }
            guard record.isOpen, let due = record.stage.due else { break }
            now = max(now, due)
            try ledger.step { _ = try $0.judgeOverdue(at: now, roster: members) }
        }
        let related = LedgerEvent(
            subject: "p3", kind: .related("p3", to: "p0"), occurred: day(399), by: "p3")
        try late.step { step in
            _ = try step.append([related])
            _ = try step.judgeOverdue(at: day(400), roster: members)
        }
        self.disclosures = disclosures
        record = try ledger.step { try $0.record(ofCase: "case", at: nil) }
        lateRecord = try late.step { try $0.record(ofCase: "case", at: nil) }
        events = try ledger.step { try $0.history(of: "p0") }.events.filter { $0.caseID == "case" }
    }

    /// A while later: none, some, or just what is due, a second before it or after it.
    private static func next(
        _ now: Timestamp, _ due: Timestamp?, _ random: inout SeededGenerator
    ) -> Timestamp {
        if let due, due > now, Int.random(in: 0..<6, using: &random) == 0 {
            return due.advanced(by: .seconds(Int.random(in: -1...1, using: &random)))
        }
        return now.advanced(by: .seconds([0, 0, 1, 3_600, 18_000, 86_400].randomElement(using: &random) ?? 0))
    }

    private static func ledger(_ plan: RandomCase) throws -> ReplayLedger {
        let ledger = ReplayLedger()
        try ledger.step { step in
            try step.writing?.keep(terms: plan.terms.canonicalBytes, digest: plan.terms.digest)
            _ = try step.append(plan.events)
        }
        return ledger
    }
}
