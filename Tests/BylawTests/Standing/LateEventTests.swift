import Bylaw
import Testing

/// Ladder: 1 reminds, 2 suspends from sharing for 14 days, 3 revokes `ambassador`.
@Suite("Events that come late")
struct LateEventTests {
    let terms = makeTerms()

    @Test("are not known before they are recorded, nor before they occurred")
    func unknownBefore() throws {
        let late = makeStrike("a", on: day(1), recorded: day(5), terms: terms)
        // A recorder whose clock is behind.
        let early = makeStrike("b", on: day(10), recorded: day(8), terms: terms)
        let ledger = try makeLedger(terms, events: [late, early])
        #expect(try ledger.points(at: day(5, -1)) == 0)
        #expect(try ledger.points(at: day(5)) == 1)
        #expect(try ledger.points(at: day(9)) == 1)
        let standing = try ledger.standing(of: "u_7", at: day(10))
        #expect(standing.points(policy: "sharing-policy", tally: "sharing") == 2)
        #expect(standing.suspensions.map(\.from) == [day(10)])
    }

    @Test("begin the sanction that they reveal when they are recorded")
    func revealedLater() throws {
        // Known on day 10: one strike, of day 10. On day 100 one of day 5 comes: the strike of day 10 was the second.
        let strikes = [
            makeStrike("a", on: day(10), terms: terms, id: "a"),
            makeStrike("b", on: day(5), recorded: day(100), terms: terms, id: "b"),
        ]
        let ledger = try makeLedger(terms, events: strikes)
        #expect(try ledger.standing(of: "u_7", at: day(99)).suspensions.isEmpty)
        let standing = try ledger.standing(of: "u_7", at: day(100))
        #expect(standing.suspensions.map(\.from) == [day(100)])
        #expect(standing.suspensions.map(\.until) == [day(114)])
        #expect(standing.sanctions.last?.event == "a")
    }

    @Test("leave a sanction where it was, if it was known without them")
    func revealedBefore() throws {
        let ladder = [Rung(at: 3, sanction: .suspend, duration: .days(14))]
        let terms = makeTerms(ladder: ladder)
        // 0 -> 3 on day 10; with the late one 1 -> 4: the same rung by the same strike, known since day 10.
        let ledger = try makeLedger(
            terms,
            events: [
                makeStrike("a", 3, on: day(10), terms: terms),
                makeStrike("b", on: day(5), recorded: day(100), terms: terms),
            ])
        #expect(try ledger.standing(of: "u_7", at: day(100)).suspensions.map(\.from) == [day(10)])
    }

    @Test("count only where they were still counting")
    func expiredBefore() throws {
        // The late strike of day 5 expires on day 185, before the one of day 190 occurs.
        let ledger = try makeLedger(
            terms,
            events: [
                makeStrike("a", on: day(190), terms: terms),
                makeStrike("b", on: day(5), recorded: day(200), terms: terms),
            ])
        let standing = try ledger.standing(of: "u_7", at: day(200))
        #expect(standing.points(policy: "sharing-policy", tally: "sharing") == 1)
        #expect(standing.sanctions.map(\.rung.at) == [1, 1])
        // By their beginning: the reminder for day 190 was known first.
        #expect(standing.sanctions.map(\.from) == [day(190), day(200)])
    }

    @Test("take a role away although it was granted since they occurred")
    func lateRevocation() throws {
        var ledger = try makeLedger(
            terms, events: [makeStrike("a", 3, on: day(5), recorded: day(100), terms: terms)])
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(50))
        #expect(try ledger.standing(of: "u_7", at: day(100)).revoked == ["ambassador"])
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(101))
        #expect(try ledger.standing(of: "u_7", at: day(101)).roles == ["ambassador"])
    }
}
