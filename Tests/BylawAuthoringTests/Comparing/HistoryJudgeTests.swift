import Bylaw
import BylawAuthoring
import Testing

@Suite("Judging a history")
struct HistoryJudgeTests {
    private let policy = Square.rule(more: "strike: { peace: 1 }")

    private func outcomes(_ past: HistoryJudge.Past) async throws -> [String] {
        let judge = HistoryJudge(try Square.evaluator(policy), past: past)
        let requests = try (1...3).map { try Square.request("r\($0)", done: true) } + [Square.request("r4", words: 9)]
        return await judge.judge(requests).map { decision in
            ([decision.outcome.rawValue, decision.reason.rawValue] + decision.sanctions.map { $0.sanction.rawValue })
                .joined(separator: " ")
        }
    }

    @Test("without a past nobody's strikes count for the next request")
    func clean() async throws {
        #expect(
            try await outcomes(.clean) == [
                "deny rules remind", "deny rules remind", "deny rules remind", "allow otherwise",
            ])
    }

    @Test("carried on, they lead up the ladder, and who is suspended is")
    func carried() async throws {
        // The second strike suspends for a week; what comes then is denied for that alone.
        let outcomes = try await outcomes(.carried)
        #expect(outcomes[0] == "deny rules remind")
        #expect(outcomes[1] == "deny rules suspend")
        #expect(outcomes[3] == "deny suspended")
    }

    @Test("by a ledger it is the ledger's standing that counts")
    func ledger() async throws {
        let ledger = Ledger(MemoryStore())
        let evaluator = try Square.evaluator(policy)
        for id in ["a", "b"] {
            let request = try Square.request(id, done: true)
            let decision = await ledger.judge(request, by: evaluator)
            try await ledger.record(decision, of: request, judgedBy: evaluator, by: "test")
        }
        #expect(try await outcomes(.ledger(ledger)).last == "deny suspended")
    }

    @Test("one that cannot be carried on is counted, and never opens anything")
    func refused() async throws {
        let costly = policy.replacing(
            "review:",
            with: "  tiny: { when: post.words < 2, then: deny, strike: { peace: 2 }, says: Too little. }\nreview:")
        let judge = HistoryJudge(try Square.evaluator(costly), past: .carried)
        // The same incident costs other points now: that is a conflict, and not recorded.
        let decisions = await judge.judge([
            try Square.request("r1", done: true), try Square.request("r1", done: true, words: 1),
        ])
        #expect(decisions.map(\.outcome) == [.deny, .deny])
        #expect(decisions.map(\.standing) == [.known, .unavailable])
        #expect(await judge.refused == ["conflict": 1])
    }
}
