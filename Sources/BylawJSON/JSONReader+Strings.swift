import BylawSource

extension JSONReader {
    /// Reads a string, whose opening quote is here, and checks its characters and escapes.
    mutating func scanString() throws(JSONError) {
        let start = offset
        hasEscapes = false
        offset += 1
        while true {
            skipPlainCharacters()
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
            default: throw .invalidUTF8(byte, at: offset)
            }
        }
    }

    /// Skips well-formed characters up to one that needs a look: a quote, a backslash or what is below U+0020.
    private mutating func skipPlainCharacters() {
        guard let start = UnsafeRawPointer(bytes.baseAddress) else { return }
        var index = offset
        while index < bytes.count {
            // Nearly all of kana and Han, two characters at a time; and ASCII, eight bytes at a time.
            while bytes.count &- index >= JSONWord.size {
                let word = start.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                if JSONWord.isTwoLongCharacters(word) {
                    index &+= 6
                } else {
                    let notable = word & JSONWord.highs | JSONWord.escaped(in: word)
                    index &+= notable.trailingZeroBitCount / UInt8.bitWidth
                    guard notable == 0 else { break }
                }
            }
            guard index < bytes.count else { break }
            if bytes[index] >= 0x80 {
                let length = UTF8Form.length(in: bytes, at: index)
                guard length > 0 else { break }
                index += length
            } else {
                guard JSONWord.isPlain(bytes[index]) else { break }
                index += 1
            }
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
