#if SQLite
    import Bylaw
    import Foundation
    import GRDB

    extension LedgerRow {
        private static let numbers = ["number", "place"]
        private static let texts = [
            "subject", "id", "charge", "topic", "open", "personal", "recorded_by", "personal_digest", "personal_salt",
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
                subject, id, charge, topic, open, personal, by, personalSeal.digest, personalSeal.salt, bySeal.digest,
                bySeal.salt, previous, mac,
            ]
            return [number, place] + StatementArguments(texts.map { $0.flatMap(SQLiteRows.argument) })
        }

        init(_ row: Row) {
            var columns = ColumnReader(row)
            self.init(
                number: columns.int(), place: columns.int(), subject: columns.text(), id: columns.text(),
                charge: columns.optionalText(), topic: columns.optionalText(), open: columns.text(),
                personal: columns.text(), by: columns.text(),
                personalSeal: Seal(digest: columns.text(), salt: columns.optionalText()),
                bySeal: Seal(digest: columns.text(), salt: columns.optionalText()), previous: columns.text(),
                mac: columns.text())
        }
    }

    extension SQLiteRows {
        /// A text for a place that is cast to `TEXT`: given as one, GRDB would end it at its first NUL.
        static func argument(_ text: String) -> any DatabaseValueConvertible {
            text.utf8.contains(0) ? Data(text.utf8) : text
        }

        static func argument(_ bytes: [UInt8]) -> any DatabaseValueConvertible { Data(bytes) }
    }

    /// Reads a row's columns one after the other.
    ///
    /// In a damaged file one may be missing, or be no text. It is then read as something else, which no digest fits, so that
    /// the ledger sees it as it sees every other change.
    struct ColumnReader {
        private let row: Row
        private var index = 0

        init(_ row: Row) { self.row = row }

        mutating func int() -> Int64 {
            defer { index += 1 }
            return row[index] as Int64? ?? 0
        }

        mutating func bytes() -> [UInt8] {
            defer { index += 1 }
            return [UInt8](row[index] as Data? ?? Data())
        }

        mutating func text() -> String { optionalText() ?? "" }

        mutating func optionalText() -> String? {
            defer { index += 1 }
            return (row[index] as Data?).map { String(decoding: $0, as: UTF8.self) }
        }
    }
#endif
