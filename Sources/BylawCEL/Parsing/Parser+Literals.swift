internal import BylawSource

extension Parser {
    /// A literal, with the minus sign that belongs to a number.
    mutating func literal() -> Syntax {
        let start = range
        let isNegative = take(.minus)
        let whole = start.union(range)
        let kind = kind
        let range = range
        let text = text(range)
        if isNegative, kind != .int, kind != .double {
            unexpected("a number")
            return missing(whole)
        }
        advance()
        switch kind {
        case .true: return node(.literal(.bool(true)), whole)
        case .false: return node(.literal(.bool(false)), whole)
        case .null: return node(.literal(.null), whole)
        case .int: return node(.literal(.int(int(text, isNegative, whole))), whole)
        case .uint: return node(.literal(.uint(uint(text, whole))), whole)
        case .double: return node(.literal(.double(double(text, isNegative, whole))), whole)
        case .string:
            return node(.literal(.string(String(decoding: content(range, isBytes: false), as: UTF8.self))), whole)
        default: return node(.literal(.bytes(content(range, isBytes: true))), whole)
        }
    }

    private mutating func int(_ text: String, _ isNegative: Bool, _ range: SourceRange) -> Int64 {
        let sign = isNegative ? "-" : ""
        if let value = hexadecimalDigits(text).map({ Int64(sign + $0, radix: 16) }) ?? Int64(sign + text) {
            return value
        }
        if lexed(range) { report("number-range", "`\(sign)\(text)` is outside the range of int", at: range) }
        return 0
    }

    private mutating func uint(_ text: String, _ range: SourceRange) -> UInt64 {
        var digits = text
        while let last = digits.last, last == "u" || last == "U" { digits.removeLast() }
        if let value = hexadecimalDigits(digits).map({ UInt64($0, radix: 16) }) ?? UInt64(digits) { return value }
        if lexed(range) { report("number-range", "`\(text)` is outside the range of uint", at: range) }
        return 0
    }

    private mutating func double(_ text: String, _ isNegative: Bool, _ range: SourceRange) -> Double {
        if let value = Double(text), value.isFinite { return isNegative ? -value : value }
        if lexed(range) { report("number-range", "`\(text)` is outside the range of double", at: range) }
        return 0
    }

    /// Whether the lexer found nothing wrong with the number there.
    private func lexed(_ range: SourceRange) -> Bool {
        !problems.contains { $0.code == "bad-number" && $0.range.start >= range.start && $0.range.end <= range.end }
    }

    private func hexadecimalDigits(_ text: String) -> String? {
        text.hasPrefix("0x") || text.hasPrefix("0X") ? String(text.dropFirst(2)) : nil
    }

    private mutating func content(_ range: SourceRange, isBytes: Bool) -> [UInt8] {
        // What is not closed has its error already, and may end within an escape.
        if problems.contains(where: { $0.code == "unterminated-string" && $0.range == range }) { return [] }
        var decoder = LiteralDecoder(bytes(range), isBytes: isBytes)
        decoder.run()
        for problem in decoder.problems { report(problem) }
        return decoder.content
    }
}
