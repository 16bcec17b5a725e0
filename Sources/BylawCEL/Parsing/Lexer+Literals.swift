internal import BylawSource

extension Lexer {
    /// A number, from its first digit or from a dot before a digit. Whether it is in range the parser sees.
    mutating func number() -> Token.Kind {
        let begin = position
        var kind = Token.Kind.int
        if byte(at: position) == UInt8(ascii: "0"), let x = byte(at: position + 1), x | 0x20 == UInt8(ascii: "x"),
            let digit = byte(at: position + 2), hexadecimalValue(digit) != nil
        {
            position += 2
            while let digit = byte(at: position), hexadecimalValue(digit) != nil { position += 1 }
        } else {
            skipDigits()
            if byte(at: position) == UInt8(ascii: "."), isDigit(byte(at: position + 1)) {
                kind = .double
                position += 1
                skipDigits()
            }
            if let e = byte(at: position), e | 0x20 == UInt8(ascii: "e") {
                let sign = byte(at: position + 1)
                let width = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
                if isDigit(byte(at: position + width)) {
                    kind = .double
                    position += width
                    skipDigits()
                }
            }
        }
        if kind == .int, let u = byte(at: position), u | 0x20 == UInt8(ascii: "u") {
            kind = .uint
            position += 1
        }
        if let next = byte(at: position), isNameStart(next) {
            let from = position
            while let next = byte(at: position), isNameStart(next) || isDigit(next) { position += 1 }
            let whole = text(SourceRange(begin, position))
            report("bad-number", "`\(whole)` is no number", SourceRange(from, position))
        }
        return kind
    }

    private mutating func skipDigits() {
        while isDigit(byte(at: position)) { position += 1 }
    }

    /// A string or bytes literal with `prefix` letters before its quote. Escapes are decoded by the parser.
    mutating func string(prefix: Int) -> Token.Kind {
        let letters = bytes[position..<(position + prefix)].map { $0 | 0x20 }
        let isRaw = letters.contains(UInt8(ascii: "r"))
        let kind: Token.Kind = letters.contains(UInt8(ascii: "b")) ? .bytes : .string
        let begin = position
        position += prefix
        let quote = bytes[position]
        let isTriple = byte(at: position + 1) == quote && byte(at: position + 2) == quote
        position += isTriple ? 3 : 1
        while let next = byte(at: position) {
            if next == UInt8(ascii: "\\"), !isRaw {
                position += 2
            } else if next == quote {
                if !isTriple {
                    position += 1
                    return kind
                }
                if byte(at: position + 1) == quote, byte(at: position + 2) == quote {
                    position += 3
                    return kind
                }
                position += 1
            } else if !isTriple, next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") {
                break
            } else {
                position += 1
            }
        }
        position = min(position, bytes.count)
        let help = isTriple ? nil : "a string over several lines stands in three quotes"
        report("unterminated-string", "this string is not closed", SourceRange(begin, position), help: help)
        return kind
    }
}
