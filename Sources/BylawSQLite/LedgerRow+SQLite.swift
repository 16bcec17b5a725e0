#if SQLite
    import Bylaw
    import Foundation
    import GRDB

    extension LedgerRow {
        private static let numbers = ["number", "place"]
        private static let texts = [
            "subject", "id", "charge", "struck", "open", "personal", "recorded_by", "personal_digest", "personal_salt",
            "by_digest", "by_salt", "previous", "mac",
        ]

        /// The columns as `init(_:)` takes them. A cast leaves no surprises of type, whatever a damaged file holds.
        static let selection =
            (numbers.map { "CAST(\($0) AS INTEGER)" } + texts.map { "CAST(\($0) AS BLOB)" }).joined(separator: ", ")

        /// Takes ``arguments``.
        static let insertion = """
            INSERT INTO entry (\((numbers + texts).joined(separator: ", ")))
            VALUES (\((numbers.map { _ in "?" } + texts.map { _ in "CAST(? AS TEXT)" }).joined(separator: ", ")))
            """

        /// Takes ``arguments``. Sets every column: what must not be changed the table itself defends.
        static let replacement = """
            UPDATE entry SET (\(texts.joined(separator: ", ")), place) =
            (\(texts.indices.map { "CAST(?\($0 + 3) AS TEXT)" }.joined(separator: ", ")), ?2) WHERE number = ?1
            """

        var arguments: StatementArguments {
            let texts = [
                subject, id, charge, struck, open, personal, by, personalSeal.digest, personalSeal.salt, bySeal.digest,
                bySeal.salt, previous, mac,
            ]
            return [number, place] + StatementArguments(texts.map { $0.flatMap(SQLiteRows.argument) })
        }

        init(_ row: Row) throws {
            var columns = ColumnReader(row)
            let number = try columns.int()
            columns.entry = number
            self.init(
                number: number, place: try columns.int(), subject: try columns.text(), id: try columns.text(),
                charge: try columns.optionalText(), struck: try columns.optionalText(), open: try columns.text(),
                personal: try columns.text(), by: try columns.text(),
                personalSeal: Seal(digest: try columns.text(), salt: try columns.optionalText()),
                bySeal: Seal(digest: try columns.text(), salt: try columns.optionalText()),
                previous: try columns.text(), mac: try columns.text())
        }
    }

    extension SQLiteRows {
        /// A text for a place that is cast to `TEXT`: given as one, GRDB would end it at its first NUL.
        static func argument(_ text: String) -> any DatabaseValueConvertible {
            text.utf8.contains(0) ? Data(text.utf8) : text
        }

        static func argument(_ bytes: [UInt8]) -> any DatabaseValueConvertible { Data(bytes) }
    }

    /// Reads a row's columns one after the other. Columns of a damaged file may be missing, or no text.
    struct ColumnReader {
        /// The number of the entry that is read.
        var entry: Int64?
        private let row: Row
        private var index = 0

        init(_ row: Row) { self.row = row }

        mutating func int() throws -> Int64 {
            defer { index += 1 }
            return try value(row[index] as Int64?)
        }

        mutating func bytes() throws -> [UInt8] {
            defer { index += 1 }
            return [UInt8](try value(row[index] as Data?))
        }

        mutating func text() throws -> String { try value(try optionalText()) }

        mutating func optionalText() throws -> String? {
            defer { index += 1 }
            return try (row[index] as Data?).map { try value(String(validating: $0, as: UTF8.self)) }
        }

        private func value<Value>(_ value: Value?) throws -> Value {
            if let value { return value }
            if let entry { throw LedgerError.damagedEntry(number: entry, reason: "it cannot be read") }
            throw LedgerError.unavailable("the file is damaged")
        }
    }
#endif
