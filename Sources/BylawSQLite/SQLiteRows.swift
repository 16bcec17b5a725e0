#if SQLite
    import Bylaw
    import GRDB

    /// One step on the tables, within a transaction.
    final class SQLiteRows: LedgerWriting {
        private let database: Database
        /// Whether a row was replaced, so that pages of the log hold text that was erased.
        private(set) var hasReplaced = false

        init(_ database: Database) { self.database = database }

        // MARK: Reading

        func head() throws -> LedgerHead {
            let sql = """
                SELECT CAST(number AS INTEGER), CAST(mac AS BLOB), CAST(key AS BLOB), CAST(forgotten AS INTEGER) FROM head
                """
            return try rows(sql) { row in
                var columns = ColumnReader(row)
                return LedgerHead(
                    number: columns.int(), mac: columns.text(), key: columns.text(),
                    forgotten: columns.int())
            }.first ?? .empty
        }

        func count(of subject: String) throws -> Int64 {
            let sql = "SELECT CAST(entries AS INTEGER) FROM subject WHERE subject = CAST(? AS TEXT)"
            return try rows(sql, [Self.argument(subject)]) { row in
                var columns = ColumnReader(row)
                return columns.int()
            }.first ?? 0
        }

        func rows(of subject: String, after place: Int64) throws -> [LedgerRow] {
            try entries("subject = CAST(? AS TEXT) AND place > ? ORDER BY place", [Self.argument(subject), place])
        }

        func row(id: String) throws -> LedgerRow? {
            try entries("id = CAST(? AS TEXT)", [Self.argument(id)]).first
        }

        func row(charge: String) throws -> LedgerRow? {
            try entries("charge = CAST(? AS TEXT)", [Self.argument(charge)]).first
        }

        func rows(topic: String) throws -> [LedgerRow] {
            try entries("topic = CAST(? AS TEXT) ORDER BY number", [Self.argument(topic)])
        }

        func rows(after number: Int64, limit: Int) throws -> [LedgerRow] {
            // To SQLite a negative limit is none.
            try entries("number > ? ORDER BY number LIMIT ?", [number, max(0, limit)])
        }

        func terms(_ digest: String) throws -> [UInt8]? {
            let sql = "SELECT CAST(bytes AS BLOB) FROM terms WHERE digest = CAST(? AS TEXT)"
            return try rows(sql, [Self.argument(digest)]) { row in
                var columns = ColumnReader(row)
                return columns.bytes()
            }.first
        }

        func termsDigests() throws -> [String] {
            try rows("SELECT CAST(digest AS BLOB) FROM terms") { row in
                var columns = ColumnReader(row)
                return columns.text()
            }
        }

        func counts() throws -> [(subject: String, count: Int64)] {
            try rows("SELECT CAST(subject AS BLOB), CAST(entries AS INTEGER) FROM subject") { row in
                var columns = ColumnReader(row)
                return (columns.text(), columns.int())
            }
        }

        private func entries(_ condition: String, _ arguments: StatementArguments) throws -> [LedgerRow] {
            try rows("SELECT \(LedgerRow.selection) FROM entry WHERE \(condition)", arguments) { LedgerRow($0) }
        }

        private func rows<Answer>(
            _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) -> Answer
        ) throws -> [Answer] {
            try passingOn {
                let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
                var answers: [Answer] = []
                while let row = try cursor.next() { answers.append(read(row)) }
                return answers
            }
        }

        // MARK: Writing

        func insert(_ row: LedgerRow) throws { try execute(LedgerRow.insertion, row.arguments) }

        func replace(_ row: LedgerRow) throws {
            hasReplaced = true
            try execute(LedgerRow.replacement, row.arguments)
            guard database.changesCount == 1 else { throw LedgerError.unavailable("there is no such entry to replace") }
        }

        func setCount(_ count: Int64, of subject: String) throws {
            if count == 0 {
                try execute("DELETE FROM subject WHERE subject = CAST(? AS TEXT)", [Self.argument(subject)])
            } else {
                let sql = """
                    INSERT INTO subject (subject, entries) VALUES (CAST(? AS TEXT), ?)
                    ON CONFLICT (subject) DO UPDATE SET entries = excluded.entries
                    """
                try execute(sql, [Self.argument(subject), count])
            }
        }

        func keep(terms: [UInt8], digest: String) throws {
            // Without bytes GRDB gives NULL.
            let sql = """
                INSERT INTO terms (digest, bytes) VALUES (CAST(? AS TEXT), coalesce(?, x''))
                ON CONFLICT (digest) DO NOTHING
                """
            try execute(sql, [Self.argument(digest), Self.argument(terms)])
        }

        func setHead(_ head: LedgerHead) throws {
            let sql = """
                INSERT INTO head (one, number, mac, key, forgotten)
                VALUES (1, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
                ON CONFLICT (one) DO UPDATE SET number = excluded.number, mac = excluded.mac, key = excluded.key,
                    forgotten = excluded.forgotten
                """
            try execute(
                sql, [head.number, Self.argument(head.mac), Self.argument(head.key), head.forgotten])
        }

        private func execute(_ sql: String, _ arguments: StatementArguments) throws {
            try passingOn { try database.cachedStatement(sql: sql).execute(arguments: arguments) }
        }

        private func passingOn<Answer>(_ run: () throws -> Answer) throws -> Answer {
            do {
                return try run()
            } catch let error as DatabaseError {
                throw LedgerError(sqlite: error)
            }
        }
    }
#endif
