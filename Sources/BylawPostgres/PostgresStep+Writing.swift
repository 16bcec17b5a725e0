#if PostgreSQL
    import Bylaw

    extension PostgresStep {
        func insert(_ row: LedgerRow) throws {
            let places = row.values.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            let columns = LedgerRow.columns.joined(separator: ", ")
            _ = try query("INSERT INTO \(schema).entries (\(columns)) VALUES (\(places))", row.values)
        }

        func replace(_ row: LedgerRow) throws {
            // All columns, so that what must stay is seen to stay.
            let columns = LedgerRow.columns.indices.map { "\(LedgerRow.columns[$0]) = $\($0 + 1)" }
            let result = try query(
                "UPDATE \(schema).entries SET \(columns.joined(separator: ", ")) WHERE number = $1", row.values)
            guard result.command == "UPDATE 1" else {
                throw LedgerError.unavailable("there is no entry \(row.number)")
            }
        }

        func setCount(_ count: Int64, of subject: String) throws {
            if count == 0 {
                _ = try query("DELETE FROM \(schema).counts WHERE digest = sha256($1)", [.text(subject)])
            } else {
                _ = try query(
                    """
                    INSERT INTO \(schema).counts (subject, count) VALUES ($1, $2)
                    ON CONFLICT (digest) DO UPDATE SET count = EXCLUDED.count
                    """, [.text(subject), .int(count)])
            }
        }

        func keep(terms: [UInt8], digest: String) throws {
            _ = try query(
                "INSERT INTO \(schema).terms (digest, terms) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
                [.text(digest), .bytes(terms)])
        }

        func setHead(_ head: LedgerHead) throws {
            _ = try query(
                "UPDATE \(schema).head SET number = $1, mac = $2, key = $3, forgotten = $4",
                [.int(head.number), .text(head.mac), .text(head.key), .int(head.forgotten)])
            lockedHead = head
        }
    }
#endif
