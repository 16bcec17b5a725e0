import Bylaw
import Testing

/// Ladder in all of them unless given: 1 reminds, 2 suspends from sharing for 14 days, 3 revokes `ambassador`.
@Suite("Standing is computed from the events")
struct StandingTests {
    let terms = makeTerms()

    @Test("a member without events has a clean record")
    func cleanRecord() throws {
        #expect(try MemoryLedger().standing(of: "u_7", at: day(1)) == Standing(subject: "u_7"))
    }

    @Test("each strike brings its rung, and the third ends the role")
    func climbing() throws {
        let strikes = (1...3).map { makeStrike("i\($0)", on: day($0 * 10), terms: terms) }
        let ledger = try makeLedger(terms, events: strikes)

        let first = try ledger.standing(of: "u_7", at: day(10))
        #expect(first.points(policy: "sharing-policy", tally: "sharing") == 1)
        #expect(first.sanctions.map(\.rung.sanction) == [.remind])
        #expect(first.suspensions.isEmpty)

        // Day 20 + 14 days = day 34.
        let second = try ledger.standing(of: "u_7", at: day(20))
        #expect(
            second.suspensions == [
                Standing.Suspension(policy: "sharing-policy", actions: ["share"], from: day(20), until: day(34))
            ])
        #expect(second.revoked.isEmpty)

