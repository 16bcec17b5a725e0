#if SQLite
    import Bylaw
    import BylawSQLite
    import GRDB
    import Testing

    @Suite("A file that another locks")
    struct LockTests {
        let file: LedgerFile
        private let locked = LedgerError.unavailable("the file is locked by another process")

        init() throws { file = try LedgerFile() }

        private func lock(_ connection: DatabaseQueue) async throws {
            try await connection.writeWithoutTransaction { try $0.beginTransaction(.exclusive) }
        }

        private func unlock(_ connection: DatabaseQueue) async throws {
            try await connection.writeWithoutTransaction { try $0.rollback() }
        }

        @Test("can be read, cannot be written for as long as one waits, and then can")
        func waits() async throws {
            let ledger = try await file.ledger(of: 0..<3)
            let impatient = Ledger(try file.store(busyTimeout: .milliseconds(300)))
            let other = try file.connection()
            try await lock(other)
            let begin = ContinuousClock.now
            let error = await thrown { try await impatient.record(3..<4) }
            #expect(error as? LedgerError == locked)
            #expect(ContinuousClock.now - begin > .milliseconds(200))
            #expect(try await impatient.verify().entries == 3)
            // Opening needs no lock either.
            #expect(try await Ledger(try file.store(busyTimeout: .zero)).verify().entries == 3)
            try await unlock(other)
            try await impatient.record(3..<4)
            #expect(try await ledger.verify().entries == 4)
        }

        @Test("is written once the other lets go")
        func goesOn() async throws {
            let ledger = Ledger(try file.store(busyTimeout: .seconds(120)))
            try await ledger.record(0..<3)
            let other = try file.connection()
            try await lock(other)
            async let recorded: Void = ledger.record(3..<6)
            try await Task.sleep(for: .milliseconds(300))
            #expect(try await ledger.head().number == 3)
            try await unlock(other)
            try await recorded
            #expect(try await ledger.head().number == 6)
        }

        @Test("cannot be made into a ledger")
        func cannotBeMade() async throws {
            let other = try file.connection()
            try await lock(other)
            #expect(throws: locked) { try file.store(busyTimeout: .milliseconds(100)) }
            try await unlock(other)
            _ = try await file.ledger(of: 0..<3)
        }

        @Test("lets a waiting task be cancelled, and then writes nothing")
        func isCancelled() async throws {
            let ledger = Ledger(try file.store(busyTimeout: .seconds(120)))
            try await ledger.record(0..<3)
            let other = try file.connection()
            try await lock(other)
            let task = Task { try await ledger.record(3..<4) }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            try await unlock(other)
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await ledger.verify().entries == 3)
            try await ledger.record(3..<4)
        }
    }
#endif
