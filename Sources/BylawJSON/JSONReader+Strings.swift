import BylawSource

extension JSONReader {
    /// Reads a string, whose opening quote is here, and checks its characters and escapes.
    mutating func scanString() throws(JSONError) {
        let start = offset
        hasEscapes = false
        offset += 1
        while true {
            skipPlainWords()
            skipLongCharacters()
            guard let byte = peek() else { throw .unterminated(at: SourceRange(start, start + 1)) }
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                range = SourceRange(start, offset)
                return
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try scanEscape()
            case 0..<0x20: throw .controlCharacter(byte, at: offset)
            case 0x20..<0x80: offset += 1
            default:
                let length = UTF8Form.length(in: bytes, at: offset)
                guard length > 0 else { throw .invalidUTF8(byte, at: offset) }
                offset += length
            }
        }
    }

    /// Skips eight bytes at a time while none of them needs a look: all are ASCII, and none is a quote, a backslash or
    /// below U+0020.
    private mutating func skipPlainWords() {
        let raw = UnsafeRawBufferPointer(bytes)
        while bytes.count - offset >= JSONWord.size {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard word & JSONWord.highs | JSONWord.escaped(in: word) == 0 else { return }
            offset += JSONWord.size
        }
    }

    /// Skips well-formed characters of more than one byte.
    private mutating func skipLongCharacters() {
        var index = offset
        while index < bytes.count, bytes[index] >= 0x80 {
            let length = UTF8Form.length(in: bytes, at: index)
            guard length > 0 else { break }
            index += length
        }
        offset = index
    }

    private mutating func scanEscape() throws(JSONError) {
        let start = offset
        offset += 1
        guard let kind = peek() else { throw .badEscape(found(), at: start) }
        guard kind == UInt8(ascii: "u") else {
            guard Self.meaning(ofEscape: kind) != nil else { throw .badEscape(found(), at: start) }
            offset += 1
            return
        }
        offset += 1
        let unit = try scanHexDigits(from: start)
        guard 0xD800...0xDFFF ~= unit else { return }
        guard unit < 0xDC00, peek() == UInt8(ascii: "\\"), byte(at: offset + 1) == UInt8(ascii: "u") else {
            throw .loneSurrogate(unit, at: SourceRange(start, offset))
        }
        let end = offset
        offset += 2
        guard 0xDC00...0xDFFF ~= (try scanHexDigits(from: end)) else {
            throw .loneSurrogate(unit, at: SourceRange(start, end))
        }
    }

    private mutating func scanHexDigits(from start: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek().flatMap(Self.hexDigit) else {
                throw .badUnicodeEscape(at: SourceRange(start, offset))
            }
            unit = unit << 4 | digit
            offset += 1
        }
        return unit
    }

    static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The byte that an escape of two characters stands for.
    static func meaning(ofEscape kind: UInt8) -> UInt8? {
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): kind
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