        let third = try ledger.standing(of: "u_7", at: day(30))
        #expect(third.revoked == ["ambassador"])
        #expect(third.points(policy: "sharing-policy", tally: "sharing") == 3)
        #expect(third.sanctions.map(\.event) == strikes.map(\.id))
        #expect(try ledger.standing(of: "u_9", at: day(30)) == Standing(subject: "u_9"))
    }

    @Test("several rungs at once bring the highest alone")
    func severalRungs() throws {
        let ledger = try makeLedger(terms, events: [makeStrike("i", 5, on: day(1), terms: terms)])
        let standing = try ledger.standing(of: "u_7", at: day(1))
        #expect(standing.revoked == ["ambassador"])
        #expect(standing.suspensions.isEmpty)
        #expect(standing.sanctions.map(\.rung.at) == [3])
    }

    @Test("past the last rung each further strike brings it again")
    func pastTheLast() throws {
        let terms = makeTerms(ladder: [Rung(at: 2, sanction: .suspend, duration: .days(1))])
        let strikes = (1...4).map { makeStrike("i\($0)", on: day($0 * 10), terms: terms) }
        let standing = try makeLedger(terms, events: strikes).standing(of: "u_7", at: day(40))
        #expect(standing.suspensions.map(\.from) == [day(20), day(30), day(40)])
        #expect(standing.suspensions.map(\.until) == [day(21), day(31), day(41)])
    }

    @Test("expired points count for nothing, and a rung may be reached anew")
    func expiry() throws {
        let terms = makeTerms(.rolling(.days(30)))
        // The first counts until day 31, so that on day 31 there is one, on day 40 there are two.
        let strikes = [(1, "a"), (31, "b"), (40, "c")].map { makeStrike($0.1, on: day($0.0), terms: terms) }
        let ledger = try makeLedger(terms, events: strikes)
        #expect(try ledger.points(at: day(31, -1)) == 1)
        #expect(try ledger.points(at: day(31)) == 1)
        #expect(try ledger.points(at: day(40)) == 2)
        #expect(try ledger.points(at: day(61)) == 1)
        #expect(try ledger.points(at: day(70)) == 0)
        #expect(try ledger.standing(of: "u_7", at: day(70)).sanctions.map(\.rung.at) == [1, 1, 2])
    }

    @Test("expiry never gives a role back; a grant made later does")
    func lostRole() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("i", 3, on: day(10), terms: terms)])
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(1))
        let late = try ledger.standing(of: "u_7", at: day(1000))
        #expect(late.tallies.isEmpty)
        #expect(late.revoked == ["ambassador"])
        #expect(late.roles.isEmpty)

        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(50))
        let again = try ledger.standing(of: "u_7", at: day(50))
        #expect(again.revoked.isEmpty)
        #expect(again.roles == ["ambassador"])
        // The past stays as it was.
        #expect(try ledger.standing(of: "u_7", at: day(50, -1)).revoked == ["ambassador"])
    }

    @Test("a grant of the very moment does not undo a revocation by a ladder")
    func sameMoment() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("i", 3, on: day(10), terms: terms)])
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(10))
        #expect(try ledger.standing(of: "u_7", at: day(10)).revoked == ["ambassador"])
    }

    @Test("overturning one strike undoes all that rested on it")
    func reversal() throws {
        var ledger = try makeLedger(
            terms, events: (1...3).map { makeStrike("i\($0)", on: day($0 * 10), terms: terms) })
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(1))
        try ledger.reverse(incident: "i1", by: "council", at: day(40))

        #expect(try ledger.standing(of: "u_7", at: day(40, -1)).revoked == ["ambassador"])
        let standing = try ledger.standing(of: "u_7", at: day(40))
        #expect(standing.points(policy: "sharing-policy", tally: "sharing") == 2)
        #expect(standing.revoked.isEmpty)
        #expect(standing.roles == ["ambassador"])
        // What was the second strike is the first now, and the third the second: suspended from day 30.
        #expect(standing.sanctions.map(\.rung.at) == [1, 2])
        #expect(standing.suspensions.map(\.from) == [day(30)])
    }

    @Test("a reversal of an incident is of its strikes, in the whole of the member's tallies")
    func reversalOfIncident() throws {
        let conduct = makeTerms(tally: "conduct")
        let peace = makeTerms(
            .forever, ladder: [Rung(at: 1, sanction: .recognise, title: "peacemaker")], tally: "peace")
        var ledger = try makeLedger(
            terms, conduct, peace,
            events: [
                makeStrike("i", on: day(1), terms: terms), makeStrike("i", on: day(1), terms: conduct),
                makeStrike("i", on: day(1), terms: peace, isMerit: true),
                makeStrike("i", on: day(1), subject: "u_9", terms: terms),
                makeStrike("j", on: day(1), terms: conduct),
            ])
        let reversals = try ledger.reverse(incident: "i", by: "council", at: day(2))
        #expect(reversals.map(\.subject) == ["u_7", "u_9"])
        let standing = try ledger.standing(of: "u_7", at: day(2))
        #expect(
            standing.tallies == [
                Standing.Tally(policy: "sharing-policy", tally: "conduct", points: 1),
                Standing.Tally(policy: "sharing-policy", tally: "peace", points: 1),
            ])
        #expect(standing.titles == ["peacemaker"])
        #expect(try ledger.standing(of: "u_9", at: day(2)).tallies.isEmpty)
    }

    @Test("a reversal that is reversed has no effect, in a chain too")
    func chainOfReversals() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("i", on: day(1), terms: terms, id: "s")])
        for (number, target) in ["s", "r2", "r3", "r4"].enumerated() {
            let date = day(number + 2)
            try ledger.append(
                LedgerEvent(
                    id: "r\(number + 2)", subject: "u_7", kind: .reversal(.event(id: target)), occurred: date, by: "c"))
            // Overturned on day 2, restored on day 3, overturned on day 4, restored on day 5.
            #expect(try ledger.points(at: date) == number % 2)
        }
    }

    @Test("a pardon of the sanction ends it and keeps the points")
    func pardonOfSanction() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("a", 2, on: day(10), terms: terms)])
        try ledger.pardon("u_7", .init(clears: .sanction), by: "council", at: day(12))
        let pardoned = try ledger.standing(of: "u_7", at: day(12))
        #expect(pardoned.points(policy: "sharing-policy", tally: "sharing") == 2)
        #expect(pardoned.suspensions.map(\.until) == [day(12)])
        // The points count on: the next strike is the third.
        try ledger.append(makeStrike("b", on: day(20), terms: terms))
        #expect(try ledger.standing(of: "u_7", at: day(20)).revoked == ["ambassador"])
        try ledger.pardon("u_7", .init(clears: .sanction), by: "council", at: day(21))
        #expect(try ledger.standing(of: "u_7", at: day(21)).revoked.isEmpty)
    }

    @Test("a pardon of the points begins anew")
    func pardonOfPoints() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("a", 3, on: day(10), terms: terms)])
        try ledger.pardon("u_7", .init(clears: .points), by: "council", at: day(12))
        let pardoned = try ledger.standing(of: "u_7", at: day(12))
        #expect(pardoned.tallies.isEmpty)
        #expect(pardoned.revoked.isEmpty)
        try ledger.append(makeStrike("b", on: day(20), terms: terms))
        let next = try ledger.standing(of: "u_7", at: day(20))
        #expect(next.points(policy: "sharing-policy", tally: "sharing") == 1)
        #expect(next.sanctions.map(\.rung.at) == [3, 1])
    }

    @Test("a pardon reaches no further than it says, nor what came to be known after it")
    func scopeOfPardon() throws {
        let conduct = makeTerms(tally: "conduct")
        var ledger = try makeLedger(
            terms, conduct,
            events: [
                makeStrike("a", on: day(1), terms: terms), makeStrike("b", on: day(1), terms: conduct),
                // It occurred before the pardon, but nobody knew.
                makeStrike("c", on: day(2), recorded: day(9), terms: terms),
            ])
        try ledger.pardon(
            "u_7", .init(clears: .points, policy: "sharing-policy", tally: "sharing"), by: "council", at: day(5))
        #expect(
            try ledger.standing(of: "u_7", at: day(9)).tallies == [
                Standing.Tally(policy: "sharing-policy", tally: "conduct", points: 1),
                Standing.Tally(policy: "sharing-policy", tally: "sharing", points: 1),
            ])
    }

    @Test("of one incident the highest counts, or the sum", arguments: [(PerIncident.highest, 3), (.sum, 6)])
    func perIncident(rule: PerIncident, expected: Int) throws {
        let terms = makeTerms(.forever, rule, ladder: [Rung(at: 4, sanction: .warn)])
        var book = TermsBook()
        try book.keep(terms)
        // One incident with 2, 3 and 1 points, each by a rule of its own.
        let events = [("x", 2), ("y", 3), ("z", 1)].map {
            makeStrike("i", $0.1, on: day(1), terms: terms, id: $0.0, rule: $0.0)
        }
        let standing = try Standing(of: "u_7", at: day(1), events: events, terms: book)
        #expect(standing.points(policy: "sharing-policy", tally: "sharing") == expected)
        // Summed they pass 4 with the second, 5, and stay above with the third; the highest, 3, never gets there.
        #expect(standing.sanctions.map(\.event) == (rule == .sum ? ["y", "z"] : []))
    }

    @Test("merits bring titles and roles")
    func merits() throws {
        let terms = makeTerms(
            .rolling(.days(30)),
            ladder: [
                Rung(at: 2, sanction: .recognise, title: "helper"),
                Rung(at: 3, sanction: .recognise, role: "mentor", title: "mentor of the month"),
            ], tally: "help")
        let ledger = try makeLedger(
            terms, events: (1...4).map { makeStrike("i\($0)", on: day($0), terms: terms, isMerit: true) })
        #expect(try ledger.standing(of: "u_7", at: day(2)).titles == ["helper"])
        // Day 4 recognises the last rung again; a title is had once. Points expire, titles and roles stay.
        let later = try ledger.standing(of: "u_7", at: day(100))
        #expect(later.titles == ["helper", "mentor of the month"])
        #expect(later.roles == ["mentor"])
        #expect(later.tallies.isEmpty)
    }

    @Test("roles are those granted and not revoked since")
    func roles() throws {
        var ledger = MemoryLedger()
        try ledger.grant(role: "moderator", to: "u_7", by: "operator", at: day(1))
        try ledger.grant(role: "ambassador", to: "u_7", by: "operator", at: day(2))
        try ledger.revoke(role: "moderator", from: "u_7", by: "operator", at: day(3))
        let before = try ledger.standing(of: "u_7", at: day(3, -1))
        #expect(before.roles == ["ambassador", "moderator"])
        #expect(before.revoked.isEmpty)
        let after = try ledger.standing(of: "u_7", at: day(3))
        #expect(after.roles == ["ambassador"])
        #expect(after.revoked == ["moderator"])
    }

    @Test("terms stay as they were when the act occurred")
    func changedTerms() throws {
        let old = makeTerms(.rolling(.days(10)))
        let new = makeTerms(.forever, ladder: [Rung(at: 2, sanction: .warn)])
        let ledger = try makeLedger(
            old, new, events: [makeStrike("a", on: day(1), terms: old), makeStrike("b", on: day(5), terms: new)])
        // The old strike counts for the new ladder while its own window lasts.
        let standing = try ledger.standing(of: "u_7", at: day(5))
        #expect(standing.sanctions.map(\.rung) == [sharingLadder[0], Rung(at: 2, sanction: .warn)])
        #expect(try ledger.points(at: day(11, -1)) == 2)
        #expect(try ledger.points(at: day(11)) == 1)
        #expect(try ledger.points(at: day(5000)) == 1)
    }

    @Test("names that look alike and are other bytes are others")
    func exactNames() throws {
        let ledger = try makeLedger(terms, events: [makeStrike("i", on: day(1), subject: "\u{E9}", terms: terms)])
        #expect(try ledger.standing(of: "\u{E9}", at: day(1)).tallies.count == 1)
        #expect(try ledger.standing(of: "e\u{301}", at: day(1)).tallies.isEmpty)
    }
}
