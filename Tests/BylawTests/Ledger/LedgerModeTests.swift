import Testing

@testable import Bylaw

@Suite("Modes in a ledger")
struct LedgerModeTests {
    private func hall() throws -> Hall {
        let overlay = Hall.head("town.emergency", more: "while: emergency").replacing(
            "otherwise: allow", with: "otherwise: abstain")
        let main =
            Hall.head() + "roles: { lead: { granted-by: [mayor] } }\n"
            + "modes: { emergency: { on-by: [lead], lasts: 24h, renewals: 1 } }\n"
            + "rules: { shout: { when: post.text.contains('!'), then: deny } }\n"
        return try Hall(
            [
                "main.yaml": main,
                "overlay.yaml": overlay + "rules: { calm: { require: \"'lead' in member.roles\", else: deny } }\n",
            ], ledger: Ledger(MemoryStore()))
    }

    @Test("the overlay judges from the second in which the mode goes on to the one in which it goes off")
    func overlay() async throws {
        let hall = try hall()
        let terms = try #require(hall.modes.first)
        #expect(terms == ModeTerms(mode: "emergency", onBy: ["lead"], lasts: .days(1), renewals: 1))
        func outcome(_ time: Timestamp, _ text: String = "hello", roles: [String] = []) async -> Outcome {
            await hall.judge(Hall.request("m", text, on: time, roles: roles)).outcome
        }
        try await hall.ledger.switch(terms, on: true, by: Reviewer(id: "kim", roles: ["lead"]), at: day(2))
        #expect(await outcome(day(2, -1)) == .allow)
        #expect(await outcome(day(2)) == .deny)
        #expect(await outcome(day(3, -1)) == .deny)
        #expect(await outcome(day(3)) == .allow)
        // It tightens, and lifts nothing of what holds always.
        #expect(await outcome(day(2), roles: ["lead"]) == .allow)
        #expect(await outcome(day(2), "hello!", roles: ["lead"]) == .deny)
        #expect(try await hall.ledger.modes(at: day(2)) == ["emergency"])
        // A mode that the host tells of counts as well, once.
        var request = Hall.request("m", "hello", on: day(9))
        request.modes = ["emergency"]
        #expect(await hall.judge(request).outcome == .deny)
    }

    @Test("roles of the host and of the ledger switch it, without those that were lost")
    func roles() async throws {
        let hall = try hall()
        let terms = try #require(hall.modes.first)
        func mayNot(_ roles: [String], _ time: Timestamp) async {
            await #expect(throws: LedgerError.mayNotSwitch(member: "kim", mode: "emergency")) {
                try await hall.ledger.switch(terms, on: true, by: Reviewer(id: "kim", roles: roles), at: time)
            }
        }
        await mayNot([], day(1))
        try await hall.add(.roleGranted("lead"), to: "kim", at: day(2))
        await mayNot([], day(2, -1))
        try await hall.ledger.switch(terms, on: true, by: Reviewer(id: "kim", roles: []), at: day(2))
        try await hall.add(.roleRevoked("lead"), to: "kim", at: day(3))
        await mayNot(["lead"], day(3))
        #expect(try await hall.ledger.modes(at: day(3)).isEmpty)
        // Whoever may can renew what another switched on, once in all.
        for (member, time) in [("lee", day(5)), ("may", day(5, 60))] {
            try await hall.ledger.switch(terms, on: true, by: Reviewer(id: member, roles: ["lead"]), at: time)
        }
        await #expect(throws: LedgerError.renewalsUsedUp(mode: "emergency")) {
            try await hall.ledger.switch(terms, on: true, by: Reviewer(id: "lee", roles: ["lead"]), at: day(5, 90))
        }
        try await hall.ledger.switch(terms, on: false, by: Reviewer(id: "lee", roles: ["lead"]), at: day(5, 120))
        #expect(try await hall.ledger.modes(at: day(5, 119)) == ["emergency"])
        #expect(try await hall.ledger.modes(at: day(5, 120)).isEmpty)
    }

    @Test("where the ledger cannot answer, whatever a mode might forbid is held")
    func unavailable() throws {
        let hall = try hall()
        let request = Hall.request("m", "hello", roles: ["lead"])
        #expect(hall.evaluator.judge(request, standing: .unavailable).outcome == .hold)
        #expect(hall.evaluator.judge(request, standing: .none).outcome == .allow)
    }
}
