/// A folded view in UTF-8 with a map back to the original.
///
/// What a fold left out between letters (``FoldProfile/separators``) is not there; patterns are matched without that fold.
package struct FoldedBytes: Sendable {
    package let bytes: [UInt8]
    /// For each byte the range of the original that its scalar was made of.
    private let starts: [UInt32]
    private let ends: [UInt32]

    init(_ text: FoldedText) {
        var bytes: [UInt8] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        bytes.reserveCapacity(text.units.count)
        for unit in text.units {
            let scalar = Unicode.Scalar(unit.scalar) ?? "\u{FFFC}"
            for _ in 0..<unit.run {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes.append(byte)
                    starts.append(unit.start)
                    ends.append(unit.end)
                }
            }
        }
        (self.bytes, self.starts, self.ends) = (bytes, starts, ends)
    }

    /// Whether the view is the text itself, and each of its characters was made of that character alone.
    package func isSame(as text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == text.count else { return false }
        for index in bytes.indices {
            guard bytes[index] == text[index] else { return false }
            guard !UTF8.isContinuation(bytes[index]) else { continue }
            guard starts[index] == index, index == 0 || ends[index - 1] == index else { return false }
        }
        return bytes.isEmpty || ends[bytes.count - 1] == bytes.count
    }

    /// The range of the original that a range of ``bytes`` was made of, not yet whole characters. An empty range is
    /// empty in the original too.
    package func originalRange(of range: Range<Int>) -> Range<Int> {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return 0..<0 }
        guard !range.isEmpty else {
            let offset = range.lowerBound < starts.count ? starts[range.lowerBound] : ends.last ?? 0
            return Int(offset)..<Int(offset)
        }
        let start = starts[range.lowerBound]
        return Int(start)..<Int(max(start, ends[range.upperBound - 1]))
    }
}
