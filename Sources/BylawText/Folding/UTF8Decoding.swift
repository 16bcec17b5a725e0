/// Reads UTF-8 where it lies.
enum UTF8Decoding {
    /// The scalar at an offset and its length in bytes; U+FFFD and 1 where the bytes are ill-formed.
    @inline(__always)
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[offset])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, offset + length <= text.count else { return (0xFFFD, 1) }
        var value = first & (0x7F >> UInt32(length))
        for index in 1..<length {
            let byte = UInt32(text[offset + index])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | byte & 0x3F
        }
        let isShortest = length == 2 || length == 3 && value >= 0x800 || value >= 0x10000
        guard isShortest, value < 0x110000, value &- 0xD800 >= 0x800 else { return (0xFFFD, 1) }
        return (value, length)
    }

    /// The scalar that ends at an offset and where it starts. The text is well-formed.
    static func scalar(in text: UnsafeBufferPointer<UInt8>, before offset: Int) -> (scalar: UInt32, start: Int) {
        var start = offset - 1
        while start > 0, start > offset - 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(in: text, at: start).scalar, start)
    }
}
