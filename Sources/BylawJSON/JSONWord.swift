/// Eight bytes of a text, looked at together.
enum JSONWord {
    static let size = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The highest bit of each byte.
    static let highs = ones &* 0x80

    /// Has the highest bit of a byte set where JSON has it escaped in a string: `"`, `\`, and what is below U+0020.
    ///
    /// A byte is zero where subtracting one borrows from it and its highest bit was not set. A borrow from the byte before can
    /// set a bit too many, but only beside one that is rightly set.
    @inline(__always)
    static func escaped(in word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes) & highs
    }
}
