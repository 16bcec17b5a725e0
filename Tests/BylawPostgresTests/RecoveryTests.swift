#if PostgreSQL
    import Bylaw
    import Testing

    @testable import BylawPostgres

    @Suite("A step that the server does not end", .enabled(if: PostgresPrograms.arePresent))
    struct RecoveryTests {
        @Test("is run again where its connection is ended")
        func terminated() async throws {
            let schema = try TestSchema()
            let runs = Counter()
            try await schema.store("application_name=victim").write { rows in
                try rows.setCount(Int64(runs.next()), of: "u_7")
                if runs.value == 1 {
                    try schema.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim'")
                }
                try rows.setCount(70, of: "u_8")
            }
            #expect(runs.value == 2)
            let counts = try await schema.store().read { try [$0.count(of: "u_7"), $0.count(of: "u_8")] }
            #expect(counts == [2, 70])
        }

        @Test("is run again where the body hides the failure")
        func hidden() async throws {
            let schema = try TestSchema()
            let store = schema.store("application_name=hidden")
            let runs = Counter()
            try await store.write { rows in
                if runs.next() == 1 {
                    try schema.run(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hidden'")
                }
                try? rows.setCount(7, of: "u_7")
            }
            #expect(runs.value == 2)
            #expect(try await store.read { try $0.count(of: "u_7") } == 7)
        }

        @Test("is taken back where the body hides that something was refused")
        func hiddenRefusal() async throws {
            let store = try TestSchema().store()
            let seal = LedgerRow.Seal(digest: "d", salt: nil)
            let row = LedgerRow(
                number: 1, place: 1, subject: "u_7", id: "id", charge: nil, topic: nil, open: "{}", personal: "{}",
                by: "service", personalSeal: seal, bySeal: seal, previous: "", mac: "")
            let reason = try await unavailability {
                try await store.write { rows in
                    try rows.insert(row)
                    try? rows.insert(row)
                }
            }
            #expect(reason == "an entry's number, id, charge or place is taken (SQLSTATE 23505)")
            #expect(try await store.read { try $0.rows(after: 0, limit: 9) }.isEmpty)
        }

        @Test("is run again where another was in its way", arguments: ["40001", "40P01"])
        func collision(state: String) async throws {
            let schema = try TestSchema()
            let store = schema.store()
            _ = try await store.read { try $0.head() }
            // A sequence counts on through what is rolled back.
            try schema.run(
                """
                CREATE SEQUENCE $.tries;
                CREATE FUNCTION $.collide() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN
                    IF nextval(''$.tries'') <= 2 THEN RAISE EXCEPTION USING ERRCODE = ''\(state)''; END IF;
                    RETURN NEW;
                END';
                CREATE TRIGGER collide BEFORE INSERT ON $.counts FOR EACH ROW EXECUTE FUNCTION $.collide();
                """)
            let runs = Counter()
            try await store.write { rows in try rows.setCount(Int64(runs.next()), of: "u_7") }
            #expect(runs.value == 3)
            #expect(try await store.read { try $0.count(of: "u_7") } == 3)
        }

        @Test("is run again after a deadlock")
        func deadlock() async throws {
            let schema = try TestSchema()
            let store = schema.store("application_name=deadlock")
            let runs = Counter()
            _ = try await store.read { try $0.head() }
            let other = try schema.session()
            try other.run(schema.statement("BEGIN; LOCK TABLE $.terms"))
            async let step: Void = store.write { rows in
                runs.next()
                try rows.keep(terms: [7], digest: "t")
            }
            try await schema.waitForLockWait("deadlock")
            // Each now waits for what the other has. Who began to wait first finds out first, and gives way.
            try other.run(schema.statement("SELECT * FROM $.head FOR UPDATE; COMMIT"))
            try await step
            #expect(runs.value == 2)
            #expect(try await store.read { try $0.terms("t") } == [7])
        }

        @Test("waits while another program holds the ledger, and no task's thread with it")
        func waits() async throws {
            let schema = try TestSchema()
            let store = schema.store("application_name=waiting", connections: 8)
            _ = try await store.read { try $0.head() }
            let other = try schema.session()
            try other.run(schema.statement("BEGIN; SELECT * FROM $.head FOR UPDATE"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...8 {
                    group.addTask { try await store.write { try $0.setCount(1, of: "u_\(number)") } }
                }
                try await schema.waitForLockWait("waiting", count: 8)
                // More tasks than this machine has threads for; all of them go on.
                for _ in 1...20 { try await Task.sleep(for: .milliseconds(5)) }
                try other.run("COMMIT")
                try await group.waitForAll()
            }
            #expect(try await store.read { try $0.counts().count } == 8)
        }

        @Test("is given up after its patience where another program keeps the ledger")
        func givenUp() async throws {
            let schema = try TestSchema()
            let store = schema.store(connections: 1, patience: .milliseconds(500))
            _ = try await store.read { try $0.head() }
            let other = try schema.session()
            try other.run(schema.statement("BEGIN; SELECT * FROM $.head FOR UPDATE"))
            let start = ContinuousClock.now
            let reasons = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 1...8 {
                    group.addTask {
                        try await unavailability { try await store.write { try $0.setCount(1, of: "u_7") } }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reasons == Array(repeating: "other steps take too long (SQLSTATE 55P03)", count: 8))
            // Those who waited for the only connection do not try in turn.
            #expect(ContinuousClock.now - start < .seconds(4))
            try other.run("COMMIT")
            try await store.write { try $0.setCount(2, of: "u_7") }
            #expect(try await store.read { try $0.count(of: "u_7") } == 2)
        }
    }
#endif
