#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import BylawTestSupport
    import Foundation
    import Testing

    @Suite("A file that was damaged")
    struct DamagedFileTests {
        let file: LedgerFile

        init() throws { file = try LedgerFile() }

        private func error(_ access: SQLiteStore.Access = .creating) async -> LedgerError? {
            await thrown { _ = try await Ledger(try file.store(access)).verify() } as? LedgerError
        }

        @Test("is refused where it is no database")
        func isNoDatabase() async throws {
            for bytes in [Data("not a database, but a text of some length".utf8), Data(repeating: 7, count: 9_999)] {
                try bytes.write(to: file.url)
                for access in [SQLiteStore.Access.creating, .existing, .reading] {
                    #expect(await error(access) == .unavailable("the file is not a database"))
                }
                #expect(try Data(contentsOf: file.url) == bytes)
            }
        }

        @Test("is refused where it was cut short", arguments: [2, 100, 4_096, 20_000])
        func isCut(_ length: Int) async throws {
            _ = try await file.ledger(of: 0..<200)
            let whole = try Data(contentsOf: file.url)
            try #require(whole.count > 100_000)
            try whole.prefix(length).write(to: file.url)
            guard case .unavailable = await error() else {
                Issue.record("a file of \(length) bytes is accepted")
                return
            }
        }

        @Test("throws where its pages are overwritten, and never gives another number", arguments: 0..<24)
        func isOverwritten(_ seed: Int) async throws {
            _ = try await file.ledger(of: 0..<200)
            var bytes = try Data(contentsOf: file.url)
            var random = SeededGenerator(seed: UInt64(seed))
            let length = [1, 16, 512, 4_096][seed % 4]
            let start = Int.random(in: 100..<bytes.count - length, using: &random)
            for index in start..<start + length {
                bytes[index] = seed.isMultiple(of: 3) ? 0 : UInt8.random(in: 0...255, using: &random)
            }
            try bytes.write(to: file.url)
            let store = try? file.store()
            for member in 0..<200 {
                var points: Int?
                let error = await thrown {
                    points = try await Ledger(try store ?? file.store()).points(of: "member-\(member)")
                }
                #expect(error is LedgerError || points == 1, "\(length) bytes at \(start): \(error as Any)")
            }
        }
    }
#endif
