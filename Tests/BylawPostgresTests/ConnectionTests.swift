#if PostgreSQL
    import Bylaw
    import Testing

    @testable import BylawPostgres

    @Suite("A server that cannot be used", .enabled(if: PostgresPrograms.arePresent))
    struct ConnectionTests {
        private func reason(_ connection: String, patience: Duration = .seconds(1)) async throws -> String? {
            let store = PostgresStore(connection, patience: patience)
            return try await unavailability { _ = try await store.read { try $0.head() } }
        }

        @Test("is unavailable in time where nobody listens")
        func nobody() async throws {
            let port = try freePort()
            let start = ContinuousClock.now
            let reason = try await reason("postgres://someone:secret@127.0.0.1:\(port)/ledger")
            #expect(reason == "the server at `127.0.0.1` cannot be reached")
            #expect(ContinuousClock.now - start < .seconds(10))
        }

        @Test("is unavailable in time where nobody answers")
        func silence() async throws {
            let socket = try ListeningSocket()
            let start = ContinuousClock.now
            #expect(
                try await reason("host=127.0.0.1 port=\(socket.port) user=u")
                    == "the server at `127.0.0.1` cannot be reached")
            #expect(ContinuousClock.now - start < .seconds(10))
        }

        @Test("refuses a wrong password at once, and no word of it is told")
        func wrongPassword() async throws {
            let schema = try TestSchema()
            try schema.run(
                """
                DO 'BEGIN CREATE ROLE guarded LOGIN PASSWORD ''right''; EXCEPTION WHEN OTHERS THEN NULL; END';
                """)
            let start = ContinuousClock.now
            let connection = schema.server.connection("password=not-the-secret", user: "guarded")
            #expect(
                try await reason(connection, patience: .seconds(30)) == "the server refuses the login (SQLSTATE 28P01)")
            #expect(
                try await reason(schema.server.connection(user: "guarded"), patience: .seconds(30))
                    == "the server at `127.0.0.1` wants a password")
            #expect(ContinuousClock.now - start < .seconds(5))
        }

        @Test("is not used unencrypted where TLS is required")
        func encryption() async throws {
            let server = try PostgresServer.shared.get()
            #expect(
                try await reason(server.connection("sslmode=require"))
                    == "the connection to the server at `127.0.0.1` cannot be secured as asked")
        }

        @Test("has no such database")
        func noDatabase() async throws {
            let server = try PostgresServer.shared.get()
            #expect(
                try await reason(server.connection("dbname=nothing"))
                    == "there is no such database (SQLSTATE 3D000)")
        }

        @Test(
            "is not even looked for where the connection string is wrong",
            arguments: ["host='secret", "secret", "postgres://u:secret@[", "secret=1", "port=secret host=127.0.0.1"])
        func wrongString(connection: String) async throws {
            let reason = try #require(try await reason(connection))
            #expect(!reason.contains("secret"))
        }

        @Test("is passed over for another one that the connection string names, though it does not even refuse")
        func severalHosts() async throws {
            let (schema, silent) = (try TestSchema(), try ListeningSocket())
            let ports = "port=\(silent.port),\(schema.server.port)"
            let store = PostgresStore(
                schema.server.connection("host=127.0.0.1,127.0.0.1 \(ports)"), connections: 1, schema: schema.name,
                patience: .seconds(3))
            #expect(try await store.read { try $0.head() } == .empty)
        }

        @Test("is found by libpq's own rules, as a URL or by keywords, and the last word counts")
        func strings() async throws {
            let schema = try TestSchema()
            for connection in [
                "postgres://postgres@127.0.0.1:\(schema.server.port)/postgres?application_name=x",
                "port=1 " + schema.server.connection(),
            ] {
                let store = PostgresStore(connection, schema: schema.name)
                #expect(try await store.read { try $0.head() } == .empty)
            }
        }
    }
#endif
