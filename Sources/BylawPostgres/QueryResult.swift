#if PostgreSQL
    import CLibPQ

    /// What a statement gave, in the server's binary format.
    final class QueryResult {
        private let handle: OpaquePointer

        init(_ handle: OpaquePointer) { self.handle = handle }

        deinit { PQclear(handle) }

        /// Why the statement failed, if it did.
        var failure: PostgresError? {
            switch PQresultStatus(handle) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return nil
            default:
                let state = PQresultErrorField(handle, CInt(UInt8(ascii: "C"))).map { String(cString: $0) }
                return state.map(PostgresError.init(state:)) ?? .lostConnection
            }
        }

        /// What the server did: `COMMIT`, `UPDATE 1`.
        var command: String { String(cString: PQcmdStatus(handle)) }

        var rows: [Row] { (0..<PQntuples(handle)).map { Row(result: self, index: $0) } }

        /// One row. What has not the expected type is nil, as NULL is.
        struct Row {
            fileprivate let result: QueryResult
            fileprivate let index: Int32

            func int(_ column: Int32) -> Int64? {
                bytes(column) { bytes in
                    bytes.count == 8 ? bytes.reduce(0) { $0 << 8 | Int64($1) } : nil
                }
            }

            /// A text, or nil where the bytes are not UTF-8.
            func text(_ column: Int32) -> String? { bytes(column) { String(validating: $0, as: UTF8.self) } }

            func bytes(_ column: Int32) -> [UInt8]? { bytes(column) { Array($0) } }

            func isNull(_ column: Int32) -> Bool { PQgetisnull(result.handle, index, column) == 1 }

            private func bytes<Answer>(
                _ column: Int32, _ body: (UnsafeRawBufferPointer) -> Answer?
            ) -> Answer? {
                guard column < PQnfields(result.handle), !isNull(column) else { return nil }
                let length = Int(PQgetlength(result.handle, index, column))
                return body(UnsafeRawBufferPointer(start: PQgetvalue(result.handle, index, column), count: length))
            }
        }
    }
#endif
