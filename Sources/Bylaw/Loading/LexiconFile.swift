import BylawSource

/// A text file of phrases, one a line; of a line with tabs the first column. Blank lines and lines that begin with `#`
/// are passed over.
enum LexiconFile {
    /// Room for about a million names.
    static let maximumBytes = 32 << 20

    static func phrases(_ bytes: [UInt8], _ reference: Located<String>, _ problems: Problems) -> [String]? {
        var phrases: [String] = []
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let column = line.prefix { $0 != 0x09 }
            guard let text = String(validating: column, as: UTF8.self) else {
                problems.error(
                    "invalid-utf8", "`\(reference.value)` is not UTF-8", at: reference.location)
                return nil
            }
            let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
            guard let start, start != "#" else { continue }
            phrases.append(text)
        }
        return phrases
    }
}
