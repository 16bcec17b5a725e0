import BylawSource

/// What stands where something else is due: a word, a character, or the end of the text.
struct JSONFound {
    /// The bytes of the word or the character; empty at the end of the text.
    let range: SourceRange
    /// The word or the character as it was written; nil at the end of the text, and for what is not UTF-8.
    let text: String?
    /// Whether the text ends here.
    let isEnd: Bool
}

extension JSONReader {
    /// The byte at an offset, where there is one.
    func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// The first byte that was not read yet.
    func peek() -> UInt8? { byte(at: offset) }

    mutating func skipWhiteSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    /// Reads a literal name, if that is the whole word here.
    mutating func scanWord(_ word: StaticString) -> Bool {
        let end = offset + word.utf8CodeUnitCount
        guard end <= bytes.count, wordEnd() == end else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[offset + index] != word.utf8Start[index] { return false }
        range = SourceRange(offset, end)
        offset = end
        return true
    }

    /// Reads a number, which starts here with a digit or `-`.
    mutating func scanNumber() throws(JSONError) {
        let start = offset
        if peek() == UInt8(ascii: "-") { offset += 1 }
        if peek() == UInt8(ascii: "0") {
            offset += 1
            if isDigit(peek()) { throw .leadingZero(at: SourceRange(start, offset + 1)) }
        } else {
            try scanDigits(from: start, after: "`-`")
        }
        if peek() == UInt8(ascii: ".") {
            offset += 1
            try scanDigits(from: start, after: "`.`")
        }
        if peek().map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            offset += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
            try scanDigits(from: start, after: "the exponent's `e`")
        }
        range = SourceRange(start, offset)
    }

    /// At least one digit.
    private mutating func scanDigits(from start: Int, after what: String) throws(JSONError) {
        guard isDigit(peek()) else { throw .missingDigit(after: what, at: SourceRange(start, offset)) }
        while isDigit(peek()) { offset += 1 }
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// What stands here, for an error.
    func found() -> JSONFound {
        guard offset < bytes.count else {
            return JSONFound(range: SourceRange(offset, offset), text: nil, isEnd: true)
        }
        let length = max(wordEnd() - offset, UTF8Form.length(in: bytes, at: offset))
        guard length > 0 else { return JSONFound(range: SourceRange(offset, offset + 1), text: nil, isEnd: false) }
        // A word may be as long as the text; a message need not.
        let shown = bytes[offset..<min(offset + length, offset + 40)]
        return JSONFound(
            range: SourceRange(offset, offset + length), text: String(decoding: shown, as: UTF8.self), isEnd: false)
    }

    /// The end of the letters, digits and underscores that start here.
    private func wordEnd() -> Int {
        var end = offset
        while let byte = byte(at: end), byte == UInt8(ascii: "_") || isDigit(byte) || isLetter(byte) { end += 1 }
        return end
    }

    private func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
}
