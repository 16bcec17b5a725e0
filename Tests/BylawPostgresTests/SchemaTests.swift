#if PostgreSQL
    import Bylaw
    import Testing

    @testable import BylawPostgres

    @Suite("The tables of a ledger in PostgreSQL", .enabled(if: PostgresPrograms.arePresent))
    struct SchemaTests {
        @Test("are made once where many stores make them at once")
        func madeOnce() async throws {
            let schema = try TestSchema()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...8 {
                    group.addTask { try await schema.store().write { try $0.setCount(1, of: "u_\(number)") } }
                }
                try await group.waitForAll()
            }
            #expect(try schema.number("SELECT count(*) FROM $.version") == 1)
            #expect(try await schema.store().read { try $0.counts().count } == 8)
        }

        @Test("are refused and left alone where a newer program made them")
        func newer() async throws {
            let schema = try TestSchema()
            try await schema.store().write { try $0.setCount(7, of: "u_7") }
            try schema.run("UPDATE $.version SET number = 99")
            let reason = try await unavailability { try await schema.store().write { try $0.setCount(8, of: "u_7") } }
            #expect(reason == "its tables are of version 99, and this program knows 1")
            #expect(try schema.number("SELECT number FROM $.version") == 99)
            #expect(try schema.number("SELECT count FROM $.counts") == 7)
        }

        @Test("are made by nobody who only wants to use them", arguments: [PostgresStore.Access.existing, .reading])
        func notMade(access: PostgresStore.Access) async throws {
            let schema = try TestSchema()
            let store = PostgresStore(schema.server.connection(), access: access, schema: schema.name)
            let name = schema.statement("$")
            #expect(
                try await unavailability { _ = try await store.read { try $0.head() } }
                    == "there is no ledger in its schema \(name)")
            #expect(try schema.number("SELECT count(*) FROM pg_namespace WHERE nspname = '\(schema.name)'") == 0)
            try await schema.store().write { try $0.setCount(7, of: "u_7") }
            #expect(try await store.read { try $0.count(of: "u_7") } == 7)
            let refusal = try await unavailability { try await store.write { try $0.setCount(8, of: "u_7") } }
            #expect(refusal == (access == .reading ? "the store was opened for reading only" : nil))
        }

        @Test("may be used by a role that may not make any")
        func fewRights() async throws {
            let schema = try TestSchema()
            let role = "reader\(schema.server.port)"
            let connection = schema.server.connection(user: role)
            try schema.run("CREATE ROLE \(role) LOGIN")
            let reason = try await unavailability {
                _ = try await PostgresStore(connection, schema: schema.name).read { try $0.head() }
            }
            #expect(reason == "the role lacks a privilege on the ledger's tables (SQLSTATE 42501)")
            _ = try await schema.store().read { try $0.head() }
            try schema.run("GRANT USAGE ON SCHEMA $ TO \(role); GRANT SELECT ON ALL TABLES IN SCHEMA $ TO \(role)")
            let store = PostgresStore(connection, schema: schema.name)
            #expect(try await store.read { try $0.head() } == .empty)
            #expect(try await unavailability { try await store.write { try $0.setCount(1, of: "u") } } == reason)
        }

        @Test(
            "let nothing be taken away or changed, not even past the store",
            arguments: [
                "DELETE FROM $.entries", "TRUNCATE $.entries", "UPDATE $.entries SET open = '{}'",
                "UPDATE $.entries SET number = number + 1", "UPDATE $.entries SET topic = NULL",
                "UPDATE $.entries SET mac = ''", "UPDATE $.entries SET personal_digest = ''", "DELETE FROM $.terms",
                "UPDATE $.terms SET terms = ''", "TRUNCATE $.terms",
            ])
        func appendOnly(statement: String) async throws {
            let schema = try TestSchema()
            let ledger = Ledger(schema.store())
            try await ledger.append([sampleStrike("i")], terms: [sampleTerms])
            #expect {
                try schema.run(statement)
            } throws: { error in
                (error as? PostgresError)?.reason == "what is recorded stays as it is (SQLSTATE 23001)"
            }
            #expect(try await ledger.verify().isWhole)
        }

        @Test(
            "show damage that was done in spite of that, by the entry's number",
            arguments: ["personal = '{}'", "open = '{}'", "recorded_by = 'other'", #"subject = '\xFF'"#])
        func damage(change: String) async throws {
            let schema = try TestSchema()
            let ledger = Ledger(schema.store())
            try await ledger.append((1...3).map { try sampleStrike("i-\($0)", to: "u_\($0)") }, terms: [sampleTerms])
            try schema.run("SET session_replication_role = replica; UPDATE $.entries SET \(change) WHERE number = 2")
            do {
                let verification = try await Ledger(schema.store()).verify()
                #expect(verification.problems.contains { $0.number == 2 })
            } catch LedgerError.damagedEntry(let number, _) {
                #expect(number == 2)
            }
            #expect(try await Ledger(schema.store()).events(of: "u_1").count == 1)
            if !change.hasPrefix("subject") {
                let error = await #expect(throws: LedgerError.self) {
                    try await Ledger(schema.store()).events(of: "u_2")
                }
                guard case .damagedEntry(2, _)? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }

        @Test("are written to disk before a step is acknowledged, whatever the server's default")
        func durability() async throws {
            let schema = try TestSchema()
            let store = schema.store("options='-c synchronous_commit=off'")
            let setting = try await store.write { rows in
                let step = rows as? PostgresStep
                return try step?.query("SELECT current_setting('synchronous_commit')").rows.first?.text(0)
            }
            #expect(setting == "on")
        }
    }
#endif
