#if PostgreSQL
    import Bylaw

    /// One step in its transaction.
    final class PostgresStep: LedgerWriting {
        private let session: Session
        let schema: String
        /// The head, which nobody else changes; nil where the step only reads.
        var lockedHead: LedgerHead?
        /// What the server did not do, as far as it is known: the first time.
        private(set) var failure: PostgresError?

        init(_ session: Session, _ schema: Schema) {
            self.session = session
            self.schema = schema.name
        }

        /// Begins the transaction.
        ///
        /// Who writes locks the head's row before reading anything, and so no two write at once, whatever their process:
        /// each statement after that sees all that was committed before the lock was had, and nobody commits more. So
        /// READ COMMITTED is enough; SERIALIZABLE would let steps run side by side only to fail and be run again, since
        /// each of them changes that row. Who reads has one snapshot, and neither waits nor is waited for.
        func begin(
            _ kind: StepKind, patience: Duration, until limit: ContinuousClock.Instant
        ) throws {
            let patience = max(1, Int64(patience / .milliseconds(1)))
            switch kind {
            case .reading:
                try run(
                    """
                    BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
                    SET LOCAL statement_timeout = \(patience)
                    """)
            case .writing:
                // A step that stands still, for its machine is gone, must not keep the lock: the server ends it.
                // Waiting for the lock ends before the statement does, so that it is told from a server that is slow.
                // Only what is flushed to disk counts as committed, whatever the server's or role's default.
                try run(
                    """
                    BEGIN ISOLATION LEVEL READ COMMITTED;
                    SET LOCAL synchronous_commit = on;
                    SET LOCAL statement_timeout = \(patience + 500);
                    SET LOCAL lock_timeout = \(max(1, Int64((limit - .now) / .milliseconds(1))));
                    SET LOCAL idle_in_transaction_session_timeout = \(patience)
                    """)
                lockedHead = try readHead("FOR UPDATE")
            }
        }

        /// Commits, unless a statement failed, even if the body did not mind.
        func commit() throws {
            if let failure { throw failure }
            do throws(PostgresError) {
                guard try session.run("COMMIT") == "COMMIT" else {
                    throw PostgresError("the server took the step back", .retry)
                }
            } catch {
                let error = error.remedy == .reconnect && lockedHead != nil ? .lostCommit : error
                failure = error
                throw error
            }
        }

        private func run(_ script: String) throws {
            try noting { () throws(PostgresError) in try session.run(script) }
        }

        func query(_ statement: String, _ values: [QueryValue] = []) throws -> QueryResult {
            try noting { () throws(PostgresError) in try session.query(statement, values) }
        }

        /// The body gets a ``LedgerError``, as from any store; the store decides by what is noted.
        @discardableResult
        private func noting<Answer>(_ work: () throws(PostgresError) -> Answer) throws(LedgerError) -> Answer {
            do throws(PostgresError) {
                return try work()
            } catch {
                failure = failure ?? error
                throw .unavailable(error.reason)
            }
        }
    }
#endif
