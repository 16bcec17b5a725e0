/// A text to look through, with what patterns ask about its positions.
struct Text {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// Whether a byte is an ASCII letter, digit or `_`.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
    }

    /// How many bytes the character at a position has; 1 where no character is.
    func characterLength(at position: Int) -> Int {
        let first = bytes[position]
        let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
        guard position + length <= count else { return 1 }
        for index in position + 1..<position + length where bytes[index] & 0xC0 != 0x80 { return 1 }
        return length
    }

    /// All that holds at a position, which must be in the text or at its end.
    func assertions(at position: Int) -> SyntaxTree.Assertion {
        let before = position > 0 ? bytes[position - 1] : nil
        let after = position < count ? bytes[position] : nil
        return Self.assertionsBehind(before).union(Self.assertionsAhead(after))
            .union(Self.boundary(isWordBehind: before.map(Self.isWord) ?? false, ahead: after))
    }

    /// What a position's last byte makes true; nil at the start of the text.
    static func assertionsBehind(_ byte: UInt8?) -> SyntaxTree.Assertion {
        switch byte {
        case nil: [.textStart, .lineStart]
        case 0x0A?: .lineStart
        default: []
        }
    }

    /// What a position's next byte makes true; nil at the end of the text.
    static func assertionsAhead(_ byte: UInt8?) -> SyntaxTree.Assertion {
        switch byte {
        case nil: [.textEnd, .lineEnd]
        case 0x0A?: .lineEnd
        default: []
        }
    }

    /// Whether a word begins or ends at a position.
    static func boundary(isWordBehind: Bool, ahead byte: UInt8?) -> SyntaxTree.Assertion {
        isWordBehind == (byte.map(isWord) ?? false) ? .notWordBoundary : .wordBoundary
    }
}
