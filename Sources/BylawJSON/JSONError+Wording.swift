import BylawSource

/// Every error of the reader, with its code and its words.
extension JSONError {
    private static let syntax = "json-syntax"

    // MARK: Limits

    static func tooLarge(limit: Int) -> JSONError {
        JSONError("too-large", "the text has more than \(limit) bytes", at: SourceRange(0, 0))
    }

    static func tooDeep(limit: Int, at offset: Int) -> JSONError {
        JSONError(
            "too-deep", "arrays and objects are nested more than \(limit) deep", at: SourceRange(offset, offset + 1))
    }

    static func tooManyValues(limit: Int, at offset: Int) -> JSONError {
        JSONError("too-many-values", "the text holds more than \(limit) values", at: SourceRange(offset, offset + 1))
    }

    static func tooManyMembers(limit: Int, at range: SourceRange) -> JSONError {
        JSONError("too-many-members", "the object has more than \(limit) members", at: range)
    }

    static func tooManyElements(limit: Int, at range: SourceRange) -> JSONError {
        JSONError("too-many-members", "the array has more than \(limit) elements", at: range)
    }

    // MARK: Encoding

    static let byteOrderMark = JSONError(
        "byte-order-mark", "the text starts with a byte order mark", at: SourceRange(0, 3),
        help: "save it as UTF-8 without one")

    static let otherEncoding = JSONError(
        "invalid-utf8", "the text is UTF-16 or UTF-32, where JSON is UTF-8", at: SourceRange(0, 1),
        help: "save it as UTF-8")

    static func invalidUTF8(_ byte: UInt8, at offset: Int) -> JSONError {
        JSONError("invalid-utf8", "byte \(hexadecimal(byte)) is not UTF-8 here", at: SourceRange(offset, offset + 1))
    }

    // MARK: Values

    static func emptyText(at offset: Int) -> JSONError {
        JSONError(syntax, "the text is empty", at: SourceRange(offset, offset))
    }

    static func missingValue(at offset: Int) -> JSONError {
        JSONError(syntax, "the text ends where a value is due", at: SourceRange(offset, offset))
    }

    static func notAValue(_ found: JSONFound) -> JSONError {
        let text = found.text ?? ""
        let help: String? =
            switch text {
            case "'": "a string stands in double quotes"
            case "/", "#": "JSON has no comments"
            case "+", ".": "a number starts with a digit or `-`"
            case "NaN", "Infinity": "JSON has no such number"
            default: Spelling.suggestion(for: text, in: ["true", "false", "null"])
            }
        return JSONError(syntax, "a value is due here, not \(shown(found))", at: found.range, help: help)
    }

    static func trailingContent(_ found: JSONFound) -> JSONError {
        JSONError(syntax, "the text goes on after its value, with \(shown(found))", at: found.range)
    }

    // MARK: Arrays and objects

    static func missing(_ what: String, _ found: JSONFound) -> JSONError {
        guard !found.isEnd else { return JSONError(syntax, "the text ends where \(what) is due", at: found.range) }
        return JSONError(syntax, "\(what) is due here, not \(shown(found))", at: found.range)
    }

    static func trailingComma(at comma: SourceRange, _ found: JSONFound) -> JSONError {
        JSONError(syntax, "a comma stands before \(shown(found))", at: comma, help: "remove it")
    }

    static func notAKey(_ found: JSONFound) -> JSONError {
        guard !found.isEnd else { return JSONError(syntax, "the text ends where a key is due", at: found.range) }
        let help = found.text == "/" || found.text == "#" ? "JSON has no comments" : "a key stands in double quotes"
        return JSONError(syntax, "a key is due here, not \(shown(found))", at: found.range, help: help)
    }

    static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> JSONError {
        JSONError(
            "duplicate-key", "the key `\(shortened(key))` stands twice in one object", at: range,
            label: Label(range: first, text: "first here"))
    }

    // MARK: Numbers

    static func leadingZero(at range: SourceRange) -> JSONError {
        JSONError(syntax, "a number must not have leading zeros", at: range)
    }

    static func missingDigit(after what: String, at range: SourceRange) -> JSONError {
        JSONError(syntax, "a digit must follow \(what)", at: range)
    }

    // MARK: Strings

    static func unterminated(at quote: SourceRange) -> JSONError {
        JSONError(syntax, "the string has no closing quote", at: quote)
    }

    static func controlCharacter(_ byte: UInt8, at offset: Int) -> JSONError {
        let escape =
            switch byte {
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            default: "\\u00" + digits(byte)
            }
        return JSONError(
            syntax, "the control character U+00\(digits(byte)) must be escaped in a string",
            at: SourceRange(offset, offset + 1), help: "write `\(escape)`")
    }

    static func badEscape(_ found: JSONFound, at start: Int) -> JSONError {
        guard !found.isEnd else { return JSONError(syntax, "the text ends inside a string", at: found.range) }
        let character = found.text.map { String($0.unicodeScalars.prefix(1)) } ?? ""
        return JSONError(
            syntax, "`\\\(character)` is no escape", at: SourceRange(start, start + 1 + max(character.utf8.count, 1)),
            help: "a backslash itself is written `\\\\`")
    }

    static func badUnicodeEscape(at range: SourceRange) -> JSONError {
        JSONError(syntax, "four hexadecimal digits must follow `\\u`", at: range)
    }

    static func loneSurrogate(_ unit: UInt32, at range: SourceRange) -> JSONError {
        JSONError(
            "lone-surrogate", "`\\u\(String(unit, radix: 16, uppercase: true))` is one half of a surrogate pair",
            at: range)
    }

    // MARK: Words for bytes

    /// A key may be as long as the text; a message need not.
    private static func shortened(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(60)
        return start.endIndex == text.endIndex ? text : String(start) + "…"
    }

    private static func shown(_ found: JSONFound) -> String {
        if found.isEnd { return "the end of the text" }
        guard let text = found.text else { return "a byte that is not UTF-8" }
        // A word may come out of a string whose quote was forgotten, and what that holds is not for messages.
        let isWord = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
        return isWord && Spelling.nearest(to: text, in: literals) == nil ? "other text" : "`\(text)`"
    }

    /// Words that are shown, for people write them where JSON wants a value.
    private static let literals = ["true", "false", "null", "True", "False", "None", "NaN", "Infinity", "undefined"]

    private static func hexadecimal(_ byte: UInt8) -> String { "0x" + digits(byte) }

    private static func digits(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return text.count < 2 ? "0" + text : text
    }
}
