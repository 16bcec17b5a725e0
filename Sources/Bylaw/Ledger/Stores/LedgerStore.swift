/// Where a ledger's rows are kept: in memory, in SQLite, in PostgreSQL, or where a host keeps its own.
///
/// A store keeps what it is given and finds it again; what rows mean, which are allowed, and how they are chained is
/// ``Ledger``'s to know.
public protocol LedgerStore: Sendable {
    /// Runs one step that reads only: all that it reads is as it was at one moment.
    ///
    /// Throws ``LedgerError/unavailable(_:)`` where the store cannot be reached, `CancellationError` where the task is
    /// cancelled before the step runs, and what `body` throws.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer

    /// Runs one step that writes: all of it or nothing, with no other step's writing between what it reads and what it
    /// writes, in this process or any other. Once it returns, what it wrote survives a crash.
    ///
    /// `body` may be run again where the store must retry, and so has no effect but through what it is given. Throws as
    /// ``read(_:)`` does, and then nothing is written.
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer
}

/// What a step may ask a store. Texts are compared by their bytes.
public protocol LedgerReading {
    /// The end of the chain; ``LedgerHead/empty`` in a new store.
    func head() throws -> LedgerHead

    /// How many entries a subject has, by ``LedgerWriting/setCount(_:of:)``: 0 where nothing was ever set.
    func count(of subject: String) throws -> Int64

    /// A subject's rows whose place is greater than `place`, by place.
    func rows(of subject: String, after place: Int64) throws -> [LedgerRow]

    /// The row with an event id.
    func row(id: String) throws -> LedgerRow?

    /// The row with a charge key's digest.
    func row(charge: String) throws -> LedgerRow?

    /// The rows of a topic, by number: of strikes for an incident, for one.
    func rows(topic: String) throws -> [LedgerRow]

    /// Rows whose number is greater than `number`, by number: at most `limit`.
    func rows(after number: Int64, limit: Int) throws -> [LedgerRow]

    /// The bytes that are kept under a digest of tally terms.
    func terms(_ digest: String) throws -> [UInt8]?

    /// The digests of all tally terms that are kept, in any order.
    func termsDigests() throws -> [String]

    /// Every subject with its count, in any order. No dictionary, as subjects that differ may be equal as `String`s.
    func counts() throws -> [(subject: String, count: Int64)]
}

/// What a step may change.
public protocol LedgerWriting: LedgerReading {
    /// Adds a row. Throws where its number, its id, its charge, or its place with its subject is taken; the step is then
    /// over, and must throw.
    func insert(_ row: LedgerRow) throws

    /// Puts a row in the place of that with its number, for a member who is forgotten: subject, id, charge, what is
    /// personal, who recorded it and the salts may differ. Throws where anything else does, where there is no such row, and
    /// where the id, the charge or the place with the subject is taken.
    func replace(_ row: LedgerRow) throws

    /// Sets how many entries a subject has; 0 removes the subject.
    func setCount(_ count: Int64, of subject: String) throws

    /// Keeps terms under their digest; those that are there already stay.
    func keep(terms: [UInt8], digest: String) throws

    /// Sets the end of the chain.
    func setHead(_ head: LedgerHead) throws
}
