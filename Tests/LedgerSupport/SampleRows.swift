import Bylaw

extension LedgerRow {
    /// A row that no chain holds together: stores reckon nothing with it.
    static func sample(
        _ number: Int64, of subject: String = "u_7", place: Int64? = nil, id: String? = nil, charge: String? = nil,
        topic: String? = nil
    ) -> LedgerRow {
        LedgerRow(
            number: number, place: place ?? number, subject: subject, id: id ?? "id-\(number)", charge: charge,
            topic: topic, open: #"{"entry":\#(number)}"#, personal: #"{"subject":"u"}"#, by: "service",
            personalSeal: Seal(digest: "sha256:p\(number)", salt: "0a"),
            bySeal: Seal(digest: "sha256:b\(number)", salt: "0b"), previous: "previous-\(number)", mac: "mac-\(number)")
    }

    /// All that the row holds. Texts that are equal as Swift's strings may differ in it.
    var bytes: [[UInt8]?] {
        let texts: [String?] = [
            String(number), String(place), subject, id, charge, topic, open, personal, by, personalSeal.digest,
            personalSeal.salt, bySeal.digest, bySeal.salt, previous, mac,
        ]
        return texts.map { $0.map { Array($0.utf8) } }
    }

    /// The row with one thing changed.
    func with<Value>(_ path: WritableKeyPath<LedgerRow, Value>, _ value: Value) -> LedgerRow {
        var row = self
        row[keyPath: path] = value
        return row
    }
}

/// Texts that a store is likely to mistake for one another, to cut off, or to read as something else. No two have the
/// same bytes.
let awkwardTexts = [
    "", " ", "a", "A", "a ", " a", "\u{E9}", "e\u{301}", "\u{C9}", "\u{DF}", "ss", "\u{FB01}", "fi", "\u{FF21}", "ａ",
    "\0", "\0\0", "a\0", "a\0b", "a\0c", "\u{FEFF}a", "\u{FFFD}", "\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{1F469}",
    "\u{10FFFF}", "か\u{3099}", "が", "'", "''", "\"", "`", "\\", "\\0", "\\x61", "%", "_", "?", "$1", ":a", "1", "01",
    "1.0", "NULL", "null", "{a}", "a\nb", "a\r\nb", "a\tb", "-- a", "/* a */",
]

/// Whether two texts have the same bytes.
func isSame(_ a: String?, _ b: String?) -> Bool { a.map { Array($0.utf8) } == b.map { Array($0.utf8) } }
