#if SQLite
    import Bylaw
    import GRDB

    /// The tables, and how a file tells that it holds them.
    enum SQLiteSchema {
        /// What a database may be to a ledger.
        enum Form: Equatable {
            /// Nobody's.
            case empty
            /// A ledger's, with the version of its tables.
            case ledger(Int)
        }

        /// SQLite keeps it in the file's header: `Bylw` in ASCII.
        static let applicationID = 0x4279_6C77

        /// The newest version of the tables, which a file has in its `user_version`.
        static var version: Int { steps.count }

        /// Throws where the database is another's, or a newer ledger's. Within a transaction, as others may be making it.
        static func form(of database: Database) throws -> Form {
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
            switch application {
            case 0 where version == 0 && tables == 0: return .empty
            case applicationID where version > Self.version:
                throw LedgerError.unavailable("the ledger was written by a newer Bylaw")
            case applicationID where version > 0: return .ledger(version)
            default: throw LedgerError.unavailable("the file is another application's database")
            }
        }

        /// Brings the tables up to date, in a transaction that is open. Other processes may do so at the same time: the
        /// version counts as it is within the transaction.
        static func update(_ database: Database) throws {
            let version =
                switch try form(of: database) {
                case .empty: 0
                case .ledger(let version): version
                }
            guard version < Self.version else { return }
            for step in steps.dropFirst(version) { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(Self.version)")
        }

        /// What makes each version of the one before it. A step that was released is never changed.
        private static let steps = [first]

        /// Texts are compared as bytes, which is SQLite's own way (`BINARY`). An entry is never deleted, and of it nothing is
        /// changed that the chain commits to, whoever writes to the file.
        private static let first = """
            CREATE TABLE entry (
                number INTEGER PRIMARY KEY,
                place INTEGER NOT NULL,
                subject TEXT NOT NULL,
                id TEXT NOT NULL UNIQUE,
                charge TEXT UNIQUE,
                topic TEXT,
                open TEXT NOT NULL,
                personal TEXT NOT NULL,
                recorded_by TEXT NOT NULL,
                personal_digest TEXT NOT NULL,
                personal_salt TEXT,
                by_digest TEXT NOT NULL,
                by_salt TEXT,
                previous TEXT NOT NULL,
                mac TEXT NOT NULL,
                UNIQUE (subject, place)
            ) STRICT;
            CREATE INDEX entry_struck ON entry (topic) WHERE topic IS NOT NULL;

            CREATE TABLE subject (
                subject TEXT PRIMARY KEY NOT NULL,
                entries INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE terms (
                digest TEXT PRIMARY KEY NOT NULL,
                bytes BLOB NOT NULL
            ) STRICT;

            CREATE TABLE head (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                number INTEGER NOT NULL,
                mac TEXT NOT NULL,
                key TEXT NOT NULL,
                forgotten INTEGER NOT NULL
            ) STRICT;

            CREATE TRIGGER entry_stays BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

            CREATE TRIGGER entry_is_chained BEFORE UPDATE ON entry
            WHEN NEW.number IS NOT OLD.number OR NEW.place IS NOT OLD.place OR NEW.topic IS NOT OLD.topic
                OR NEW.open IS NOT OLD.open OR NEW.personal_digest IS NOT OLD.personal_digest
                OR NEW.by_digest IS NOT OLD.by_digest OR NEW.previous IS NOT OLD.previous OR NEW.mac IS NOT OLD.mac
            BEGIN SELECT RAISE(ABORT, 'only what is personal can be changed'); END;

            CREATE TRIGGER terms_stay BEFORE DELETE ON terms
            BEGIN SELECT RAISE(ABORT, 'terms are never deleted'); END;

            CREATE TRIGGER terms_are_kept BEFORE UPDATE ON terms
            BEGIN SELECT RAISE(ABORT, 'terms are never changed'); END;
            """
    }
#endif
