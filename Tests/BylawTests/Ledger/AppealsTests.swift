import Testing

@testable import Bylaw

@Suite("What can be appealed")
struct AppealsTests {
    static func terms(_ appeal: TallyTerms.Appeal?) -> TallyTerms {
        TallyTerms(
            policy: "sharing-policy", tally: "sharing", window: .forever, perIncident: .highest,
            ladder: sharingLadder, appeal: appeal)
    }
    let terms = terms(.init(within: .days(14), atMost: 2))

    private func appeals(_ events: [LedgerEvent], _ more: TallyTerms...) throws -> Appeals {
        var book = TermsBook()
        for terms in [terms] + more { try book.keep(terms) }
        return Appeals(events: events, book: book)
    }

    private func tally(_ terms: TallyTerms) -> LedgerEvent.TallyReference {
        .init(policy: terms.policy, version: .oneTwo, tally: terms.tally, terms: terms.digest)
    }

    private func event(
        _ id: String, _ kind: LedgerEvent.Kind, on number: Int = 1, recorded: Int? = nil
    ) -> LedgerEvent {
        LedgerEvent(
            id: id, subject: "u_7", kind: kind, occurred: day(number), recorded: recorded.map { day($0) }, by: "o")
    }

    @Test("is a strike, a warning or a sanction by hand, with its incident where it has one")
    func kinds() throws {
        let ruling = LedgerEvent.Verdict(
            Ruling(case: "c", rule: "p/r", verdict: .deny, inputs: "d"), tier: "council", incident: "i4")
        let appealable: [(LedgerEvent.Kind, String?)] = [
            (makeStrike("i1", on: day(1), terms: terms).kind, "i1"),
            (.warning(.init(tally: tally(terms), incident: "i2")), "i2"),
            (.sanction(.init(tally: tally(terms), sanction: .suspend, incident: "i3")), "i3"),
            (.sanction(.init(tally: tally(terms), sanction: .suspend)), nil), (.ruling(ruling), "i4"),
        ]
        for (kind, incident) in appealable {
            let opened = try appeals([event("e", kind)]).opening(of: "e", by: "u_7", at: day(2), due: day(9))
            #expect(opened.kind == .appealOpened(.init(event: "e", incident: incident, due: day(9))))
            #expect(opened.subject == "u_7")
            #expect(opened.occurred == day(2))
        }
        for kind in 0..<RandomEvents.kindCount {
            var random = RandomEvents(seed: 5)
            let other = random.event(kind, subject: "u_7")
            guard !["strike", "warning", "sanction", "ruling"].contains(other.kind.name) else { continue }
            #expect(throws: LedgerError.notAppealable(event: other.id), "\(other.kind.name)") {
                try appeals([other]).opening(of: other.id, by: "u_7", at: day(2))
            }
        }
        #expect(throws: LedgerError.unknownEvent("f")) {
            try appeals([]).opening(of: "f", by: "u_7", at: day(2))
        }
    }

    @Test("until its time has passed, to the second, from the moment it is known")
    func deadline() throws {
        let strike = makeStrike("i", on: day(1), recorded: day(3), terms: terms, id: "e")
        let early = makeStrike("j", on: day(5), recorded: day(3), terms: terms, id: "f")
        let appeals = try appeals([strike, early])
        for (id, known) in [("e", 3), ("f", 5)] {
            #expect(throws: Never.self) { try appeals.opening(of: id, by: "u_7", at: day(known + 14, -1)) }
            #expect(throws: LedgerError.appealTooLate(event: id, deadline: day(known + 14))) {
                try appeals.opening(of: id, by: "u_7", at: day(known + 14))
            }
        }
        #expect(
            LedgerError.appealTooLate(event: "e", deadline: day(17)).description
                == "event `e` could be appealed until 2024-09-17T00:00:00Z")
        // Those who are given other terms, as rulings are, go by these.
        #expect(throws: LedgerError.appealTooLate(event: "e", deadline: day(4))) {
            try appeals.opening(of: "e", by: "u_7", at: day(4), allowing: .init(within: .days(1), atMost: nil))
        }
    }

    @Test("always, where its terms say nothing of it")
    func always() throws {
        let free = Self.terms(nil)
        let strike = makeStrike("i", on: day(1), terms: free, id: "e")
        var events = [strike]
        for round in 0..<4 {
            let opened = try appeals(events, free).opening(of: "e", by: "u_7", at: day(1_000 + round))
            events.append(opened)
            #expect(throws: LedgerError.appealsUsedUp(event: "e"), "one at a time") {
                try appeals(events, free).opening(of: "e", by: "u_7", at: day(1_000 + round))
            }
            let end: Appeals.End = round % 2 == 0 ? .upheld : .withdrawn
            events.append(try appeals(events, free).ending(opened.id, end, by: "c", at: day(1_000 + round)))
        }
    }

    @Test("as often as its terms allow, withdrawn ones among them, and another event apart", arguments: [false, true])
    func counted(isWithdrawn: Bool) throws {
        var events = [
            makeStrike("i", on: day(1), terms: terms, id: "e"), makeStrike("j", on: day(1), terms: terms, id: "f"),
        ]
        for round in 0..<2 {
            let opened = try appeals(events).opening(of: "e", by: "u_7", at: day(2, round))
            events.append(opened)
            events.append(
                try appeals(events).ending(opened.id, isWithdrawn ? .withdrawn : .upheld, by: "c", at: day(3, round)))
        }
        #expect(throws: LedgerError.appealsUsedUp(event: "e")) {
            try appeals(events).opening(of: "e", by: "u_7", at: day(4))
        }
        #expect(throws: Never.self) { try appeals(events.reversed()).opening(of: "f", by: "u_7", at: day(4)) }
    }

    @Test("no more once it was taken back, and again once that was")
    func reversed() throws {
        let strike = makeStrike("i", on: day(1), terms: terms, id: "e")
        let reversal = event("r", .reversal(.incident("i")), on: 2)
        #expect(throws: LedgerError.notAppealable(event: "e")) {
            try appeals([reversal, strike]).opening(of: "e", by: "u_7", at: day(3))
        }
        let again = event("s", .reversal(.event(id: "r")), on: 3)
        #expect(throws: Never.self) {
            try appeals([again, reversal, strike]).opening(of: "e", by: "u_7", at: day(4))
        }
        let opened = try appeals([strike]).opening(of: "e", by: "u_7", at: day(2))
        let overturned = try appeals([strike, opened]).ending(opened.id, .overturned, by: "c", at: day(3))
        #expect(throws: LedgerError.notAppealable(event: "e")) {
            try appeals([strike, opened, overturned]).opening(of: "e", by: "u_7", at: day(4))
        }
    }

    @Test("ends once, and names what was contested")
    func ending() throws {
        let strike = makeStrike("i", on: day(1), terms: terms, id: "e")
        let opened = try appeals([strike]).opening(of: "e", by: "u_7", at: day(2))
        let decision = LedgerEvent.AppealDecision(appeal: opened.id, event: "e")
        let ends: [(Appeals.End, LedgerEvent.Kind)] = [
            (.upheld, .appealUpheld(decision)), (.overturned, .appealOverturned(decision)),
            (.withdrawn, .appealWithdrawn(decision)),
        ]
        for (end, kind) in ends {
            let ended = try appeals([strike, opened]).ending(opened.id, end, by: "c", at: day(3))
            #expect(ended.kind == kind)
            #expect(ended.by == "c")
            for (second, _) in ends {
                #expect(throws: LedgerError.appealNotOpen(opened.id)) {
                    try appeals([strike, ended, opened]).ending(opened.id, second, by: "c", at: day(4))
                }
            }
        }
        for id in ["e", "nothing"] {
            #expect(throws: LedgerError.appealNotOpen(id)) {
                try appeals([strike, opened]).ending(id, .upheld, by: "c", at: day(3))
            }
        }
    }
}
