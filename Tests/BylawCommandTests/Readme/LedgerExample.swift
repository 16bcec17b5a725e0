import Bylaw
import BylawSQLite

struct Moderation {
    let evaluator: Evaluator
    let ledger: Ledger

    init(policies: PolicySet, file: String, key: LedgerKey) throws {
        evaluator = Evaluator(policies)
        ledger = Ledger(try SQLiteStore(path: file), key: key)  // or MemoryStore(), or PostgresStore("postgres://…")
    }

    func take(_ request: Request) async throws -> (decision: Decision, revealed: [Recording.MemberSanction]) {
        // By the actor's standing, and with the facts that the ledger holds.
        let decision = await ledger.judge(request, by: evaluator)
        let recording = try await ledger.record(decision, terms: evaluator.tallies(for: request), by: "my-service")
        return (decision, recording.sanctions)  // crossed just now, and told to one service alone
    }
}
