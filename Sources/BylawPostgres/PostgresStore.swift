#if PostgreSQL
    public import Bylaw

    /// A ledger's rows in a PostgreSQL database, for services on many machines.
    ///
    /// Steps run on a few connections, each with a thread of its own, for libpq waits where it is called. A step for which
    /// none is free waits its turn. What fails because the server is not there for a moment (it restarts, another one
    /// takes its place, a connection breaks) is tried again, the whole step from its beginning, until `patience` is over.
    public final class PostgresStore: LedgerStore {
        private let pool: ConnectionPool
        private let patience: Duration

        /// A store, which connects when it is first used, and makes its tables where they are missing.
        ///
        /// - Parameters:
        ///   - connection: libpq's connection string or URL, which also says how the connection is secured
        ///     (`sslmode=verify-full`). What it leaves out comes from libpq's environment: `PGHOST`, `PGPASSWORD`, …
        ///   - connections: how many steps run at once: at least 1.
        ///   - schema: the database's schema that holds the tables.
        ///   - patience: how long a step is tried, once it has a connection. What is being waited for when it is over may
        ///     take as long again.
        public init(
            _ connection: String, connections: Int = 4, schema: String = "bylaw", patience: Duration = .seconds(10)
        ) {
            // Longer than a day overflows what the server counts in milliseconds sooner or later.
            let patience = min(max(patience, .zero), .seconds(86_400))
            self.patience = patience
            let schema = Schema(named: schema)
            pool = ConnectionPool(
                (0..<max(1, connections)).map { _ in Connection(to: connection, schema, patience: patience) })
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
            try await run(.writing) { try body($0) }
        }

        private func run<Answer: Sendable>(
            _ access: Access, _ body: @escaping @Sendable (PostgresStep) throws -> Answer
        ) async throws -> Answer {
            try await pool.withConnection { connection in
                let start = ContinuousClock.now
                var pause = Duration.milliseconds(5)
                while true {
                    try Task.checkCancellation()
                    do {
                        return try await connection.run(access, until: start + patience, body)
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
