#if PostgreSQL
    import Synchronization

    /// Gives each step a connection of its own; who comes when none is free waits, and is served in the order of coming.
    final class ConnectionPool: Sendable {
        private struct Waiter {
            let number: Int
            let since: ContinuousClock.Instant
            let continuation: CheckedContinuation<Connection, any Error>
        }

        private struct State {
            var free: [Connection]
            var waiters: [Waiter] = []
            var lastNumber = 0
        }

        private let state: Mutex<State>

        init(_ connections: [Connection]) {
            state = Mutex(State(free: connections))
        }

        /// Runs `body` with a connection that nobody else has. Throws `CancellationError` where the task is cancelled
        /// while it waits for one.
        func withConnection<Answer: Sendable>(
            _ body: (Connection) async throws -> Answer
        ) async throws -> Answer {
            let connection = try await take()
            defer { giveBack(connection) }
            return try await body(connection)
        }

        /// Refuses those who wait since a moment or longer. Waiting alone has no limit, for it ends as long as steps do;
        /// but when a step found the server gone for so long, they need not find it out one after another.
        func refuse(waitingSince moment: ContinuousClock.Instant, with error: any Error) {
            let refused = state.withLock { state in
                let refused = state.waiters.filter { $0.since <= moment }
                state.waiters.removeAll { $0.since <= moment }
                return refused
            }
            for waiter in refused { waiter.continuation.resume(throwing: error) }
        }

        private func take() async throws -> Connection {
            let number = state.withLock { state in
                state.lastNumber += 1
                return state.lastNumber
            }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let now: Result<Connection, any Error>? = state.withLock { state in
                        // Asked under the lock: whoever cancels later finds the waiter there.
                        if Task.isCancelled { return .failure(CancellationError()) }
                        if let connection = state.free.popLast() { return .success(connection) }
                        state.waiters.append(Waiter(number: number, since: .now, continuation: continuation))
                        return nil
                    }
                    if let now { continuation.resume(with: now) }
                }
            } onCancel: {
                let waiter = state.withLock { state in
                    state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
                }
                waiter?.continuation.resume(throwing: CancellationError())
            }
        }

        private func giveBack(_ connection: Connection) {
            let next: Waiter? = state.withLock { state in
                if state.waiters.isEmpty {
                    state.free.append(connection)
                    return nil
                }
                return state.waiters.removeFirst()
            }
            next?.continuation.resume(returning: connection)
        }
    }
#endif
