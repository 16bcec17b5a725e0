#if SQLite
    import Bylaw
    import Foundation
    import GRDB

    /// The file on its way to being open: looked at without touching it, then opened, then brought up to date.
    struct SQLiteFile {
        let path: String
        let access: SQLiteStore.Access
        let waiting: SQLiteWaiting

        init(path: String, access: SQLiteStore.Access, waiting: SQLiteWaiting) {
            // Without a folder `:memory:` and `file:…?…` would be something else than files.
            self.path = path.hasPrefix("/") ? path : "./" + path
            self.access = access
            self.waiting = waiting
        }

        func open() throws -> DatabasePool {
            guard !path.utf8.contains(0) else { throw LedgerError.unavailable("no file can have such a name") }
            let end = ContinuousClock.now + waiting.limit
            while true {
                do {
                    try look()
                    return try openPool()
                } catch let error as DatabaseError
                    where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
                {
                    // Two processes that make the file at once get in each other's way where SQLite does not wait.
                    _ = waiting.wait(tries: 0)
                }
            }
        }

        /// Throws where the file is not what it must be. Opening it as a ledger would already write to it.
        private func look() throws {
            guard FileManager.default.fileExists(atPath: path) else {
                if access == .creating { return }
                throw LedgerError.unavailable("there is no file `\(path)`")
            }
            let form = try connection(readonly: true).read { try SQLiteSchema.form(of: $0) }
            if form == .empty, access != .creating { throw LedgerError.unavailable("there is no ledger in the file") }
        }

        /// A reader can neither roll back a journal nor lay out a shared index that a crash left, which harms no database.
        private func connection(readonly: Bool) throws -> DatabaseQueue {
            do {
                return try DatabaseQueue(path: path, configuration: configuration(readonly: readonly))
            } catch let error as DatabaseError
                where readonly && error.resultCode == .SQLITE_READONLY && access != .reading
            {
                return try connection(readonly: false)
            }
        }

        private func openPool() throws -> DatabasePool {
            let pool = try DatabasePool(path: path, configuration: configuration(readonly: access == .reading))
            if access == .reading {
                guard try pool.read({ try SQLiteSchema.form(of: $0) }) == .ledger(SQLiteSchema.version) else {
                    throw LedgerError.unavailable("the ledger has an older form: open it once for writing")
                }
                return pool
            }
            // Where nothing is to be done another process may go on writing.
            let isUpToDate = try pool.read { try SQLiteSchema.form(of: $0) } == .ledger(SQLiteSchema.version)
            try pool.writeWithoutTransaction { database in
                // GRDB lowers it. With less than this a commit that was acknowledged can be lost with the power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                if isUpToDate { return }
                try database.inTransaction(.immediate) {
                    try SQLiteSchema.update(database)
                    return .commit
                }
            }
            return pool
        }

        private func configuration(readonly: Bool) -> Configuration {
            var configuration = Configuration()
            configuration.label = "Bylaw.SQLiteStore"
            configuration.readonly = readonly
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .callback { [waiting] tries in waiting.wait(tries: tries) }
            let milliseconds = Int(waiting.limit.seconds * 1_000)
            configuration.prepareDatabase { database in
                if database.configuration.readonly {
                    // GRDB gives readers a limit of its own.
                    try database.execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
                } else {
                    // What is erased is overwritten, not only unlinked.
                    try database.execute(sql: "PRAGMA secure_delete = ON")
                    // On macOS only these reach the disk itself.
                    try database.execute(sql: "PRAGMA fullfsync = ON")
                    try database.execute(sql: "PRAGMA checkpoint_fullfsync = ON")
                }
                // A file from elsewhere must not run code by its schema.
                try database.execute(sql: "PRAGMA trusted_schema = OFF")
                try database.execute(sql: "PRAGMA cell_size_check = ON")
            }
            return configuration
        }
    }
#endif
