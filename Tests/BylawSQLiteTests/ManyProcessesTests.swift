#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import Testing

    @Suite("Many processes on one file")
    struct ManyProcessesTests {
        @Test("count each of 10,000 incidents once, though several record it")
        func count() async throws {
            let file = try LedgerFile()
            let (total, processes, batch) = (10_000, 8, 25)
            let share = total / processes
            // Each records its share and half of that of the next one; all begin with the file that is not there.
            let workers = try (0..<processes).map {
                try WorkerRun(
                    "sqlite:\(file.path)", $0 * share..<min(total, ($0 + 1) * share + share / 2), batch: batch)
            }
            for worker in workers {
                let result = try await worker.end()
                #expect(result.status == 0, "\(result.errors)")
            }
            let ledger = try await file.ledger()
            #expect(try await ledger.head().number == Int64(total))
            let verification = try await ledger.verify()
            #expect(verification.isWhole, "\(verification.problems)")
            for member in 0..<SampleIncidents.memberCount {
                let wanted =
                    total / SampleIncidents.memberCount + (member < total % SampleIncidents.memberCount ? 1 : 0)
                #expect(try await ledger.points(of: "member-\(member)") == wanted)
            }
        }
    }
#endif
