#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import Foundation
    import GRDB

    /// A ledger's file in a folder of its own, which is there as long as this is.
    final class LedgerFile: Sendable {
        let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        var url: URL { folder.appending(path: "ledger.sqlite") }
        var path: String { url.path }
        var log: URL { URL(filePath: path + "-wal") }

        /// What is in the folder, by its first letter.
        var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

        /// How often a text stands in the file and its log.
        func count(of text: String) throws -> Int {
            try [url, log].filter { FileManager.default.fileExists(atPath: $0.path) }
                .map {
                    String(decoding: try Data(contentsOf: $0), as: UTF8.self).components(separatedBy: text).count - 1
                }
                .reduce(0, +)
        }

        func store(
            _ access: SQLiteStore.Access = .creating, busyTimeout: Duration = .seconds(10)
        ) throws(LedgerError) -> SQLiteStore {
            try SQLiteStore(path: path, access: access, busyTimeout: busyTimeout)
        }

        /// A ledger in it that holds so many incidents.
        func ledger(of incidents: Range<Int> = 0..<0, key: LedgerKey = .none) async throws -> Ledger {
            let ledger = Ledger(try store(), key: key)
            try await ledger.record(incidents)
            return ledger
        }

        /// A connection of another program's, which may leave transactions open.
        func connection() throws -> DatabaseQueue {
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            return try DatabaseQueue(path: path, configuration: configuration)
        }

        /// Runs SQL as another program.
        func execute(_ sql: String) throws { try connection().inDatabase { try $0.execute(sql: sql) } }

        /// Runs SQL as somebody who takes away what defends the tables; returns how many rows it changed.
        func tamper(_ sql: String) throws -> Int {
            let connection = try connection()
            defer { try? connection.close() }
            return try connection.inDatabase { database in
                for trigger in try String.fetchAll(
                    database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
                {
                    try database.execute(sql: "DROP TRIGGER \(trigger)")
                }
                try database.execute(sql: sql)
                return database.changesCount
            }
        }
    }

    extension Ledger {
        /// Records incidents, one a step.
        func record(_ incidents: Range<Int>) async throws {
            for incident in incidents {
                guard let strike = SampleIncidents.strike(incident) else { continue }
                try await append([strike], terms: [SampleIncidents.terms])
            }
        }

        /// The member's points once all is over.
        func points(of member: String) async throws -> Int? {
            guard let later = SampleIncidents.later else { return nil }
            return try await standing(of: member, at: later).tallies.first { $0.tally == SampleIncidents.terms.tally }?
                .points
        }
    }

    /// The error that `body` throws, or nil.
    func thrown(by body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }
#endif
