#if SQLite
    public import Bylaw
    import GRDB
    import Synchronization

    /// A ledger's rows in one SQLite file, for as many processes of one machine as like to.
    ///
    /// What was acknowledged survives a crash. Beside the file lie `-wal` and `-shm` of the same name: they belong to it, and
    /// to copy it while it is in use takes SQLite's own backup. A network's file system is no place for it.
    ///
    /// Every error is a ``LedgerError/unavailable(_:)`` in which nothing of what is kept stands.
    public final class SQLiteStore: LedgerStore {
        /// What may be done to the file.
        public enum Access: Sendable {
            /// Reading and writing; a file that is not there is made, and the tables of an older form are brought up to date.
            case creating
            /// Reading and writing a ledger that is there.
            case existing
            /// Reading a ledger that is there.
            case reading
        }

        let pool: DatabasePool
        private let waiting: SQLiteWaiting
        /// Whether text that was erased may still be in the write-ahead log.
        private let hasRemains = Mutex(false)

        /// Opens the ledger in a file.
        ///
        /// A database that another application made, or a newer Bylaw, is refused and left as it is.
        ///
        /// - Parameter busyTimeout: How long a step waits for other processes before it throws.
        public init(path: String, access: Access = .creating, busyTimeout: Duration = .seconds(5)) throws(LedgerError) {
            waiting = SQLiteWaiting(limit: busyTimeout)
            do {
                pool = try SQLiteFile(path: path, access: access, waiting: waiting).open()
            } catch {
                throw LedgerError(sqlite: error)
            }
        }

        /// Runs a step in one read transaction, which sees the file as it was when it began.
        public func read<Answer: Sendable>(
            _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
        ) async throws -> Answer {
            try await passingOn {
                try await pool.read { database in try body(SQLiteRows(database)) }
            }
        }

        /// Runs a step in one write transaction; until it ends no other process can begin one.
        public func write<Answer: Sendable>(
            _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
        ) async throws -> Answer {
            try await passingOn {
                try await pool.writeWithoutTransaction { database in
                    let rows = SQLiteRows(database)
                    var answer: Answer?
                    // Takes the lock at once: with a later one another process could write between reading and writing.
                    try database.inTransaction(.immediate) {
                        answer = try body(rows)
                        return .commit
                    }
                    wipeRemains(in: database, new: rows.hasReplaced)
                    guard let answer else { throw LedgerError.unavailable("the step has no answer") }
                    return answer
                }
            }
        }

        /// Runs what may throw SQLite's errors, none of which are for others to see: they could quote what is kept.
        private func passingOn<Answer>(_ run: () async throws -> sending Answer) async throws -> sending Answer {
            do {
                return try await run()
            } catch let error as DatabaseError {
                throw LedgerError(sqlite: error)
            }
        }

        /// Empties the write-ahead log once something was erased, for the log holds pages as they were.
        ///
        /// It cannot where another process reads just then. Waiting for that is worth it once; later steps only try.
        private func wipeRemains(in database: Database, new: Bool) {
            guard new || hasRemains.withLock(\.self) else { return }
            let isWiped = waiting.allowing(new) { (try? database.checkpoint(.truncate)) != nil }
            hasRemains.withLock { $0 = !isWiped }
        }
    }
#endif
