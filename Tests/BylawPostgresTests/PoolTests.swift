#if PostgreSQL
    import Bylaw
    import Dispatch
    import Synchronization
    import Testing

    @testable import BylawPostgres

    @Suite("A store whose connections are all in use", .enabled(if: PostgresPrograms.arePresent))
    struct PoolTests {
        /// A step that goes on until it is told to end.
        private final class LongStep: Sendable {
            private let beginning = DispatchSemaphore(value: 0)
            private let end = DispatchSemaphore(value: 0)

            func run() {
                beginning.signal()
                end.wait()
            }

            func begun() async {
                await withCheckedContinuation { waiting in
                    DispatchQueue.global().async { [beginning] in
                        beginning.wait()
                        waiting.resume()
                    }
                }
            }

            func finish() { end.signal() }
        }

        /// Numbers in the order in which steps tell them.
        private final class Numbers: Sendable {
            private let numbers = Mutex<[Int]>([])

            func add(_ number: Int) { numbers.withLock { $0.append(number) } }

            var all: [Int] { numbers.withLock { $0 } }
        }

        @Test("lets every step have its turn")
        func turns() async throws {
            let store = try TestSchema().store(connections: 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...60 {
                    group.addTask { try await store.write { try $0.setCount($0.count(of: "u_7") + 1, of: "u_7") } }
                }
                try await group.waitForAll()
            }
            #expect(try await store.read { try $0.count(of: "u_7") } == 60)
        }

        @Test("serves those who wait in the order of their coming")
        func order() async throws {
            let store = try TestSchema().store(connections: 1)
            let long = LongStep()
            let served = Numbers()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await store.read { _ in long.run() } }
                await long.begun()
                for number in 1...5 {
                    group.addTask { try await store.read { _ in served.add(number) } }
                    try await Task.sleep(for: .milliseconds(40))
                }
                long.finish()
                try await group.waitForAll()
            }
            #expect(served.all == [1, 2, 3, 4, 5])
        }

        @Test("lets go of who is cancelled, and loses no connection by it")
        func cancellation() async throws {
            let store = try TestSchema().store(connections: 1)
            let long = LongStep()
            let steps = Counter()
            async let first: Void = store.read { _ in long.run() }
            await long.begun()
            let waiting = (1...10).map { _ in Task { try await store.read { _ in _ = steps.next() } } }
            try await Task.sleep(for: .milliseconds(20))
            for task in waiting { task.cancel() }
            for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
            #expect(steps.value == 0)
            long.finish()
            try await first
            #expect(try await store.read { try $0.head() } == .empty)
        }

        @Test("runs no step of a task that is cancelled already")
        func cancelled() async throws {
            let store = try TestSchema().store()
            let steps = Counter()
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await store.write { _ in _ = steps.next() }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(steps.value == 0)
        }

        @Test("is left by a task that is cancelled while the server is away")
        func cancelledRetry() async throws {
            let port = try freePort()
            let store = PostgresStore("host=127.0.0.1 port=\(port) user=u", connections: 1, patience: .seconds(60))
            let task = Task { try await store.read { try $0.head() } }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
#endif
