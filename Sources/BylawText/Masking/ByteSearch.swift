/// Looks at eight bytes of a text at once.
enum ByteSearch {
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let lowBits: UInt64 = 0x0101_0101_0101_0101

    /// Whether a byte occurs.
    static func contains(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(text)
        let pattern = UInt64(byte) &* lowBits
        var offset = 0
        while offset + 8 <= text.count {
            // A byte of the difference is 0 where the byte occurs, and only where one is does this borrow from its high bit.
            let difference = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
            if (difference &- lowBits) & ~difference & highBits != 0 { return true }
            offset += 8
        }
        return text[offset...].contains(byte)
    }

    /// The offset of the first ASCII character from an offset on; the text's end if there is none.
    static func skipOthers(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var offset = start
        while offset + 8 <= text.count,
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & highBits == highBits
        {
            offset += 8
        }
        while offset < text.count, text[offset] >= 0x80 { offset += 1 }
        return offset
    }
}
