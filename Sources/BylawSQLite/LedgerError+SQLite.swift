#if SQLite
    import Bylaw
    import GRDB

    extension LedgerError {
        /// What SQLite's error is to a ledger. SQLite's own message and statement stay out of it: they could quote members.
        init(sqlite error: any Error) {
            switch error {
            case let error as LedgerError: self = error
            case let error as DatabaseError: self = .unavailable(Self.reason(error.extendedResultCode))
            default: self = .unavailable("the file cannot be opened")
            }
        }

        private static func reason(_ code: ResultCode) -> String {
            switch code {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                "an entry's number, id, charge or place is taken"
            case .SQLITE_CONSTRAINT_TRIGGER: "nothing can be changed but what is personal"
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: "the file is locked by another process"
            case .SQLITE_FULL: "the disk is full"
            case .SQLITE_READONLY: "the file can only be read"
            case .SQLITE_NOTADB: "the file is not a database"
            case .SQLITE_CORRUPT: "the file is damaged"
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: "the file cannot be opened"
            case .SQLITE_IOERR: "the file cannot be read or written"
            case .SQLITE_NOMEM: "there is no memory left"
            case .SQLITE_TOOBIG: "a text is too long"
            default: "SQLite refuses with code \(code.rawValue)"
            }
        }
    }
#endif
