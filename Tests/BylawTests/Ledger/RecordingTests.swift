import Testing

@testable import Bylaw

@Suite("Recording a decision")
struct RecordingTests {
    let terms = makeTerms()

    private func decision(
        _ incident: String = "i", stage: Stage = .done, on time: Timestamp = day(1),
        strikes: [Decision.Points], merits: [Decision.Points] = []
    ) -> Decision {
        var decision = Decision(
            request: "r", incident: incident, time: time, stage: stage, outcome: .deny, reason: .rules,
            standing: .known,
            inputs: Decision.Inputs(policies: "sha256:1", lexicons: [], keys: [], tzdata: nil, stopped: []))
        decision.strikes = strikes
        decision.merits = merits
        decision.policies = [
            Decision.PolicyReference(policy: "sharing-policy", version: .oneTwo, digest: "sha256:0")
        ]
        return decision
    }

    private func points(
        _ points: Int, _ state: Decision.State = .charged, tally: String = "sharing", subject: String = "u_7",
        policy: String = "sharing-policy"
    ) -> Decision.Points {
        Decision.Points(
            policy: policy, tally: tally, subject: subject, points: points, rule: "private-circle", state: state)
    }

    @Test("keeps its strikes with all that they rest on, and the terms")
    func charges() throws {
        var ledger = MemoryLedger()
        let new = try ledger.record(decision(strikes: [points(2)]), terms: [terms], by: "service", recorded: day(3))
        #expect(
            new.map(\.kind) == [
                .strike(
                    .init(
                        incident: "i", policy: "sharing-policy", version: .oneTwo, tally: "sharing",
                        rule: "private-circle", terms: terms.digest, points: 2))
            ])
        #expect(new.map(\.occurred) == [day(1)])
        #expect(new.map(\.recorded) == [day(3)])
        #expect(new.map(\.by) == ["service"])
        #expect(ledger.events == new)
        #expect(ledger.terms == [terms])
    }

    @Test("charges nothing for a proposal, nor what is not charged")
    func chargesNothing() throws {
        var ledger = MemoryLedger()
        for unpaid in [
            decision(stage: .proposed, strikes: [points(2, .would)]),
            decision(stage: .proposed, strikes: [points(2, .charged)]),
            decision(strikes: [points(2, .would)]), decision(strikes: [points(2, .ifUpheld)]),
        ] {
            #expect(try ledger.record(unpaid, terms: [terms], by: "service").isEmpty)
        }
        // What a policy in shadow mode would have said is no part of a decision's strikes.
        var shadow = decision(strikes: [])
        shadow.shadow = [Decision.Shadow(policy: "sharing-policy", version: .oneTwo, outcome: .deny, rules: [])]
        #expect(try ledger.record(shadow, terms: [terms], by: "service").isEmpty)
        #expect(ledger.events.isEmpty)
        #expect(ledger.terms.isEmpty)
    }

    @Test("gives each member theirs, strikes and merits")
    func severalMembers() throws {
        let peace = makeTerms(.forever, ladder: [], tally: "peace")
        var ledger = MemoryLedger()
        let both = decision(
            strikes: [points(1), points(2, subject: "u_8")], merits: [points(1, tally: "peace", subject: "u_9")])
        #expect(try ledger.record(both, terms: [terms, peace], by: "service").count == 3)
        #expect(try ledger.standing(of: "u_8", at: day(1)).tallies.map(\.points) == [2])
        #expect(try ledger.standing(of: "u_9", at: day(1)).tallies.map(\.tally) == ["peace"])
    }

    @Test("again changes nothing, later too; with other points it is a conflict and nothing of it is recorded")
    func again() throws {
        var ledger = MemoryLedger()
        try ledger.record(decision(strikes: [points(1)]), terms: [terms], by: "service")
        #expect(try ledger.record(decision(on: day(2), strikes: [points(1)]), terms: [terms], by: "other").isEmpty)
        let other = decision(strikes: [points(1, subject: "u_8"), points(2)])
        #expect(throws: LedgerError.self) { try ledger.record(other, terms: [terms], by: "service") }
        #expect(ledger.events.count == 1)
        #expect(try ledger.points(at: day(2)) == 1)
    }

    @Test("needs the terms of each tally, once, and the policy's version")
    func undetermined() throws {
        var ledger = MemoryLedger()
        let missing = LedgerError.undeterminedTerms(policy: "sharing-policy", tally: "sharing")
        for given in [[], [makeTerms(tally: "conduct")], [terms, makeTerms(.forever)]] {
            #expect(throws: missing) {
                try ledger.record(decision(strikes: [points(1)]), terms: given, by: "service")
            }
        }
        #expect(throws: LedgerError.unlistedPolicy("elsewhere")) {
            try ledger.record(
                decision(strikes: [points(1, policy: "elsewhere")]), terms: [makeTerms(policy: "elsewhere")],
                by: "service")
        }
        #expect(try !ledger.record(decision(strikes: [points(1)]), terms: [terms, terms], by: "service").isEmpty)
    }
}
