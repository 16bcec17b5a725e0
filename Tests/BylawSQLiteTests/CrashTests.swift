#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import Testing

    @Suite("A process that is killed while it records")
    struct CrashTests {
        @Test("loses nothing that was acknowledged, and leaves nothing half")
        func losesNothing() async throws {
            let file = try LedgerFile()
            let total = 1_000
            var known = 0
            for round in 1...6 {
                // Far more than it comes to, however long this process has to wait for its turn.
                let worker = try WorkerRun("sqlite:\(file.path)", known..<known + 30_000)
                await worker.kill(after: .random(in: 1...120))
                let result = try await worker.end()
                #expect(result.status == -9, "\(result.errors)")
                let ledger = try await file.ledger()
                let head = try await ledger.head()
                let verification = try await ledger.verify()
                #expect(verification.isWhole, "round \(round): \(verification.problems)")
                let acknowledged = known + result.acknowledged.count
                // One more may be written whose acknowledgement was cut off.
                #expect((acknowledged...acknowledged + 1).contains(Int(head.number)), "round \(round)")
                known = Int(head.number)
            }
            let all = max(total, known)
            let rest = try await WorkerRun("sqlite:\(file.path)", 0..<all).end()
            #expect(rest.status == 0, "\(rest.errors)")
            let ledger = try await file.ledger()
            #expect(try await ledger.head().number == Int64(all))
            #expect(try await ledger.verify().isWhole)
        }
    }
#endif
