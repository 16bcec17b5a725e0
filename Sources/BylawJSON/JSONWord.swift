/// Eight bytes of a text, looked at together.
enum JSONWord {
    static let size = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The highest bit of each byte.
    static let highs = ones &* 0x80

    /// Whether six bytes are two characters of three bytes each. It does not know those that begin with E0 or ED, whose
    /// second byte has a range of its own.
    @inline(__always)
    static func isTwoLongCharacters(_ word: UInt64) -> Bool {
        guard word & 0x00_00C0_C0F0_C0C0_F0 == 0x00_0080_80E0_8080_E0 else { return false }
        let (first, second) = (word & 0x0F, word >> 24 & 0x0F)
        return first != 0 && first != 0xD && second != 0 && second != 0xD
    }

    /// Whether an ASCII byte stands for itself in a string.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Has the highest bit of a byte set where JSON has it escaped in a string: `"`, `\`, and what is below U+0020.
    ///
    /// A byte is zero where subtracting one borrows from it and its highest bit was not set. A borrow from the byte before can
    /// set a bit too many, but only in bytes behind one that is rightly set: the lowest bit that is set is right.
    @inline(__always)
    static func escaped(in word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & highs
    }
}
