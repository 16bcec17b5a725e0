import Synchronization
import Testing

@testable import Bylaw

@Suite("A ledger whose store comes and goes")
struct UnavailableLedgerTests {
    static let body = """
        otherwise: allow
        tallies: { sharing: { within: 180d, ladder: [{ at: 1, sanction: suspend, from: share, for: 14d }] } }

        """

    @Test("lets no member through whom it suspends while it is gone, and tells why")
    func suspended() async throws {
        let store = FlakyStore()
        let ledger = Ledger(store)
        let evaluator = Evaluator(try Judging.policies(Self.body))
        let terms = try #require(evaluator.tallies(for: try Judging.request()).first)
        let request = try Judging.request()
        #expect(await ledger.judge(request, by: evaluator).outcome == .allow)
        try await ledger.append(
            [makeStrike("i1", on: day(1), recorded: day(1, -86_400), terms: terms)], terms: [terms])
        var later = request
        later.time = day(2)
        let decision = await ledger.judge(later, by: evaluator)
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .suspended)
        store.isDown.withLock { $0 = true }
        var reasons: [String] = []
        let unavailable = await ledger.judge(later, by: evaluator) { reasons.append("\($0)") }
        #expect(unavailable.outcome == .hold)
        #expect(unavailable.standing == .unavailable)
        #expect(reasons == ["the ledger is unavailable: it is down"])
        await #expect(throws: LedgerError.unavailable("it is down")) {
            try await ledger.standing(of: "u_7", at: day(2))
        }
        store.isDown.withLock { $0 = false }
        #expect(await ledger.judge(later, by: evaluator).outcome == .deny)
    }

    @Test("has recorded nothing where it could not, and the same again is recorded once")
    func recording() async throws {
        let store = FlakyStore()
        let ledger = Ledger(store)
        let terms = makeTerms()
        try await ledger.strike(2, terms: terms)
        let third = makeStrike("i3", on: day(3), terms: terms)
        // The step runs and its writing fails: what is remembered must not be ahead of the store.
        store.losesWriting.withLock { $0 = true }
        await #expect(throws: LedgerError.unavailable("it was lost")) { try await ledger.append([third]) }
        store.losesWriting.withLock { $0 = false }
        #expect(try await ledger.points() == 2)
        #expect(try await ledger.append([third]).sanctions.map(\.sanction.rung.sanction) == [.revoke])
        #expect(try await ledger.points() == 3)
        #expect(try await ledger.verify().isWhole)
    }

    @Test("remembers for a while, but never decides by what it could not ask for")
    func stale() async throws {
        let store = FlakyStore()
        let ledger = Ledger(store, staleness: .seconds(3_600))
        try await ledger.strike(1, terms: makeTerms())
        #expect(try await ledger.points() == 1)
        store.isDown.withLock { $0 = true }
        #expect(try await ledger.points() == 1)
        await #expect(throws: LedgerError.unavailable("it is down")) { try await ledger.points("u_8") }
        await #expect(throws: LedgerError.unavailable("it is down")) { try await ledger.verify() }
    }

    @Test("does nothing for a task that is cancelled")
    func cancelled() async throws {
        let ledger = Ledger(MemoryStore(), key: try testKey())
        try await ledger.strike(1, terms: makeTerms())
        let head = try await ledger.head()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await #expect(throws: CancellationError.self) { try await ledger.standing(of: "u_7", at: day(2)) }
            await #expect(throws: CancellationError.self) { try await ledger.verify() }
            await #expect(throws: CancellationError.self) {
                try await ledger.forget("u_7", by: "office", at: day(2))
            }
            await #expect(throws: CancellationError.self) {
                try await ledger.reverse(incident: "i1", by: "council", at: day(2))
            }
        }
        await task.value
        #expect(try await ledger.head() == head)
    }
}

/// A store in memory that can be gone, or lose what is written.
private final class FlakyStore: LedgerStore {
    let isDown = Mutex(false)
    let losesWriting = Mutex(false)
    private let store = MemoryStore()

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer {
        guard !isDown.withLock(\.self) else { throw LedgerError.unavailable("it is down") }
        return try await store.read(body)
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer {
        guard !isDown.withLock(\.self) else { throw LedgerError.unavailable("it is down") }
        let isLost = losesWriting.withLock(\.self)
        return try await store.write { rows in
            let answer = try body(rows)
            if isLost { throw LedgerError.unavailable("it was lost") }
            return answer
        }
    }
}
