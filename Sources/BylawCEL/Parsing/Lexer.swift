internal import BylawSource

/// Cuts a text into tokens, and reports everything that is no token.
struct Lexer {
    let bytes: [UInt8]
    private(set) var tokens: [Token] = []
    var problems: [ExpressionProblem] = []
    var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Reads the whole text. The last token is always `end`.
    mutating func run() {
        while let kind = next() {
            tokens.append(Token(kind: kind, range: SourceRange(start, position)))
        }
        tokens.append(Token(kind: .end, range: SourceRange(bytes.count, bytes.count)))
    }

    /// Where the token that is being read began.
    private(set) var start = 0

    func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func report(_ code: String, _ message: String, _ range: SourceRange, help: String? = nil) {
        guard problems.count < ExpressionLimits.problems else { return }
        problems.append(ExpressionProblem(code, message, at: range, help: help))
    }

    func text(_ range: SourceRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

    private mutating func next() -> Token.Kind? {
        while true {
            skipBlank()
            start = position
            guard let first = byte(at: position) else { return nil }
            switch first {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                return number()
            case UInt8(ascii: "."):
                return isDigit(byte(at: position + 1)) ? number() : take(.dot, 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                return string(prefix: 0)
            case UInt8(ascii: "`"):
                if let kind = quotedIdentifier() { return kind }
            case _ where isNameStart(first):
                return word()
            default:
                if let kind = punctuation(first) { return kind }
                unexpectedCharacter()
            }
        }
    }

    private mutating func take(_ kind: Token.Kind, _ count: Int) -> Token.Kind {
        position += count
        return kind
    }

    private mutating func skipBlank() {
        while let byte = byte(at: position) {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
                position += 1
            case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"):
                while let byte = self.byte(at: position), byte != UInt8(ascii: "\n") { position += 1 }
            default:
                return
            }
        }
    }

    /// A name, a word of the language, or the prefix of a literal (`r'…'`, `b"…"`).
    private mutating func word() -> Token.Kind {
        while let byte = byte(at: position), isNameStart(byte) || isDigit(byte) { position += 1 }
        if byte(at: position) == UInt8(ascii: "'") || byte(at: position) == UInt8(ascii: "\"") {
            let prefix = text(SourceRange(start, position)).lowercased()
            if ["r", "b", "br"].contains(prefix) {
                let length = position - start
                position = start
                return string(prefix: length)
            }
        }
        switch text(SourceRange(start, position)) {
        case "true": return .true
        case "false": return .false
        case "null": return .null
        case "in": return .in
        default: return .identifier
        }
    }

    private mutating func quotedIdentifier() -> Token.Kind? {
        position += 1
        while let byte = byte(at: position), byte != UInt8(ascii: "`"), byte != UInt8(ascii: "\n") {
            position += 1
        }
        guard byte(at: position) == UInt8(ascii: "`") else {
            report("unterminated-name", "a name in backticks is not closed", SourceRange(start, position))
            return nil
        }
        position += 1
        let name = bytes[(start + 1)..<(position - 1)]
        let isLegal = name.allSatisfy { isNameStart($0) || isDigit($0) || "./- ".utf8.contains($0) }
        if name.isEmpty || !isLegal {
            let message = "a name in backticks holds letters, digits, `_`, `.`, `-`, `/` and spaces only"
            report("bad-name", message, SourceRange(start, position))
        }
        return .quotedIdentifier
    }

    private mutating func punctuation(_ first: UInt8) -> Token.Kind? {
        let second = byte(at: position + 1)
        switch first {
        case UInt8(ascii: "("): return take(.leftParenthesis, 1)
        case UInt8(ascii: ")"): return take(.rightParenthesis, 1)
        case UInt8(ascii: "["): return take(.leftBracket, 1)
        case UInt8(ascii: "]"): return take(.rightBracket, 1)
        case UInt8(ascii: "{"): return take(.leftBrace, 1)
        case UInt8(ascii: "}"): return take(.rightBrace, 1)
        case UInt8(ascii: ","): return take(.comma, 1)
        case UInt8(ascii: ":"): return take(.colon, 1)
        case UInt8(ascii: "?"): return take(.question, 1)
        case UInt8(ascii: "+"): return take(.plus, 1)
        case UInt8(ascii: "-"): return take(.minus, 1)
        case UInt8(ascii: "*"): return take(.star, 1)
        case UInt8(ascii: "/"): return take(.slash, 1)
        case UInt8(ascii: "%"): return take(.percent, 1)
        case UInt8(ascii: "!"): return second == UInt8(ascii: "=") ? take(.notEqual, 2) : take(.not, 1)
        case UInt8(ascii: "<"): return second == UInt8(ascii: "=") ? take(.lessOrEqual, 2) : take(.less, 1)
        case UInt8(ascii: ">"): return second == UInt8(ascii: "=") ? take(.greaterOrEqual, 2) : take(.greater, 1)
        case UInt8(ascii: "="): return doubled(.equal, "==", second == first)
        case UInt8(ascii: "&"): return doubled(.and, "&&", second == first)
        case UInt8(ascii: "|"): return doubled(.or, "||", second == first)
        default: return nil
        }
    }

    /// An operator of two equal characters; a single one is reported and read as what was surely meant.
    private mutating func doubled(_ kind: Token.Kind, _ spelling: String, _ isWhole: Bool) -> Token.Kind {
        if isWhole { return take(kind, 2) }
        let range = SourceRange(start, start + 1)
        report("unexpected-character", "`\(spelling.prefix(1))` is no operator", range, help: "write `\(spelling)`")
        return take(kind, 1)
    }

    private mutating func unexpectedCharacter() {
        position += 1
        while let byte = byte(at: position), byte & 0b1100_0000 == 0b1000_0000 { position += 1 }
        let range = SourceRange(start, position)
        let character = text(range)
        let isPrintable = bytes[start] >= 0x20 && bytes[start] != 0x7F
        let quoted = isPrintable ? "`\(character)`" : "a control character"
        let help = "“”‘’„".contains(character) ? "write strings in plain quotes: 'text'" : nil
        report("unexpected-character", "\(quoted) means nothing here", range, help: help)
    }
}

func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
}

/// The value of a hexadecimal digit.
func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
}
