#if PostgreSQL
    import Bylaw

    extension PostgresStep {
        func head() throws -> LedgerHead { try lockedHead ?? readHead("") }

        func readHead(_ locking: String) throws -> LedgerHead {
            let rows = try query("SELECT number, mac, key, forgotten FROM \(schema).head \(locking)").rows
            guard let row = rows.first, let number = row.int(0), let mac = row.text(1), let key = row.text(2),
                let forgotten = row.int(3)
            else { throw LedgerError.unavailable("the end of its chain is missing or damaged") }
            return LedgerHead(number: number, mac: mac, key: key, forgotten: forgotten)
        }

        func count(of subject: String) throws -> Int64 {
            let rows = try query(
                "SELECT count FROM \(schema).counts WHERE digest = sha256($1)", [.text(subject)]
            ).rows
            return rows.first?.int(0) ?? 0
        }

        func counts() throws -> [(subject: String, count: Int64)] {
            try query("SELECT subject, count FROM \(schema).counts").rows.map { row in
                guard let subject = row.text(0), let count = row.int(1) else {
                    throw LedgerError.unavailable("its count of a subject's entries is damaged")
                }
                return (subject, count)
            }
        }

        func rows(of subject: String, after place: Int64) throws -> [LedgerRow] {
            try entries("WHERE sha256(subject) = sha256($1) AND place > $2 ORDER BY place", .text(subject), .int(place))
        }

        func row(id: String) throws -> LedgerRow? {
            try entries("WHERE sha256(id) = sha256($1)", .text(id)).first
        }

        func row(charge: String) throws -> LedgerRow? {
            try entries("WHERE sha256(charge) = sha256($1) AND charge IS NOT NULL", .text(charge)).first
        }

        func rows(topic: String) throws -> [LedgerRow] {
            try entries(
                "WHERE sha256(topic) = sha256($1) AND topic IS NOT NULL ORDER BY number", .text(topic))
        }

        func rows(after number: Int64, limit: Int) throws -> [LedgerRow] {
            try entries("WHERE number > $1 ORDER BY number LIMIT $2", .int(number), .int(Int64(max(0, limit))))
        }

        private func entries(_ condition: String, _ values: QueryValue...) throws -> [LedgerRow] {
            let columns = LedgerRow.columns.joined(separator: ", ")
            return try query("SELECT \(columns) FROM \(schema).entries \(condition)", values).rows.map(LedgerRow.init)
        }

        func terms(_ digest: String) throws -> [UInt8]? {
            try query("SELECT terms FROM \(schema).terms WHERE digest = $1", [.text(digest)]).rows.first?.bytes(0)
        }

        func termsDigests() throws -> [String] {
            try query("SELECT digest FROM \(schema).terms").rows.map { row in
                guard let digest = row.text(0) else {
                    throw LedgerError.unavailable("a digest of its terms is damaged")
                }
                return digest
            }
        }
    }
#endif
