import Testing

@testable import Bylaw

@Suite("What is awaited and owed")
struct DeadlineTests {
    private static func body(_ late: String) -> String {
        """
        facts: { consent: { by: member.id } }
        rules:
          ask:
            require: fact('consent')
            else: hold
            await: { fact: consent, from: member.id, within: 72h\(late) }
            duties: [{ answer: actor, within: 48h }, { remind: actor, after: 96h }, { notify: actor }]
        review: { council: { who: [council], within: 24h, late: deny } }

        """
    }

    private let keys = [Attribute("by", "ann")]

    @Test(
        "a fact that does not come is denied, passes to a tier or stays",
        arguments: [
            (", late: deny", ["deny"], Outcome.deny), (", late: council", ["council", "deny"], .deny),
            (", late: stays-held", ["consent"], .hold), ("", ["consent"], .hold),
        ])
    func late(text: String, places: [String], outcome: Outcome) async throws {
        let hall = try Hall(Self.body(text))
        #expect(try await hall.take(Hall.request()).outcome == .hold)
        let record = try #require(try await hall.ledger.cases(at: day(1)).first)
        let id = record.opening.caseID
        // Day 4 is 72 hours after day 1.
        #expect(record.stage.due == day(4))
        #expect(record.opening.awaits == "consent")
        // Nobody votes on a fact.
        await #expect(throws: LedgerError.caseNotOpen(id)) {
            try await hall.vote(.allow, id, by: "kim", "council", at: day(2))
        }
        #expect(try await hall.ledger.judgeOverdue(at: day(4, -1)).events.isEmpty)
        #expect(try await hall.place(id, at: day(4, -1)) == "consent")
        #expect(try await hall.ledger.overdue(at: day(4, -1)).cases.isEmpty)
        #expect(try await hall.ledger.overdue(at: day(4)).cases.map(\.opening.caseID) == [id])
        try await hall.ledger.judgeOverdue(at: day(4))
        #expect(try await hall.place(id, at: day(4)) == places[0])
        // The tier's day ends on day 5.
        try await hall.ledger.judgeOverdue(at: day(5))
        #expect(try await hall.place(id, at: day(5)) == places[places.count - 1])
        #expect(await hall.judge(Hall.request(on: day(6))).outcome == outcome)
    }

    @Test("a fact in the ledger ends the wait, and where it is taken back it is awaited anew")
    func answered() async throws {
        let hall = try Hall(Self.body(", late: deny"))
        try await hall.take(Hall.request())
        let id = try #require(try await hall.ledger.cases(at: day(1)).first?.opening.caseID)
        try await hall.add(.factGiven(.init("consent", keys)), to: "ann", at: day(2))
        #expect(await hall.judge(Hall.request(on: day(2, -1))).outcome == .hold)
        #expect(try await hall.take(Hall.request(on: day(2))).outcome == .allow)
        #expect(try await hall.place(id, at: day(2)) == "answered")
        #expect(try await hall.ledger.judgeOverdue(at: day(10)).events.isEmpty)
        try await hall.add(.factWithdrawn(.init("consent", keys)), to: "ann", at: day(11))
        #expect(try await hall.take(Hall.request(on: day(11))).outcome == .hold)
        #expect(try await hall.place(id, at: day(11)) == "consent")
        #expect(try await hall.ledger.record(ofCase: id, at: day(11)).stage.due == day(14))
        // What another incident no longer awaits ends nothing here.
        try await hall.add(.factGiven(.init("consent", keys)), to: "ann", at: day(12))
        try await hall.take(Hall.request("j", on: day(12)))
        #expect(try await hall.place(id, at: day(12)) == "consent")
        try await hall.take(Hall.request(on: day(12)))
        #expect(try await hall.place(id, at: day(12)) == "answered")
    }

    @Test("duties that are due by some time are owed until they are done, each once")
    func duties() async throws {
        let hall = try Hall(Self.body(", late: deny"))
        try await hall.take(Hall.request())
        try await hall.take(Hall.request(on: day(1, 5)))
        func owed(_ time: Timestamp) async throws -> [String] {
            try await hall.ledger.overdue(at: time).duties.map(\.duty.duty)
        }
        // Two days for the answer, four for the reminder; the notice has no time and is not kept.
        #expect(try await owed(day(3, -1)) == [])
        #expect(try await owed(day(3)) == ["answer"])
        #expect(try await owed(day(5, -1)) == ["answer"])
        #expect(try await owed(day(5)) == ["answer", "remind"])
        let answer = try #require(try await hall.ledger.overdue(at: day(3)).duties.first)
        #expect(answer.subject == "ann" && answer.duty.to == "ann" && answer.duty.rule == "town.hall/ask")
        // Nobody does it for them by looking.
        try await hall.ledger.judgeOverdue(at: day(6))
        #expect(try await owed(day(6)) == ["answer", "remind"])
        try await hall.ledger.close(duty: answer.duty.dutyID, of: "ann", by: "ann", at: day(7))
        #expect(try await owed(day(7, -1)) == ["answer", "remind"])
        #expect(try await owed(day(7)) == ["remind"])
    }

    @Test("every open case has a due time or its tier has none, and they are listed as they opened")
    func dueTimes() async throws {
        let hall = try Hall(
            """
            rules:
              a: { when: post.text == 'quick', then: hold, to: quick }
              b: { when: post.text == 'slow', then: hold, to: slow }
            review: { quick: { who: [council], within: 1h, late: deny }, slow: { who: [council] } }

            """)
        try await hall.take(Hall.request("i", "quick"))
        try await hall.take(Hall.request("j", "slow", on: day(2)))
        #expect(try await hall.ledger.cases(at: day(2)).map(\.stage.due) == [day(1, 3_600), nil])
        #expect(try await hall.ledger.cases(at: day(1)).count == 1)
        #expect(try await hall.ledger.overdue(at: day(400)).cases.map(\.stage.tier) == ["quick"])
        #expect(try await hall.ledger.judgeOverdue(at: day(400)).events.count == 1)
        #expect(try await hall.ledger.judgeOverdue(at: day(400)).events.isEmpty)
        #expect(try await hall.ledger.cases(at: day(400)).map(\.isOpen) == [false, true])
    }
}
