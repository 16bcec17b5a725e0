import Testing

@testable import Bylaw

@Suite("A ledger in memory")
struct MemoryLedgerTests {
    let terms = makeTerms()

    @Test("counts one incident once, whenever and by whomever it is recorded again")
    func duplicates() throws {
        var ledger = try makeLedger(terms)
        #expect(try ledger.append(makeStrike("i", 2, on: day(1), terms: terms)))
        #expect(try !ledger.append(makeStrike("i", 2, on: day(1), terms: terms)))
        #expect(try !ledger.append(makeStrike("i", 2, on: day(2), recorded: day(3), terms: terms, id: "other")))
        #expect(try ledger.points(at: day(3)) == 2)
        #expect(ledger.events.count == 1)
        #expect(ledger.events(of: "u_7").map(\.occurred) == [day(1)])
    }

    @Test("refuses the same incident with other points, rule, terms or kind, and keeps what it has")
    func conflict() throws {
        let other = makeTerms(.forever)
        var ledger = try makeLedger(terms, other, events: [makeStrike("i", 2, on: day(1), terms: terms)])
        let events = ledger.events
        let key = ChargeKey(
            .init(
                incident: "i", policy: "sharing-policy", version: .oneTwo, tally: "sharing", rule: "", terms: "",
                points: 0), subject: "u_7")
        for strike in [
            makeStrike("i", 1, on: day(1), terms: terms), makeStrike("i", 2, on: day(1), terms: other),
            makeStrike("i", 2, on: day(1), terms: terms, rule: "attack"),
            makeStrike("i", 2, on: day(1), terms: terms, isMerit: true),
        ] {
            #expect(throws: LedgerError.conflict(key)) { try ledger.append(strike) }
        }
        #expect(ledger.events == events)
        let text = "`sharing-policy/sharing` of `u_7` for incident `i` is recorded already with other points, rule,"
        #expect(LedgerError.conflict(key).description == text + " version or terms")
        // Another member, tally or incident is no conflict.
        #expect(try ledger.append(makeStrike("i", 1, on: day(1), subject: "u_9", terms: terms)))
        #expect(try ledger.append(makeStrike("j", 1, on: day(1), terms: terms)))
    }

    @Test("does not charge again what was overturned")
    func noSecondTime() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("i", on: day(1), terms: terms)])
        try ledger.reverse(incident: "i", by: "council", at: day(2))
        #expect(try !ledger.append(makeStrike("i", on: day(3), terms: terms)))
        #expect(try ledger.points(at: day(3)) == 0)
    }

    @Test("refuses an id that another event has")
    func idInUse() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("i", on: day(1), terms: terms, id: "e")])
        #expect(throws: LedgerError.idInUse("e")) {
            try ledger.append(makeStrike("j", on: day(1), terms: terms, id: "e"))
        }
        let grant = LedgerEvent(id: "g", subject: "u_7", kind: .roleGranted("a"), occurred: day(1), by: "o")
        #expect(try ledger.append(grant))
        #expect(try !ledger.append(grant))
        #expect(throws: LedgerError.idInUse("g")) {
            try ledger.append(LedgerEvent(id: "g", subject: "u_7", kind: .roleGranted("b"), occurred: day(1), by: "o"))
        }
        #expect(throws: LedgerError.idInUse("g")) {
            try ledger.append(makeStrike("k", on: day(1), terms: terms, id: "g"))
        }
    }

    @Test("takes no event on terms that it does not keep")
    func unknownTerms() throws {
        var ledger = MemoryLedger()
        let strike = makeStrike("i", on: day(1), terms: terms, id: "e")
        #expect(throws: LedgerError.unknownTerms(digest: terms.digest, event: "e")) { try ledger.append(strike) }
        #expect(throws: LedgerError.unknownTerms(digest: terms.digest, event: "e")) {
            try Standing(of: "u_7", at: day(1), events: [strike], terms: TermsBook())
        }
        // Before it is known, and once it is overturned, nothing needs to be reckoned.
        let reversal = LedgerEvent(subject: "u_7", kind: .reversal(.event(id: "e")), occurred: day(2), by: "council")
        for time in [day(1, -1), day(2)] {
            #expect(try Standing(of: "u_7", at: time, events: [strike, reversal], terms: TermsBook()).tallies.isEmpty)
        }
        try ledger.keep(terms)
        #expect(try ledger.append(strike))
        #expect(ledger.terms == [terms])
    }

    @Test("takes no event whose points or tally cannot be", arguments: [-1, 1_000_001, .min, .max])
    func damaged(points: Int) throws {
        var ledger = try makeLedger(terms)
        #expect(throws: LedgerError.damaged(event: "e")) {
            try ledger.append(makeStrike("i", points, on: day(1), terms: terms, id: "e"))
        }
        let elsewhere = LedgerEvent(
            id: "f", subject: "u_7",
            kind: .strike(
                .init(
                    incident: "i", policy: "sharing-policy", version: .oneTwo, tally: "conduct", rule: "r",
                    terms: terms.digest, points: 1)), occurred: day(1), by: "s")
        #expect(throws: LedgerError.damaged(event: "f")) { try ledger.append(elsewhere) }
        #expect(ledger.events.isEmpty)
    }

    @Test("reverses no incident that it does not know")
    func unknownIncident() throws {
        var ledger = try makeLedger(terms, events: [makeStrike("m", on: day(1), terms: terms, isMerit: true)])
        for incident in ["m", "n"] {
            #expect(throws: LedgerError.unknownIncident(incident)) {
                try ledger.reverse(incident: incident, by: "council", at: day(2))
            }
        }
    }
}
