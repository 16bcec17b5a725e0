#if PostgreSQL
    /// One place in the pool: a session with the server, made when it is needed and again when it broke.
    actor Connection {
        private let executor = QueueExecutor()
        private let target: String
        private let schema: Schema
        private let patience: Duration
        private var session: Session?

        init(to target: String, _ schema: Schema, patience: Duration) {
            self.target = target
            self.schema = schema
            self.patience = patience
        }

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        /// Runs a step once, in a transaction.
        ///
        /// Throws ``PostgresError`` where the server did not do its part, and else what `body` throws; nothing is
        /// written then.
        func run<Answer: Sendable>(
            _ access: Access, until limit: ContinuousClock.Instant, _ body: (PostgresStep) throws -> Answer
        ) throws -> Answer {
            let session = try open(until: limit)
            let step = PostgresStep(session, schema)
            do {
                try step.begin(access, patience: patience, until: limit)
                let answer = try body(step)
                try step.commit()
                return answer
            } catch {
                let failure = step.failure
                if failure?.remedy == .reconnect || !session.rollBack() { self.session = nil }
                // Trying again is the store's decision, whatever the body made of the failure.
                if let failure, failure.remedy != .none { throw failure }
                throw error
            }
        }

        private func open(until limit: ContinuousClock.Instant) throws(PostgresError) -> Session {
            if let session { return session }
            let opened = try Session(connectingTo: target, until: limit, patience: patience)
            try schema.prepare(opened)
            session = opened
            return opened
        }
    }

    /// What a step may do.
    enum Access: Sendable {
        case reading
        case writing
    }
#endif
