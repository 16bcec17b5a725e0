#if PostgreSQL
    public import Bylaw

    /// A ledger's rows in a PostgreSQL database, for services on many machines.
    ///
    /// Steps run on a few connections, each with a thread of its own, for libpq waits where it is called. A step for which
    /// none is free waits its turn. What fails because the server is not there for a moment (it restarts, another one
    /// takes its place, a connection breaks) is tried again, the whole step from its beginning, until `patience` is over.
    ///
    /// What was acknowledged is on the server's disk. What was erased is out of every query's reach at once; from the
    /// server's files it goes when those pages are written anew (`VACUUM FULL`), and its log and backups are the
    /// operator's to clear.
    ///
    /// Every error of its own is a ``LedgerError/unavailable(_:)`` in which nothing of what is kept stands.
    public final class PostgresStore: LedgerStore {
        /// What may be done to the database.
        public enum Access: Sendable {
            /// Reading and writing; tables that are not there are made, and those of an older form brought up to date.
            case creating
            /// Reading and writing a ledger that is there.
            case existing
            /// Reading a ledger that is there.
            case reading
        }

        private let access: Access
        private let pool: ConnectionPool
        private let patience: Duration

        /// A store, which connects when it is first used.
        ///
        /// Tables that a newer Bylaw made are refused and left as they are.
        ///
        /// - Parameters:
        ///   - connection: libpq's connection string or URL, which also says how the connection is secured
        ///     (`sslmode=verify-full`). What it leaves out comes from libpq's environment: `PGHOST`, `PGPASSWORD`, …
        ///   - access: what may be done there.
        ///   - connections: how many steps run at once: at least 1.
        ///   - schema: the database's schema that holds the tables.
        ///   - patience: how long a step is tried, once it has a connection. What is being waited for when it is over may
        ///     take as long again.
        public init(
            _ connection: String, access: Access = .creating, connections: Int = 4, schema: String = "bylaw",
            patience: Duration = .seconds(10)
        ) {
            // Longer than a day overflows what the server counts in milliseconds sooner or later.
            let patience = min(max(patience, .zero), .seconds(86_400))
            self.patience = patience
            self.access = access
            let (target, schema) = (Target(connection), Schema(named: schema, isMade: access == .creating))
            pool = ConnectionPool(
                (0..<max(1, connections)).map { _ in Connection(to: target, schema, patience: patience) })
        }

        /// Runs a step that sees the database as it was when the step began.
        public func read<Answer: Sendable>(
            _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
        ) async throws -> Answer {
            try await run(.reading) { try body($0) }
        }

        /// Runs a step while no other writes. Where it throws because a connection broke while all was being kept,
        /// it cannot know whether it was: recording the same again is right either way.
        public func write<Answer: Sendable>(
            _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
        ) async throws -> Answer {
            guard access != .reading else { throw LedgerError.unavailable("the store was opened for reading only") }
            return try await run(.writing) { try body($0) }
        }

        private func run<Answer: Sendable>(
            _ kind: StepKind, _ body: @escaping @Sendable (PostgresStep) throws -> Answer
        ) async throws -> Answer {
            try await pool.withConnection { connection in
                let start = ContinuousClock.now
                var pause = Duration.milliseconds(5)
                while true {
                    try Task.checkCancellation()
                    do {
                        return try await connection.run(kind, until: start + patience, body)
                    } catch let error as PostgresError {
                        let unavailable = LedgerError.unavailable(error.reason)
                        guard error.remedy != .none else { throw unavailable }
                        guard ContinuousClock.now + pause < start + patience else {
                            pool.refuse(waitingSince: start, with: unavailable)
                            throw unavailable
                        }
                    }
                    // Not all at the same moment, where many were cut off at once.
                    try await Task.sleep(for: pause * Double.random(in: 0.5...1))
                    pause = min(pause * 2, .milliseconds(500))
                }
            }
        }
    }
#endif
