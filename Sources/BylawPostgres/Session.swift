#if PostgreSQL
    import CLibPQ

    #if canImport(Darwin)
        import Darwin
    #elseif canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// A connection of libpq's. Its calls wait for the server, but never longer than they are told.
    final class Session {
        private let handle: OpaquePointer
        private let patience: Duration

        /// Connects. libpq's own time limit is for its waiting way of connecting only, and that one tells no SQLSTATE.
        init(
            connectingTo target: Target, attempt: Int = 0, until limit: ContinuousClock.Instant, patience: Duration
        ) throws(PostgresError) {
            let parameters = target.parameters(attempt: attempt)
            let started = withCStrings(parameters.map(\.keyword)) { keywords in
                withCStrings(parameters.map(\.value)) { values in PQconnectStartParams(keywords, values, 1) }
            }
            guard let handle = started else { throw .outOfMemory }
            self.handle = handle
            self.patience = patience
            // Neither what the server says in passing nor the words of its errors, which quote values, go anywhere.
            PQsetNoticeProcessor(handle, { _, _ in }, nil)
            PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
            try connect(until: limit)
            PQsetnonblocking(handle, 1)
        }

        deinit { PQfinish(handle) }

        private func connect(until limit: ContinuousClock.Instant) throws(PostgresError) {
            guard PQstatus(handle) != CONNECTION_BAD else { throw connectionFailure }
            var next = PGRES_POLLING_WRITING
            while next != PGRES_POLLING_OK {
                switch next {
                case PGRES_POLLING_READING: try wait(for: POLLIN, until: limit, or: .unreachable(at: host))
                case PGRES_POLLING_WRITING: try wait(for: POLLOUT, until: limit, or: .unreachable(at: host))
                default: throw connectionFailure
                }
                next = PQconnectPoll(handle)
            }
        }

        private var host: String? { PQhost(handle).map { String(cString: $0) } }

        private var connectionFailure: PostgresError {
            PostgresError(connectingTo: host, message: PQerrorMessage(handle).map { String(cString: $0) } ?? "")
        }

        /// Runs statements without values, and returns what the server says it did last.
        @discardableResult
        func run(_ script: String) throws(PostgresError) -> String {
            guard PQsendQuery(handle, script) == 1 else { throw .lostConnection }
            return try finish().command
        }

        /// Runs one statement with values for `$1`, `$2`, …
        @discardableResult
        func query(_ statement: String, _ values: [QueryValue] = []) throws(PostgresError) -> QueryResult {
            let values = EncodedValues(values)
            guard let lengths = values.lengths else { throw .tooLarge }
            let isSent = values.withPointers { pointers in
                PQsendQueryParams(
                    handle, statement, Int32(pointers.count), values.types, pointers, lengths, values.formats, 1)
            }
            guard isSent == 1 else { throw .lostConnection }
            return try finish()
        }

        /// Ends the transaction there may be; false where the session is of no use any more.
        func rollBack() -> Bool {
            guard PQstatus(handle) == CONNECTION_OK else { return false }
            if PQtransactionStatus(handle) == PQTRANS_IDLE { return true }
            guard (try? run("ROLLBACK")) != nil else { return false }
            return PQtransactionStatus(handle) == PQTRANS_IDLE
        }

        /// Waits for all that the server answers: the last result, or what first failed.
        private func finish() throws(PostgresError) -> QueryResult {
            // The server itself ends a statement after `patience`; a little later it is taken to be gone.
            let limit = ContinuousClock.now + patience + .seconds(1)
            var last: QueryResult?
            var failure: PostgresError?
            while let result = try nextResult(until: limit) {
                if let error = result.failure { failure = failure ?? error }
                last = result
            }
            if let failure { throw failure }
            guard let last, PQstatus(handle) == CONNECTION_OK else { throw .lostConnection }
            return last
        }

        private func nextResult(until limit: ContinuousClock.Instant) throws(PostgresError) -> QueryResult? {
            while true {
                let unsent = PQflush(handle)
                guard unsent >= 0 else { throw .lostConnection }
                if unsent == 0, PQisBusy(handle) == 0 { return PQgetResult(handle).map(QueryResult.init) }
                try wait(for: unsent == 0 ? POLLIN : POLLIN | POLLOUT, until: limit, or: .lostConnection)
                guard PQconsumeInput(handle) == 1 else { throw .lostConnection }
            }
        }

        private func wait(
            for events: Int32, until limit: ContinuousClock.Instant, or failure: @autoclosure () -> PostgresError
        ) throws(PostgresError) {
            var socket = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
            guard socket.fd >= 0 else { throw failure() }
            while true {
                let left = limit - .now
                guard left > .zero else { throw failure() }
                // At most a second at once: no clock that stands still in between can make it too long.
                let ready = poll(&socket, 1, Int32(min(left, .seconds(1)) / .milliseconds(1)) + 1)
                if ready > 0 { return }
                if ready < 0, errno != EINTR { throw failure() }
            }
        }
    }

    /// Texts as C has them, with nil for their end.
    private func withCStrings<Answer>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer {
        let encoded = texts.map(\.utf8CString)
        let starts = encoded.indices.map { encoded[..<$0].reduce(0) { $0 + $1.count } }
        return encoded.flatMap { $0 }.withUnsafeBufferPointer { bytes in
            body(starts.map { bytes.baseAddress?.advanced(by: $0) } + [nil])
        }
    }
#endif
