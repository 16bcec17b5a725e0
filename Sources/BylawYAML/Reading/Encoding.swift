import BylawSource

/// Whether bytes are text that YAML can be read from. libyaml is only ever given text that passed.
enum Encoding {
    /// How many bytes of byte order mark stand before the text.
    static func markLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The first thing that is no UTF-8, or no character that YAML allows; nil where all is well. O(n).
    static func problem(in bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) -> Diagnostic? {
        if let other = otherEncoding(of: bytes) {
            return .notUTF8(other, at: SourceLocation(file, SourceRange(0, min(2, bytes.count))))
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20, byte < 0x7F {
                index += 1
                continue
            }
            guard let scalar = scalar(at: index, in: bytes) else {
                return .badByte(byte, at: SourceLocation(file, SourceRange(index, index + 1)))
            }
            let count = UTF8.width(scalar)
            if let problem = fault(of: scalar, at: SourceLocation(file, SourceRange(index, index + count))) {
                return problem
            }
            index += count
        }
        return nil
    }

    /// UTF-16 and UTF-32 by their marks, and by the zero bytes that ASCII text has in them.
    private static func otherEncoding(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF): return "UTF-16"
        case (0, 0): return bytes.count >= 4 && bytes[2] == 0xFE && bytes[3] == 0xFF ? "UTF-32" : nil
        case (0, 0x20...0x7E), (0x20...0x7E, 0): return "UTF-16"
        default: return nil
        }
    }

    /// The scalar that starts here, if it is well formed: no overlong form, no surrogate, nothing cut off
    /// (The Unicode Standard, table 3-7).
    private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
        let first = bytes[index]
        let (count, second): (Int, ClosedRange<UInt8>)
        switch first {
        case 0x00...0x7F: return Unicode.Scalar(first)
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + count <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(count))
        for offset in 1..<count {
            let byte = bytes[index + offset]
            guard byte & 0b1100_0000 == 0b1000_0000 else { return nil }
            value = value << 6 | UInt32(byte & 0b0011_1111)
        }
        return Unicode.Scalar(value)
    }

    /// What is wrong with a character; nil for those that YAML 1.2 calls printable, but for the three line breaks that YAML 1.1
    /// knew and 1.2 does not: the lines would depend on who reads them.
    private static func fault(of scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: nil
        case 0x85, 0x2028, 0x2029: .lineSeparator(scalar, at: location)
        case 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: nil
        default: .controlCharacter(scalar, at: location)
        }
    }
}
