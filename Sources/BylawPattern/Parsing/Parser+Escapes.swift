import BylawSource

extension Parser {
    /// Reads what a backslash begins, outside a class.
    mutating func readEscape() throws(PatternError) {
        if reader.take("\\b") {
            try push(tree.add(.assertion(.wordBoundary)))
        } else if reader.take("\\B") {
            try push(tree.add(.assertion(.notWordBoundary)))
        } else if reader.take("\\A") {
            try push(tree.add(.assertion(.textStart)))
        } else if reader.take("\\z") {
            try push(tree.add(.assertion(.textEnd)))
        } else if reader.take("\\C") {
            try push(tree.add(.anyByte))
        } else if reader.take("\\Q") {
            while !reader.isAtEnd, !reader.take("\\E") {
                if let scalar = reader.next() { try pushLiteral(scalar) }
            }
        } else if try !readSetAlone() {
            try pushLiteral(try readEscapedCharacter())
        }
    }

    /// Reads `\d`, `\pL` and their like outside a class; false where none of them comes next.
    private mutating func readSetAlone() throws(PatternError) -> Bool {
        let start = reader.offset
        guard let (set, isNegated) = try readNamedSet(inClass: false) else { return false }
        let ignoresCase = flags.contains(.ignoresCase)
        let key = StandaloneSet(written: Array(reader.bytes[start..<reader.offset]), ignoresCase: ignoresCase)
        if standaloneSets[key] == nil {
            let folded = ignoresCase ? CaseFolding.closure(of: set) : set
            standaloneSets[key] = isNegated ? folded.inverted : folded
        }
        let whole = standaloneSets[key] ?? set
        try count(whole, from: start)
        try push(tree.addSet(whole))
        return true
    }

    /// Reads an escape that means one character.
    mutating func readEscapedCharacter() throws(PatternError) -> UInt32 {
        let start = reader.offset
        reader.offset += 1
        guard let byte = reader.peek() else { throw .trailingBackslash(range(from: start)) }
        switch byte {
        case "a": return simple(0x07)
        case "f": return simple(0x0C)
        case "n": return simple(0x0A)
        case "r": return simple(0x0D)
        case "t": return simple(0x09)
        case "v": return simple(0x0B)
        case "x":
            reader.offset += 1
            return try readHexadecimal(from: start)
        case "0": return readOctal()
        case "1", "2", "3", "4", "5", "6", "7":
            // `\12` is a character by its octal number, `\1` alone could only be a back-reference.
            if let second = reader.peek(1), Self.isOctal(second) { return readOctal() }
        default:
            let isPunctuation = byte < 0x80 && (!Text.isWord(byte) || byte == UInt8(ascii: "_"))
            if isPunctuation { return simple(UInt32(byte)) }
        }
        _ = reader.next()
        throw .badEscape(String(decoding: reader.bytes[start..<reader.offset], as: UTF8.self), at: range(from: start))
    }

    private mutating func simple(_ scalar: UInt32) -> UInt32 {
        reader.offset += 1
        return scalar
    }

    private static func isOctal(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "7")
    }

    /// Reads up to three octal digits.
    private mutating func readOctal() -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<3 {
            guard let digit = reader.peek(), Self.isOctal(digit) else { break }
            value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
            reader.offset += 1
        }
        return value
    }

    /// Reads two hexadecimal digits, or any number of them in braces.
    private mutating func readHexadecimal(from start: Int) throws(PatternError) -> UInt32 {
        let isBraced = reader.take("{")
        var value: UInt32 = 0
        var digits = 0
        while let byte = reader.peek(), let digit = Self.hexadecimalValue(byte), isBraced || digits < 2 {
            value = value * 16 + digit
            reader.offset += 1
            digits += 1
            guard value <= ScalarSet.last else { throw .badHexadecimal(range(from: start)) }
        }
        let isComplete = isBraced ? digits > 0 && reader.take("}") : digits == 2
        guard isComplete else { throw .badHexadecimal(range(from: start)) }
        return value
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
