/// Well-formed UTF-8 (Unicode 16, table 3-7).
enum UTF8Form {
    /// How many bytes the character at `index` has; 0 where they are no character: cut off, overlong, a surrogate,
    /// above U+10FFFF, or a continuation byte.
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        // Three bytes but for those that begin with E0 or ED, whose second byte has a range of its own: nearly all of kana
        // and Han.
        if bytes.count - index >= 4 {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
            if word & 0x00C0_C0F0 == 0x0080_80E0, word & 0xFF != 0xE0, word & 0xFF != 0xED { return 3 }
        }
        return otherLength(in: bytes, at: index)
    }

    private static func otherLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard bytes.count - index >= length, second ~= bytes[index + 1] else { return 0 }
        for offset in 2..<max(length, 2) where !(0x80...0xBF ~= bytes[index + offset]) { return 0 }
        return length
    }
}

extension String {
    /// Copies UTF-8 that is known to be well-formed, and so need not be checked a second time.
    init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
        if #available(macOS 26, iOS 26, *) {
            self = String(copying: unsafe UTF8Span(unchecked: Span(_unsafeElements: bytes)))
        } else {
            self.init(decoding: bytes, as: UTF8.self)
        }
    }
}
