/// Finds bytes in bytes, in time linear in both: a hostile text cannot make a search slow.
enum ByteSearch {
    /// The offsets of two bytes of a needle that tell most.
    struct Probe: Sendable {
        let one: Int
        let other: Int

        /// The needle must not be empty. Bytes that many scalars share, as the first bytes of kana and Han, tell little.
        /// Where there is one byte, it is both.
        init(_ needle: UnsafeBufferPointer<UInt8>) {
            var best = (offset: 0, rank: Int.min)
            var next = best
            // The start of a long needle tells as much as the whole.
            for offset in 0..<min(needle.count, 32) {
                let rank = Self.rank(needle[offset])
                if rank > best.rank {
                    next = best
                    best = (offset, rank)
                } else if rank > next.rank {
                    next = (offset, rank)
                }
            }
            one = best.offset
            other = next.rank == .min ? best.offset : next.offset
        }

        @inline(__always)
        private static func rank(_ byte: UInt8) -> Int {
            switch byte {
            case 0xC0...: 0
            case 0x80...0x83: 1
            case 0x20, 0x61, 0x65: 2
            default: 3
            }
        }
    }

    /// The first place at or after `start` where `needle` stands. An empty needle stands everywhere.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard !needle.isEmpty else { return start <= text.count ? start : nil }
        guard start >= 0, text.count - start >= needle.count else { return nil }
        return first(needle, by: Probe(needle), in: text, from: start)
    }

    /// The same for a needle whose telling bytes are known.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, by probe: Probe, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard !needle.isEmpty else { return start <= text.count ? start : nil }
        guard start >= 0, text.count - start >= needle.count else { return nil }
        switch search(for: needle, by: probe, in: text, from: start) {
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

    private enum Finding {
        case found(Int)
        case absent
        /// Up to there it is not; going on like that might take time needle * text.
        case costly(Int)
    }

    /// Compares two bytes of the needle with sixteen places at once, and the whole of it where both stand.
    private static func search(
        for needle: UnsafeBufferPointer<UInt8>, by probe: Probe, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Finding {
        let bytes = UnsafeRawBufferPointer(text)
        let (ones, others) = (SIMD16(repeating: needle[probe.one]), SIMD16(repeating: needle[probe.other]))
        /// Where both bytes stand: eight bits in a row for each of sixteen places.
        @inline(__always)
        func places(_ index: Int) -> SIMD2<UInt64> {
            let isOne = bytes.loadUnaligned(fromByteOffset: index &+ probe.one, as: SIMD16<UInt8>.self) .== ones
            let isOther = bytes.loadUnaligned(fromByteOffset: index &+ probe.other, as: SIMD16<UInt8>.self) .== others
            return unsafeBitCast(isOne .& isOther, to: SIMD2<UInt64>.self)
        }
        let last = text.count - needle.count
        // As many bytes as may be compared in vain.
        var budget = text.count - start + 16 * needle.count
        var index = start
        while index + 15 <= last {
            // Sixty-four places where nothing stands, which is most of them, are passed over by one test.
            while index + 63 <= last {
                let any = places(index) | places(index &+ 16) | places(index &+ 32) | places(index &+ 48)
                if any[0] | any[1] != 0 { break }
                index &+= 64
            }
            guard index + 15 <= last else { break }
            let both = places(index)
            if both[0] | both[1] != 0 {
                for half in 0..<2 {
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
            if text[index + probe.one] == needle[probe.one], stands(needle, in: text, at: index) {
                return .found(index)
            }
            index += 1
        }
        return .absent
    }

    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        UTF8Bytes.areEqual(needle, UnsafeBufferPointer(rebasing: text[index..<index + needle.count]))
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
