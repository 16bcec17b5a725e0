#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import GRDB
    import Testing

    @testable import BylawSQLite

    @Suite("A disk that is full")
    struct DiskFullTests {
        let file: LedgerFile

        init() throws { file = try LedgerFile() }

        @Test("refuses what has no room, keeps all before, and goes on once there is room")
        func refuses() async throws {
            let store = try file.store()
            let ledger = Ledger(store)
            try await ledger.record(0..<20)
            try await limit(store, morePages: 10)
            var count: Int64 = 20
            var error: (any Error)?
            while error == nil, count < 10_000 {
                let number = Int(count)
                error = await thrown { try await ledger.record(number..<number + 1) }
                if error == nil { count += 1 }
            }
            #expect(error as? LedgerError == .unavailable("the disk is full"))
            #expect(count > 20)
            for ledger in [ledger, Ledger(try file.store())] {
                #expect(try await ledger.verify().isWhole)
                #expect(try await ledger.head().number == count)
            }
            try await limit(store, morePages: 10_000)
            try await ledger.record(Int(count)..<Int(count) + 100)
            #expect(try await ledger.verify().isWhole)
            #expect(try await ledger.head().number == count + 100)
        }

        private func limit(_ store: SQLiteStore, morePages: Int) async throws {
            try await store.pool.writeWithoutTransaction { database in
                let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(count + morePages)")
            }
        }

        @Test("ends a process with an error where the system lets its files grow no more, and loses nothing")
        func ends() async throws {
            _ = try file.store()
            // 512 or 1,024 bytes each, as the shell likes.
            let worker = try WorkerRun("sqlite:\(file.path)", 0..<1_000, after: "trap '' XFSZ && ulimit -f 1000")
            let result = try await worker.end()
            #expect(result.status == 1)
            #expect(result.errors == "the ledger is unavailable: the file cannot be read or written\n")
            #expect(!result.acknowledged.isEmpty)
            let ledger = try await file.ledger()
            #expect(try await ledger.verify().isWhole)
            #expect(try await Int(ledger.head().number) == result.acknowledged.count)
            try await ledger.record(0..<result.acknowledged.count + 10)
            #expect(try await Int(ledger.head().number) == result.acknowledged.count + 10)
        }
    }
#endif
