#if PostgreSQL
    /// One place in the pool: a session with the server, made when it is needed and again when it broke.
    actor Connection {
        private let executor = QueueExecutor()
        /// Nil where it cannot be read.
        private let target: Target?
        private let schema: Schema
        private let patience: Duration
        private var session: Session?
        /// How often it could not connect, and so which host to begin with.
        private var failures = 0

        init(to target: Target?, _ schema: Schema, patience: Duration) {
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
            _ kind: StepKind, until limit: ContinuousClock.Instant, _ body: (PostgresStep) throws -> Answer
        ) throws -> Answer {
            let session = try open(until: limit)
            let step = PostgresStep(session, schema)
            do {
                try step.begin(kind, patience: patience, until: limit)
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
            guard let target else { throw .badTarget }
            // Of several hosts each gets its share of the time.
            let share = target.hostCount > 1 ? patience / (target.hostCount + 1) : patience
            let opened: Session
            do throws(PostgresError) {
                opened = try Session(
                    connectingTo: target, attempt: failures, until: min(limit, .now + share), patience: patience)
            } catch {
                failures += 1
                throw error
            }
            try schema.prepare(opened)
            session = opened
            return opened
        }
    }

    /// What a step does.
    enum StepKind: Sendable {
        case reading
        case writing
    }
#endif
