import ArgumentParser
import Bylaw
#if SQLite
    import BylawSQLite
#endif
#if PostgreSQL
    import BylawPostgres
#endif

/// A store by its URL.
enum LedgerAddress {
    /// What is done there.
    enum Access {
        /// Nothing is written, and nothing is made that is not there: a slip in a path must not mean a clean record.
        case reading
        /// What is not there is made.
        case writing
    }

    case memory
    case sqlite(path: String)
    case postgres(String)

    init(_ url: String) throws {
        if url == "memory:" {
            self = .memory
        } else if url.hasPrefix("sqlite:"), url.utf8.count > 7 {
            self = .sqlite(path: String(url.dropFirst(7)))
        } else if ["postgres:", "postgresql:"].contains(where: url.hasPrefix) {
            self = .postgres(url)
        } else {
            throw ValidationError("`--ledger` is sqlite:PATH, postgres://… or memory:")
        }
    }

    func store(_ access: Access) throws -> any LedgerStore {
        switch self {
        case .memory:
            return MemoryStore()
        case .sqlite(let path):
            #if SQLite
                return try SQLiteStore(path: path, access: access == .reading ? .reading : .creating)
            #else
                throw ValidationError("this build has no store in SQLite: build it with the trait SQLite")
            #endif
        case .postgres(let url):
            #if PostgreSQL
                // `postgres:` alone leaves everything to libpq's environment.
                let isEmpty = url.hasSuffix(":") || url.hasSuffix("://")
                return PostgresStore(isEmpty ? "" : url, access: access == .reading ? .reading : .creating)
            #else
                throw ValidationError("this build has no store in PostgreSQL: build it with the trait PostgreSQL")
            #endif
        }
    }
}
