#if PostgreSQL
    import Bylaw
    import Foundation
    import Testing

    @Suite("A server that crashes", .enabled(if: PostgresPrograms.arePresent))
    struct CrashTests {
        @Test("loses nothing that was acknowledged, and nothing is there twice")
        func crashes() async throws {
            let server = try PostgresServer()
            let schema = TestSchema(on: server)
            let ledgers = [Ledger(schema.store(patience: .seconds(30))), Ledger(schema.store(patience: .seconds(30)))]
            try await ledgers[0].keep([sampleTerms])
            let isOver = Counter()
            let acknowledged = try await withThrowingTaskGroup(of: [LedgerEvent].self) { group in
                for writer in 0..<6 {
                    group.addTask {
                        var events: [LedgerEvent] = []
                        while isOver.value == 0 {
                            let strike = try sampleStrike(
                                "\(writer)-\(events.count)", to: "u_\(events.count % 5)", after: Int64(events.count))
                            // Whether it is new cannot be told where the connection broke while it was committed.
                            try await ledgers[writer % 2].append([strike])
                            events.append(strike)
                        }
                        return events
                    }
                }
                for _ in 1...4 {
                    try await Task.sleep(for: .milliseconds(400))
                    try server.crash()
                    try await Task.sleep(for: .milliseconds(100))
                    try server.start()
                }
                try await Task.sleep(for: .milliseconds(200))
                isOver.next()
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(acknowledged.count > 50)
            let ledger = Ledger(schema.store())
            var kept: [LedgerEvent] = []
            for member in 0..<5 { kept += try await ledger.events(of: "u_\(member)") }
            #expect(kept.count == acknowledged.count)
            #expect(Set(kept.map(\.id)) == Set(acknowledged.map(\.id)))
            #expect(try await ledger.head().number == acknowledged.count)
            #expect(try await ledger.verify().problems == [])
        }
    }
#endif
