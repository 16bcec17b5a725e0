/// Questions about runs of UTF-8 bytes, asked where Swift's `String` would answer by graphemes and canonical equivalence.
@usableFromInline
package enum UTF8Bytes {
    /// How many Unicode scalars well-formed UTF-8 holds: every byte but the continuation bytes. O(n), vectorised.
    @inlinable
    package static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var continuations = 0
        var index = 0
        while index &+ 8 <= bytes.count {
            // Each of the eight bytes counts up to 255 words before it would overflow.
            let end = min(bytes.count, index &+ 255 &* 8)
            var counts: UInt64 = 0
            while index &+ 8 <= end {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // A continuation byte begins with the bits 10.
                counts &+= (word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101
                index &+= 8
            }
            continuations &+= sum(ofBytes: counts)
        }
        while index < bytes.count {
            continuations &+= bytes[index] & 0b1100_0000 == 0b1000_0000 ? 1 : 0
            index &+= 1
        }
        return bytes.count &- continuations
    }

    /// The sum of the eight bytes of a word.
    @inlinable
    static func sum(ofBytes word: UInt64) -> Int {
        let every2: UInt64 = 0x00FF_00FF_00FF_00FF
        let pairs = (word & every2) &+ (word >> 8 & every2)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }

    /// Byte for byte.
    @inlinable
    package static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        return commonPrefix(a, b) == a.count
    }

    /// By the first byte that differs, then by length; for UTF-8 this is the order of Unicode scalars.
    @inlinable
    package static func isLess(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let common = commonPrefix(a, b)
        if common < a.count, common < b.count { return a[common] < b[common] }
        return a.count < b.count
    }

    /// How many leading bytes are the same: eight at a time.
    @inlinable
    package static func commonPrefix(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        let count = min(a.count, b.count)
        let x = UnsafeRawBufferPointer(a)
        let y = UnsafeRawBufferPointer(b)
        var index = 0
        while index &+ 8 <= count {
            let difference =
                x.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                ^ y.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            if difference != 0 { return index &+ difference.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count, x[index] == y[index] { index &+= 1 }
        return index
    }

    /// How many bytes the scalar that starts with `lead` takes, in well-formed UTF-8.
    @inlinable
    package static func length(lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
