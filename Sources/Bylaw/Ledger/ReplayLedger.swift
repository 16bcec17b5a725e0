/// A ledger in memory that is used in one go, without waiting: by whoever replays what happened.
///
/// It is the same ledger as any other: the same steps on the same rows.
package final class ReplayLedger {
    private let store = MemoryStore()
    private let chain = LedgerChain(key: .none)
    private let memory = LedgerMemory(staleness: .zero)

    /// A ledger without entries.
    package init() {}

    /// Runs one step, all of it or nothing.
    @discardableResult
    package func step<Answer>(_ body: (inout LedgerStep) throws -> Answer) throws -> Answer {
        try store.writeAtOnce { rows in
            var step = try LedgerStep(rows, chain: chain, memory: memory)
            let answer = try body(&step)
            try step.end()
            memory.learn(step.found)
            return answer
        }
    }
}
