#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import GRDB
    import Testing

    @testable import BylawSQLite

    @Suite("The store in SQLite")
    struct SQLiteStoreTests {
        let file: LedgerFile

        init() throws { file = try LedgerFile() }

        @Test("keeps every promise of a store", arguments: StoreConformance.all)
        func conforms(_ promise: StoreConformance) async throws { try await promise.check(on: try file.store()) }

        @Test("shares a file with others: writing takes turns, and reading sees one moment")
        func shares() async throws {
            let stores = [try file.store(), try file.store(), try file.store()]
            try await StoreConformance.writersTakeTurns(on: stores)
            let other = try LedgerFile()
            try await StoreConformance.readersSeeOneMoment(on: [try other.store(), try other.store()])
        }

        @Test("holds what was written when it is opened again")
        func reopens() async throws {
            let head = try await file.ledger(of: 0..<10).head()
            let ledger = try await file.ledger()
            #expect(try await ledger.head() == head)
            #expect(head.number == 10)
            #expect(try await ledger.points(of: "member-3") == 1)
            #expect(try await ledger.verify(against: [head]).isWhole)
        }

        @Test("has each commit on the disk, and wipes what is deleted")
        func settings() async throws {
            let pool = try file.store().pool
            let settings = try await pool.writeWithoutTransaction { database in
                try ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(settings == ["wal", "2", "1", "1", "0"])
        }

        @Test(
            "lets nobody delete an entry, or change what is chained",
            arguments: [
                "DELETE FROM entry WHERE number = 2", "DELETE FROM entry", "DELETE FROM terms",
                "UPDATE terms SET bytes = x'00'", "UPDATE entry SET number = 9 WHERE number = 2",
                "UPDATE entry SET place = 9", "UPDATE entry SET topic = NULL", "UPDATE entry SET open = open || ' '",
                "UPDATE entry SET personal_digest = ''", "UPDATE entry SET by_digest = ''",
                "UPDATE entry SET previous = ''", "UPDATE entry SET mac = ''",
                "INSERT INTO entry SELECT * FROM entry WHERE number = 2",
            ])
        func defends(_ sql: String) async throws {
            let ledger = try await file.ledger(of: 0..<3)
            #expect(throws: DatabaseError.self) { try file.execute(sql) }
            #expect(try await ledger.verify().isWhole)
        }

        @Test("can be read by people: texts are texts")
        func isReadable() async throws {
            _ = try await file.ledger(of: 0..<3)
            let subjects = try await file.connection().read {
                try String.fetchAll($0, sql: "SELECT subject FROM entry WHERE topic = 'incident-1'")
            }
            #expect(subjects == ["member-1"])
        }

        @Test("tells nothing of what it keeps by its errors")
        func isSilent() async throws {
            let store = try file.store()
            let row = LedgerRow(
                number: 1, place: 1, subject: "secret-subject", id: "secret-id", charge: nil, topic: nil, open: "{}",
                personal: "secret-text", by: "secret-person", personalSeal: .init(digest: "d", salt: nil),
                bySeal: .init(digest: "d", salt: nil), previous: "", mac: "")
            let error = await thrown {
                try await store.write { rows in
                    try rows.insert(row)
                    try rows.insert(row)
                }
            }
            #expect(error as? LedgerError == .unavailable("an entry's number, id, charge or place is taken"))
        }
    }
#endif
