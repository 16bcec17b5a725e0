import Testing

@testable import Bylaw

@Suite("Whoever was forgotten and comes back")
struct ForgottenReviewerTests {
    static let body = """
        otherwise: allow
        roles: { moderator: { granted-by: operator } }
        review: { moderators: { who: moderator, needs: 2, within: 3d, late: deny, recuse-when: reviewer.relatedTo(case.parties) } }
        rules:
          rumors: { on: share, when: "share.label == 'rumor'", then: hold, to: moderators }

        """

    /// A ledger in which `u_7`, a moderator too, has a case before the moderators; and the case.
    private func held() async throws -> (ledger: Ledger, id: String, request: Request) {
        let ledger = Ledger(MemoryStore(), key: try testKey())
        let evaluator = Evaluator(try Judging.policies(Self.body))
        let request = try Judging.request()
        let decision = await ledger.judge(request, by: evaluator)
        try await ledger.record(decision, of: request, judgedBy: evaluator, by: "service")
        return (ledger, try #require(decision.cases.first?.matter?.caseID), request)
    }

    private func vote(
        _ choice: LedgerEvent.Vote.Choice, _ reviewer: String, _ held: (ledger: Ledger, id: String, request: Request)
    ) async throws -> Recording {
        try await held.ledger.vote(
            choice, onCase: held.id, by: Reviewer(id: reviewer, roles: ["moderator"]),
            at: held.request.time.advanced(by: .seconds(60)))
    }

    @Test("decides no case of their own", arguments: [false, true])
    func ownCase(isForgotten: Bool) async throws {
        let held = try await held()
        if isForgotten { try await held.ledger.forget("u_7", by: "office", at: held.request.time) }
        await #expect(throws: LedgerError.self) { try await vote(.allow, "u_7", held) }
        // One vote is not enough; two of others are.
        #expect(try await vote(.allow, "m_1", held).events.map(\.kind.name) == ["vote"])
        #expect(try await vote(.allow, "m_2", held).events.map(\.kind.name) == ["vote", "ruling"])
        #expect(try await held.ledger.verify().problems == [])
    }

    @Test("has one vote", arguments: [false, true])
    func oneVote(isForgotten: Bool) async throws {
        let held = try await held()
        #expect(try await vote(.allow, "m_1", held).events.count == 1)
        if isForgotten { try await held.ledger.forget("m_1", by: "office", at: held.request.time) }
        #expect(try await vote(.allow, "m_1", held).events.map(\.kind.name) == ["vote"])
        #expect(try await vote(.allow, "m_2", held).events.map(\.kind.name) == ["vote", "ruling"])
    }
}
