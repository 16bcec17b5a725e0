#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import GRDB
    import Testing

    @Suite("What is erased from the file")
    struct ErasureTests {
        let file: LedgerFile
        let member = "member-who-is-forgotten@example.org"
        let key: LedgerKey

        init() throws {
            file = try LedgerFile()
            key = try #require(LedgerKey(id: "k", bytes: Array(repeating: 7, count: 16)))
        }

        private func fill(_ ledger: Ledger) async throws {
            let strikes = (0..<600).compactMap {
                SampleIncidents.strike($0, subject: $0.isMultiple(of: 7) ? member : nil)
            }
            for first in stride(from: 0, to: strikes.count, by: 30) {
                try await ledger.append(Array(strikes[first..<first + 30]), terms: [SampleIncidents.terms])
            }
        }

        @Test("is in no page of it any more, nor in its log")
        func isGone() async throws {
            let ledger = try await file.ledger(key: key)
            try await fill(ledger)
            #expect(try file.count(of: member) > 100)
            let later = try #require(SampleIncidents.later)
            try await ledger.forget(member, by: "operator", at: later)
            #expect(try file.count(of: member) == 0)
            #expect(try await ledger.verify().isWhole)
        }

        @Test("goes with a later step where somebody reads it just then")
        func isGoneLater() async throws {
            let ledger = Ledger(try file.store(busyTimeout: .milliseconds(100)), key: key)
            try await fill(ledger)
            let reader = try file.connection()
            try await reader.writeWithoutTransaction { database in
                try database.beginTransaction(.deferred)
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry")
            }
            let later = try #require(SampleIncidents.later)
            try await ledger.forget(member, by: "operator", at: later)
            // As long as the reader sees the moment before, the text is there.
            #expect(try file.count(of: member) > 0)
            try await reader.writeWithoutTransaction { try $0.rollback() }
            try await ledger.record(1_000..<1_001)
            #expect(try file.count(of: member) == 0)
            #expect(try await ledger.verify().isWhole)
        }
    }
#endif
