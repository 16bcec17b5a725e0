/// Tells of nearly every place in a text that no key starts there, by the place's first two to four units.
///
/// A table has a bit for the first two, so sparse that in most texts it leaves few places. There the two tell how many of a key's
/// scalars the filter knows, as many as the shortest key with these two has, four at most, and two bits for each such beginning
/// are set in another table (a Bloom filter of words). Keys of one scalar have a table of their own.
struct PrefixFilter: Sendable {
    /// How far the third and the fourth scalar are shifted out, half at a time: what ``lengths`` holds.
    private enum Shift {
        static let four: UInt8 = 0
        static let three: UInt8 = 16
        static let two: UInt8 = 32
    }

    /// By a hash of a key's first two scalars, a bit each.
    private var pairs: [UInt64]
    /// By the same hash.
    private var lengths: [UInt8]
    /// By a hash of its beginning.
    private var words: [UInt64]
    /// By the lowest bits of a single scalar, a bit each.
    private var singles: [UInt64] = []

    /// O(keys). Of empty keys it knows nothing.
    init(_ keys: [[UInt32]]) {
        pairs = [UInt64](repeating: 0, count: 1 << Self.bits(keys.count / 2, 3...14))
        lengths = [UInt8](repeating: Shift.four, count: 1 << Self.bits(keys.count * 4, 6...15))
        words = [UInt64](repeating: 0, count: 1 << Self.bits(keys.count / 4, 2...18))
        for key in keys where key.count > 1 {
            let hash = Self.hash(key[0], key[1])
            pairs[Self.pairIndex(hash) & (pairs.count - 1)] |= Self.pairMask(hash)
            let index = Self.lengthIndex(hash) & (lengths.count - 1)
            let needed = key.count == 2 ? Shift.two : key.count == 3 ? Shift.three : Shift.four
            lengths[index] = max(lengths[index], needed)
        }
        for key in keys {
            if key.count == 1 {
                if singles.isEmpty { singles = [UInt64](repeating: 0, count: 16) }
                singles[Int(key[0] >> 6 & 15)] |= 1 << UInt64(key[0] & 63)
            } else if key.count > 1 {
                let pair = Self.hash(key[0], key[1])
                let third = key.count > 2 ? key[2] : 0
                let fourth = key.count > 3 ? key[3] : 0
                let hash = Self.hash(pair, third, fourth, lengths[Self.lengthIndex(pair) & (lengths.count - 1)])
                words[Self.wordIndex(hash) & (words.count - 1)] |= Self.mask(hash)
            }
        }
    }

    /// How many bits number the entries of a table that should have some number of them.
    private static func bits(_ wanted: Int, _ limits: ClosedRange<Int>) -> Int {
        let bits = Int.bitWidth - max(wanted - 1, 0).leadingZeroBitCount
        return min(max(bits, limits.lowerBound), limits.upperBound)
    }

    /// The bits of a hash that number the entries of each table, as many as it can have, and the bit of ``pairs``.
    @inline(__always)
    private static func pairIndex(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 50) }
    @inline(__always)
    private static func pairMask(_ hash: UInt64) -> UInt64 { 1 &<< (hash &>> 44) }
    @inline(__always)
    private static func lengthIndex(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 48) }
    @inline(__always)
    private static func wordIndex(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 46) }

    @inline(__always)
    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) | UInt64(second) << 32 }

    @inline(__always)
    private static func hash(_ first: UInt32, _ second: UInt32) -> UInt64 {
        pair(first, second) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    private static func hash(_ firstTwo: UInt64, _ third: UInt32, _ fourth: UInt32, _ shift: UInt8) -> UInt64 {
        firstTwo &+ ((pair(third, fourth) &<< UInt64(truncatingIfNeeded: shift)) &<< UInt64(truncatingIfNeeded: shift))
            &* 0xD6E8_FEB8_6659_FD93
    }

    /// Two bits of a word: of the hash's upper half, where every scalar tells.
    @inline(__always)
    private static func mask(_ hash: UInt64) -> UInt64 { (1 &<< (hash &>> 40)) | (1 &<< (hash &>> 34)) }

    /// Calls `body` for every place where a key may start, until it says no. Behind the units three more may be read. Says where
    /// it stopped.
    func forEachPlace(in units: UnsafeBufferPointer<FoldedText.Unit>, _ body: (Int) -> Bool) -> Int {
        pairs.withUnsafeBufferPointer { pairs in
            singles.withUnsafeBufferPointer { singles in
                guard let pairs = pairs.baseAddress else { return 0 }
                return self.singles.isEmpty
                    ? search(units, pairs, nil, body) : search(units, pairs, singles.baseAddress, body)
            }
        }
    }

    @inline(__always)
    private func search(
        _ units: UnsafeBufferPointer<FoldedText.Unit>, _ pairs: UnsafePointer<UInt64>,
        _ singles: UnsafePointer<UInt64>?, _ body: (Int) -> Bool
    ) -> Int {
        guard let base = units.baseAddress, !units.isEmpty else { return 0 }
        let pairMask = self.pairs.count - 1
        let end = base + units.count
        var unit = base
        var first = base[0].scalar
        while unit < end {
            let second = unit[1].scalar
            let hash = Self.hash(first, second)
            var isPlace = pairs[Self.pairIndex(hash) & pairMask] & Self.pairMask(hash) != 0
            if let singles {
                isPlace = isPlace || (singles[Int(truncatingIfNeeded: first &>> 6 & 15)] &>> UInt64(first)) & 1 != 0
            }
            if isPlace, mayStart(hash, unit), !body(unit - base) { return unit - base }
            first = second
            unit += 1
        }
        return units.count
    }

    /// Whether a key may start at a unit, by up to four; `pair` is the hash of two.
    private func mayStart(_ pair: UInt64, _ unit: UnsafePointer<FoldedText.Unit>) -> Bool {
        let hash = Self.hash(
            pair, unit[2].scalar, unit[3].scalar, lengths[Self.lengthIndex(pair) & (lengths.count - 1)])
        let mask = Self.mask(hash)
        if words[Self.wordIndex(hash) & (words.count - 1)] & mask == mask { return true }
        let first = unit[0].scalar
        return !singles.isEmpty && singles[Int(first >> 6 & 15)] >> UInt64(first & 63) & 1 != 0
    }
}
