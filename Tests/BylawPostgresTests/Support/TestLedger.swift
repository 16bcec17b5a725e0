#if PostgreSQL
    import Bylaw
    import Foundation
    import Synchronization

    @testable import BylawPostgres

    /// A schema on a server, for one test.
    struct TestSchema: Sendable {
        let server: PostgresServer
        let name: String

        /// A new schema on the server that tests share. Its name needs quoting.
        init() throws { self.init(on: try PostgresServer.shared.get()) }

        init(on server: PostgresServer) {
            self.server = server
            name = "The \"ledger\" \(UUID().uuidString.prefix(13))"
        }

        func store(
            _ more: String = "", connections: Int = 4, patience: Duration = .seconds(10)
        ) -> PostgresStore {
            PostgresStore(server.connection(more), connections: connections, schema: name, patience: patience)
        }

        /// Runs statements past the store; `$` is the schema.
        @discardableResult
        func run(_ script: String) throws -> String { try session().run(statement(script)) }

        /// The first number that a statement gives.
        func number(_ query: String) throws -> Int64? { try session().query(statement(query)).rows.first?.int(0) }

        /// Waits until so many steps of an application wait for a lock.
        func waitForLockWait(_ application: String, count: Int64 = 1) async throws {
            let query = """
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name = '\(application)' AND wait_event_type = 'Lock'
                """
            while try number(query) ?? 0 < count { try await Task.sleep(for: .milliseconds(5)) }
        }

        func statement(_ text: String) -> String {
            text.replacingOccurrences(of: "$", with: Schema(named: name, isMade: false).name)
        }

        /// Another session, as another program has it.
        func session() throws -> Session {
            try server.session()
        }
    }

    /// Counts, from several threads.
    final class Counter: Sendable {
        private let count = Mutex(0)

        /// The number of calls so far, this one among them.
        @discardableResult
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }

        var value: Int { count.withLock { $0 } }
    }

    /// Two points suspend, three end a role; the last rung is out of reach, for past it every point counts anew.
    let sampleTerms = TallyTerms(
        policy: "sharing-policy", tally: "sharing", window: .rolling(.seconds(180 * 86_400)), perIncident: .highest,
        ladder: [
            Rung(at: 2, sanction: .suspend, actions: ["share"], duration: .seconds(14 * 86_400)),
            Rung(at: 3, sanction: .revoke, role: "ambassador"),
            Rung(at: 1_000, sanction: .suspend),
        ])

    /// One point, as a service records it: whoever records the incident again means the same.
    func sampleStrike(_ incident: String, to subject: String = "u_7", after seconds: Int64 = 0) throws -> LedgerEvent {
        struct NoTime: Error {}
        guard let time = Timestamp(seconds: 1_725_148_800 + seconds), let version = Version("1.2.0") else {
            throw NoTime()
        }
        return LedgerEvent(
            subject: subject,
            kind: .strike(
                .init(
                    incident: incident, policy: sampleTerms.policy, version: version, tally: sampleTerms.tally,
                    rule: "private-circle", terms: sampleTerms.digest, points: 1)),
            occurred: time, by: "service")
    }

    /// What a store throws as unavailable; nil where it throws nothing.
    func unavailability(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch LedgerError.unavailable(let reason) {
            return reason
        }
    }
#endif
