#if PostgreSQL
    import Bylaw
    import BylawLedgerTestSupport
    import Testing

    @testable import BylawPostgres

    @Suite("Many processes on one database", .enabled(if: PostgresPrograms.arePresent))
    struct ManyProcessesTests {
        /// The tables of the default schema, in a database of their own.
        private func database(_ name: String) throws -> String {
            let server = try PostgresServer.shared.get()
            try server.session().run("CREATE DATABASE \(name)")
            return "postgres://postgres@127.0.0.1:\(server.port)/\(name)"
        }

        private func points(of member: String, in ledger: Ledger) async throws -> Int? {
            guard let later = SampleIncidents.later else { return nil }
            return try await ledger.standing(of: member, at: later).tallies
                .first { $0.tally == SampleIncidents.terms.tally }?.points
        }

        @Test("count each of 10,000 incidents once, though several record it")
        func count() async throws {
            let url = try database("counted")
            let (total, processes) = (10_000, 8)
            let share = total / processes
            // Each records its share and half of that of the next one; all begin with a database without tables.
            let workers = try (0..<processes).map {
                try WorkerRun(url, $0 * share..<min(total, ($0 + 1) * share + share / 2), batch: 25)
            }
            for worker in workers {
                let result = try await worker.end()
                #expect(result.status == 0, "\(result.errors)")
            }
            let ledger = Ledger(PostgresStore(url, access: .reading))
            #expect(try await ledger.head().number == Int64(total))
            #expect(try await ledger.verify().problems == [])
            for member in 0..<SampleIncidents.memberCount {
                let wanted = (0..<total).count { $0 % SampleIncidents.memberCount == member }
                #expect(try await points(of: "member-\(member)", in: ledger) == wanted)
            }
        }

        @Test("leave a whole ledger behind when they are killed, with all that was acknowledged")
        func killed() async throws {
            let url = try database("killed")
            let workers = try (0..<4).map { try WorkerRun(url, $0 * 1_000..<($0 + 1) * 1_000, batch: 3) }
            var acknowledged: [Int] = []
            for worker in workers {
                await worker.kill(after: 30)
                acknowledged += try await worker.end().acknowledged
            }
            let ledger = Ledger(PostgresStore(url, access: .reading))
            #expect(try await ledger.verify().problems == [])
            var kept: Set<String> = []
            for member in 0..<SampleIncidents.memberCount {
                kept.formUnion(try await ledger.events(of: "member-\(member)").compactMap(\.charge?.incident))
            }
            #expect(kept.isSuperset(of: acknowledged.map { "incident-\($0)" }))
            #expect(try await ledger.head().number == kept.count)
        }
    }
#endif
