import Synchronization
import Testing

@testable import Bylaw

@Suite("Cases of members who are forgotten")
struct CaseErasureTests {
    private func text(_ ledger: Ledger) async throws -> String {
        let lines = Mutex("")
        try await ledger.export { line in lines.withLock { $0 += String(decoding: line, as: UTF8.self) } }
        return lines.withLock { $0 }
    }

    @Test("can still be shown, listed, decided and appealed, and the chain is whole")
    func actor() async throws {
        let hall = try Hall(key: testKey())
        let id = try #require(
            try await hall.take(Hall.request(by: "annabel", author: "robert", reporter: "tiana")).cases.first?.id)
        try await hall.vote(.abstain, id, by: "moritz", "moderator", at: day(1, 60))
        try await hall.ledger.forget("annabel", by: "office", at: day(1, 90))
        #expect(try await !text(hall.ledger).contains("annabel"))
        #expect(try await hall.ledger.verify().problems == [])
        let record = try await hall.ledger.record(ofCase: id, at: day(1, 90))
        #expect(record.isOpen && record.stage.tier == "moderators" && record.stage.due == day(2))
        #expect(record.stage.votes.map(\.reviewer) == ["moritz"])
        #expect(try await hall.ledger.cases(at: day(1, 90)).map(\.opening.caseID) == [id])
        // The time passes for it as for any other.
        #expect(try await hall.ledger.overdue(at: day(2)).cases.count == 1)
        try await hall.ledger.judgeOverdue(at: day(2))
        #expect(try await hall.place(id, at: day(2)) == "council")
        for member in ["kim", "lee"] { try await hall.vote(.deny, id, by: member, "council", at: day(3)) }
        #expect(try await hall.place(id, at: day(3)) == "deny")
        try await hall.ledger.appeal(case: id, by: "office", at: day(4))
        #expect(try await hall.place(id, at: day(4)) == "operators")
        try await hall.vote(.allow, id, by: "op", "operator", at: day(4))
        #expect(try await hall.place(id, at: day(4)) == "allow")
        let ruled = try #require(try await hall.ledger.events(of: "annabel").last)
        await #expect(throws: LedgerError.appealsUsedUp(event: ruled.id)) {
            try await hall.ledger.appeal(case: id, by: "office", at: day(5))
        }
        #expect(try await hall.ledger.verify().problems == [])
        #expect(try await !text(hall.ledger).contains("annabel"))
    }

    @Test("keep the votes of a reviewer who was forgotten, under a pseudonym")
    func reviewer() async throws {
        let hall = try Hall(
            Hall.moderators.replacing("who: [moderator]", with: "who: [moderator], needs: 2"), key: testKey())
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.vote(.allow, id, by: "moritz", "moderator", at: day(1, 60))
        try await hall.ledger.forget("moritz", by: "office", at: day(1, 90))
        #expect(try await !text(hall.ledger).contains("moritz"))
        #expect(try await hall.ledger.verify().problems == [])
        let pseudonym = try testKey().pseudonym(of: "moritz")
        #expect(try await hall.ledger.record(ofCase: id, at: day(1, 90)).stage.votes.map(\.reviewer) == [pseudonym])
        try await hall.vote(.allow, id, by: "max", "moderator", at: day(1, 95))
        #expect(try await hall.place(id, at: day(1, 95)) == "allow")
        #expect(await hall.judge(Hall.request(on: day(2))).outcome == .allow)
        #expect(try await hall.ledger.verify().problems == [])
    }

    @Test("are not put before people anew because what was ruled on was forgotten")
    func again() async throws {
        let hall = try Hall(key: testKey())
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.ledger.forget("ann", by: "office", at: day(1, 60))
        let count = try await hall.ledger.events(of: "ann").count
        try await hall.take(Hall.request(on: day(1, 90)))
        #expect(try await hall.ledger.events(of: "ann").count == count)
        #expect(try await hall.place(id, at: day(1, 90)) == "moderators")
        // What is another text is another matter.
        try await hall.take(Hall.request("i", "maybe not", on: day(1, 95)))
        #expect(try await hall.ledger.record(ofCase: id, at: day(1, 95)).stage.opened == day(1, 95))
        #expect(try await hall.ledger.verify().problems == [])
    }

    @Test("whoever asked to be forgotten still owes nothing twice")
    func duties() async throws {
        let hall = try Hall(
            "rules: { r: { when: true, then: deny, duties: { answer: actor, within: 1d } } }\n", key: testKey())
        try await hall.take(Hall.request())
        try await hall.ledger.forget("ann", by: "office", at: day(1, 60))
        try await hall.take(Hall.request(on: day(1, 90)))
        let owed = try await hall.ledger.overdue(at: day(5)).duties
        #expect(owed.count == 1)
        let duty = try #require(owed.first)
        try await hall.ledger.close(duty: duty.duty.dutyID, of: duty.subject, by: "office", at: day(6))
        #expect(try await hall.ledger.overdue(at: day(6)).duties.isEmpty)
        #expect(try await hall.ledger.verify().problems == [])
    }
}
