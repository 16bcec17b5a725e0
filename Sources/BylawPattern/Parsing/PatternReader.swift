/// Reads a pattern's text from left to right.
struct PatternReader {
    /// Well-formed, for it comes from a `String`.
    let bytes: [UInt8]
    /// The UTF-8 offset of what is read next.
    var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The byte that is `distance` behind the next one, if there is one.
    func peek(_ distance: Int = 0) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    /// Whether this text comes next.
    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[min(offset, bytes.count)...].starts(with: $0) }
    }

    /// Reads this text if it comes next.
    mutating func take(_ text: StaticString) -> Bool {
        guard starts(with: text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    /// Reads one code point, however many bytes it has.
    mutating func next() -> UInt32? {
        guard let first = peek() else { return nil }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[offset..<min(offset + length, bytes.count)].dropFirst() {
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        offset = min(offset + length, bytes.count)
        return scalar
    }

    /// The bytes before the next occurrence of a byte, which is read too; nothing is read where it never occurs.
    mutating func take(upTo end: Unicode.Scalar) -> [UInt8]? {
        guard let index = bytes[min(offset, bytes.count)...].firstIndex(where: { end ~= $0 }) else { return nil }
        let taken = Array(bytes[offset..<index])
        offset = index + 1
        return taken
    }
}

/// Lets `case "(":` match a byte. A scalar beyond ASCII matches none.
func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool {
    pattern.value == UInt32(byte) && byte < 0x80
}
