#if SQLite
    import Bylaw
    import BylawSQLite
    import Foundation
    import GRDB
    import Testing

    @Suite("Opening a file")
    struct OpeningTests {
        let file: LedgerFile

        init() throws { file = try LedgerFile() }

        private func refusal(_ access: SQLiteStore.Access = .creating) -> LedgerError? {
            do {
                _ = try file.store(access, busyTimeout: .milliseconds(300))
                return nil
            } catch {
                return error
            }
        }

        @Test("refuses another application's database, and leaves it as it is", arguments: ["wal", "delete"])
        func refusesOthers(mode: String) throws {
            let other = try file.connection()
            try other.inDatabase { database in
                try database.execute(
                    sql: "PRAGMA journal_mode = \(mode); CREATE TABLE note (text); PRAGMA user_version = 1")
            }
            try other.close()
            let before = try Data(contentsOf: file.url)
            for access in [SQLiteStore.Access.creating, .existing, .reading] {
                #expect(refusal(access) == .unavailable("the file is another application's database"))
            }
            #expect(try Data(contentsOf: file.url) == before)
        }

        @Test("refuses a database that says it is another application's, though it is empty")
        func refusesNamed() throws {
            try file.execute("PRAGMA application_id = 7")
            #expect(refusal() == .unavailable("the file is another application's database"))
        }

        @Test("refuses a newer Bylaw's ledger, and leaves it as it is")
        func refusesNewer() async throws {
            _ = try await file.ledger(of: 0..<3)
            try file.execute("PRAGMA user_version = 2")
            let before = try Data(contentsOf: file.url)
            for access in [SQLiteStore.Access.creating, .existing, .reading] {
                #expect(refusal(access) == .unavailable("the ledger was written by a newer Bylaw"))
            }
            #expect(try Data(contentsOf: file.url) == before)
        }

        @Test("makes a file only where it may")
        func makes() throws {
            for access in [SQLiteStore.Access.existing, .reading] {
                #expect(refusal(access) == .unavailable("there is no file `\(file.path)`"))
            }
            #expect(file.names.isEmpty)
            // What a crash leaves that comes before anything is written, or `touch`.
            try Data().write(to: file.url)
            for access in [SQLiteStore.Access.existing, .reading] {
                #expect(refusal(access) == .unavailable("there is no ledger in the file"))
            }
            #expect(refusal() == nil)
            #expect(refusal(.existing) == nil)
            #expect(refusal(.reading) == nil)
        }

        @Test("reads alone where it was asked to, while others write")
        func reads() async throws {
            let writing = try await file.ledger(of: 0..<3)
            let reading = Ledger(try file.store(.reading))
            #expect(try await reading.verify().entries == 3)
            try await writing.record(3..<5)
            #expect(try await reading.verify().entries == 5)
            let error = await thrown { try await reading.record(5..<6) }
            #expect(error as? LedgerError == .unavailable("the file can only be read"))
            #expect(try await writing.head().number == 5)
        }

        @Test("reads a file that nobody has open")
        func readsAlone() async throws {
            _ = try await file.ledger(of: 0..<3)
            #expect(file.names == ["ledger.sqlite"])
            #expect(try await Ledger(try file.store(.reading)).verify().entries == 3)
        }

        @Test("takes a path for a path", arguments: [":memory:", "file:x?mode=memory", "x?y#z", " ", "é"])
        func takesPaths(_ name: String) throws {
            _ = try SQLiteStore(path: file.folder.path + "/" + name)
            #expect(file.names == [name])
        }

        @Test("refuses what no file can be", arguments: ["", "/", "/\0", "/a\0b", "/no/such/folder/file"])
        func refusesPaths(_ name: String) throws {
            #expect(throws: LedgerError.self) { try SQLiteStore(path: file.folder.path + name) }
            #expect(throws: LedgerError.self) { try SQLiteStore(path: name) }
            #expect(file.names.isEmpty)
        }

        @Test("lets many make the file at once")
        func makesTogether() async throws {
            for _ in 0..<5 {
                let file = try LedgerFile()
                try await withThrowingTaskGroup { group in
                    for number in 0..<8 { group.addTask { _ = try await file.ledger(of: number..<number + 1) } }
                    try await group.waitForAll()
                }
                #expect(try await file.ledger().verify().entries == 8)
            }
        }
    }
#endif
