/// Finds bytes in bytes, in time linear in both: a hostile text cannot make a search slow.
enum ByteSearch {
    /// The first place at or after `start` where `needle` stands. An empty needle stands everywhere.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard !needle.isEmpty else { return start <= text.count ? start : nil }
        guard start >= 0, text.count - start >= needle.count else { return nil }
        switch probe(for: needle, in: text, from: start) {
        case .found(let index): return index
        case .absent: return nil
        case .costly(let index):
            var found: Int?
            occurrences(of: needle, in: text, from: index) {
                found = $0
                return false
            }
            return found
        }
    }

    private enum Probe {
        case found(Int)
        case absent
        /// Up to there it is not; going on like that might take time needle * text.
        case costly(Int)
    }

    /// Compares two bytes of the needle with sixteen places at once, and the whole of it where both stand.
    private static func probe(
        for needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Probe {
        let (one, other) = tellingOffsets(needle)
        let (oneByte, otherByte) = (SIMD16(repeating: needle[one]), SIMD16(repeating: needle[other]))
        let bytes = UnsafeRawBufferPointer(text)
        let last = text.count - needle.count
        // As many bytes as may be compared in vain.
        var budget = text.count - start + 16 * needle.count
        var index = start
        while index + 15 <= last {
            let isOne = bytes.loadUnaligned(fromByteOffset: index + one, as: SIMD16<UInt8>.self) .== oneByte
            let isOther = bytes.loadUnaligned(fromByteOffset: index + other, as: SIMD16<UInt8>.self) .== otherByte
            let both = unsafeBitCast(isOne .& isOther, to: SIMD2<UInt64>.self)
            if both[0] | both[1] != 0 {
                for half in 0..<2 {
                    // A place where both stand is eight bits in a row.
                    var places = both[half].littleEndian
                    while places != 0 {
                        let place = places.trailingZeroBitCount / 8
                        places &= ~(0xFF << (UInt64(place) * 8))
                        if stands(needle, in: text, at: index + half * 8 + place) {
                            return .found(index + half * 8 + place)
                        }
                        budget -= needle.count
                    }
                }
                if budget < 0 { return .costly(index + 16) }
            }
            index += 16
        }
        while index <= last {
            if text[index + one] == needle[one], stands(needle, in: text, at: index) { return .found(index) }
            index += 1
        }
        return .absent
    }

    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        UTF8Bytes.areEqual(needle, UnsafeBufferPointer(rebasing: text[index..<index + needle.count]))
    }

    /// The offsets of two bytes that tell most: those that many scalars share, as the first bytes of kana and Han, tell
    /// little. Where there is one byte, it is both.
    private static func tellingOffsets(_ needle: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
        var best = (offset: 0, rank: Int.min)
        var next = best
        for (offset, byte) in needle.enumerated() {
            let rank =
                switch byte {
                case 0xC0...: 0
                case 0x80...0x83: 1
                case 0x20, 0x61, 0x65: 2
                default: 3
                }
            if rank > best.rank {
                next = best
                best = (offset, rank)
            } else if rank > next.rank {
                next = (offset, rank)
            }
        }
        return (best.offset, next.rank == .min ? best.offset : next.offset)
    }

    /// The last place at or before `end` where `needle` stands.
    static func last(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, before end: Int
    ) -> Int? {
        guard !needle.isEmpty else { return min(end, text.count) }
        var found: Int?
        occurrences(of: needle, in: text, from: 0) {
            guard $0 <= end else { return false }
            found = $0
            return true
        }
        return found
    }

    /// Visits every place, those that overlap included, until `visit` returns false (Knuth, Morris and Pratt).
    private static func occurrences(
        of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int,
        visit: (Int) -> Bool
    ) {
        guard text.count >= needle.count else { return }
        // For each prefix, the length of the longest proper prefix of it that is also its suffix.
        var borders = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in needle.indices.dropFirst() {
            while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            borders[index] = length
        }
        length = 0
        var index = start
        while index < text.count {
            while length > 0, text[index] != needle[length] { length = borders[length - 1] }
            if text[index] == needle[length] { length += 1 }
            index += 1
            if length == needle.count {
                guard visit(index - length) else { return }
                length = borders[length - 1]
            }
        }
    }
}
