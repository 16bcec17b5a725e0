/// A community's ledger on a store: records what happened, and says what follows from it.
///
/// Recording is idempotent by incident, member and tally, atomic, and chained: ``verify(against:)`` shows whether anything
/// was changed behind its back. Safe from any thread and any number of processes on one store.
///
/// Every method throws ``LedgerError``, or `CancellationError` where the task is cancelled before anything is done.
public final class Ledger: Sendable {
    /// Where the rows are.
    let store: any LedgerStore
    let chain: LedgerChain
    let memory: LedgerMemory

    /// A ledger on a store.
    ///
    /// - Parameters:
    ///   - key: The secret that chains the entries; the same one for as long as the store lives.
    ///   - staleness: How long what another process recorded may go unnoticed in ``standing(of:at:incident:)``; what
    ///     this one recorded never does. Zero asks the store each time whether anything is new.
    public init(_ store: any LedgerStore, key: LedgerKey = .none, staleness: Duration = .zero) {
        self.store = store
        chain = LedgerChain(key: key)
        memory = LedgerMemory(staleness: staleness)
    }

    /// Keeps tallies' terms, so that events may pin their digests.
    public func keep(_ terms: [TallyTerms]) async throws {
        try await write { step in try step.keep(terms) }
    }

    /// The tallies' terms that are kept, by digest.
    public func terms() async throws -> [TallyTerms] {
        try await store.read { rows in
            try rows.termsDigests().sorted().compactMap { digest in
                switch KeptTerms(try rows.terms(digest) ?? [], digest: digest) {
                case .tally(let terms)?: terms
                case .review?: nil
                case nil: throw LedgerError.damagedTerms(digest: digest)
                }
            }
        }
    }

    /// Records events, all or none; terms that they pin may come along.
    @discardableResult
    public func append(_ events: [LedgerEvent], terms: [TallyTerms] = []) async throws -> Recording {
        try await write { step in try step.append(events, keeping: terms) }
    }

    /// Records the points that a decision charged; see ``MemoryLedger/record(_:terms:by:recorded:)``.
    ///
    /// - Parameter evidence: What the decision rests on: the request, a report. It is kept as a salted digest.
    @discardableResult
    public func record(
        _ decision: Decision, terms: [TallyTerms], by: String, recorded: Timestamp? = nil, evidence: Evidence? = nil
    ) async throws -> Recording {
        try await record(
            DecisionCharges(decision), terms: terms, by: by, recorded: recorded, evidence: evidence)
    }

    /// Records what a decision charged that was kept as JSON.
    @discardableResult
    public func record(
        _ decision: DecisionCharges, terms: [TallyTerms], by: String, recorded: Timestamp? = nil,
        evidence: Evidence? = nil
    ) async throws -> Recording {
        let (events, pinned) = try LedgerEvent.charges(
            of: decision, terms: terms, by: by, recorded: recorded, evidence: evidence)
        return events.isEmpty ? Recording() : try await append(events, terms: pinned)
    }

    /// A member's standing at a moment: what had occurred and was recorded by then counts, and nothing else.
    ///
    /// A member without events has a clean record. Throws where an event cannot be counted, never guesses.
    ///
    /// - Parameter incident: The incident that is judged: ``Standing/ofIncident`` then says what it has cost already.
    public func standing(of subject: String, at time: Timestamp, incident: String? = nil) async throws -> Standing {
        if let (history, book) = memory.fresh(subject) {
            return try history.standing(at: time, incident: incident, book)
        }
        return try await read { step in try step.standing(of: subject, at: time, incident: incident) }
    }

    /// A member's events, in the order of recording.
    public func events(of subject: String) async throws -> [LedgerEvent] {
        try await read { step in try step.history(of: subject).events }
    }

    /// The end of the chain. Kept elsewhere, it shows later that nothing before it was changed.
    public func head() async throws -> LedgerHead { try await store.read { try $0.head() } }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (inout LedgerStep) throws -> Answer
    ) async throws -> Answer {
        let (chain, memory) = (chain, memory)
        return try await store.read { rows in
            var step = try LedgerStep(reading: rows, chain: chain, memory: memory)
            let answer = try body(&step)
            memory.learn(step.found)
            return answer
        }
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (inout LedgerStep) throws -> Answer
    ) async throws -> Answer {
        let (chain, memory) = (chain, memory)
        let (answer, found) = try await store.write { rows in
            var step = try LedgerStep(rows, chain: chain, memory: memory)
            let answer = try body(&step)
            try step.end()
            return (answer, step.found)
        }
        // Only once it is written: what is rolled back was never there.
        memory.learn(found)
        return answer
    }
}
