/// One to four ranges of bytes, one after the other: some of the ways to write the characters of a range in UTF-8.
struct ByteSequence: Hashable {
    /// Two bytes for each range, the first range in the lowest: its low end, then its high end.
    private var packed: UInt64 = 0
    /// How many ranges.
    private(set) var count = 0

    /// Faster than the one that the compiler makes, and as good: sequences of one set differ in more than their length.
    func hash(into hasher: inout Hasher) {
        hasher.combine(packed)
    }

    /// The first range.
    var first: ClosedRange<UInt8> {
        UInt8(truncatingIfNeeded: packed)...UInt8(truncatingIfNeeded: packed >> 8)
    }

    /// All but the first range.
    var rest: ByteSequence {
        var rest = self
        rest.packed >>= 16
        rest.count -= 1
        return rest
    }

    /// The ranges from the last to the first.
    var reversed: ByteSequence {
        var reversed = ByteSequence()
        for index in 0..<count {
            reversed.packed = reversed.packed << 16 | (packed >> UInt64(index * 16)) & 0xFFFF
        }
        reversed.count = count
        return reversed
    }

    private mutating func append(_ low: UInt8, _ high: UInt8) {
        packed |= (UInt64(low) | UInt64(high) << 8) << UInt64(count * 16)
        count += 1
    }

    /// The sequences that together are just the UTF-8 of the set's characters, in order. Surrogates are left out:
    /// no well-formed text contains them.
    static func sequences(of set: ScalarSet) -> [ByteSequence] {
        var sequences: [ByteSequence] = []
        for range in set.ranges {
            for sameLength in [0...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...ScalarSet.last] {
                guard range.overlaps(sameLength) else { continue }
                appendSequences(of: range.clamped(to: sameLength), to: &sequences)
            }
        }
        return sequences
    }

    /// Divides a range, all of whose characters have as many bytes, until each part is a range in every byte.
    private static func appendSequences(of range: ClosedRange<UInt32>, to sequences: inout [ByteSequence]) {
        var parts = [range]
        while let part = parts.popLast() {
            let (low, high) = (part.lowerBound, part.upperBound)
            let length = low < 0x80 ? 1 : low < 0x800 ? 2 : low < 0x10000 ? 3 : 4
            if let cut = cut(low, high, length: length) {
                parts.append(cut...high)
                parts.append(low...cut - 1)
                continue
            }
            var sequence = ByteSequence()
            for index in 0..<length {
                sequence.append(byte(index, of: low, length: length), byte(index, of: high, length: length))
            }
            sequences.append(sequence)
        }
    }

    /// Where a range must be divided, because the bytes behind one that differs do not run through all their values.
    private static func cut(_ low: UInt32, _ high: UInt32, length: Int) -> UInt32? {
        for continuation in 1..<max(length, 1) {
            let mask: UInt32 = (1 << UInt32(6 * continuation)) - 1
            guard low & ~mask != high & ~mask else { continue }
            if low & mask != 0 { return (low | mask) + 1 }
            if high & mask != mask { return high & ~mask }
        }
        return nil
    }

    private static func byte(_ index: Int, of scalar: UInt32, length: Int) -> UInt8 {
        if length == 1 { return UInt8(scalar) }
        let payload = scalar >> UInt32(6 * (length - 1 - index))
        if index > 0 { return UInt8(0x80 | payload & 0x3F) }
        return UInt8(truncatingIfNeeded: (0xF00 >> UInt32(length)) & 0xFF | payload)
    }
}
