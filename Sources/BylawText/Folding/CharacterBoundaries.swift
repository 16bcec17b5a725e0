/// Where the characters (grapheme clusters) of one text begin. Most questions are answered by the two scalars at hand; the
/// first that is not has the whole text divided, once.
struct CharacterBoundaries {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where each character starts, and the end; nil until needed.
    private var starts: [UInt32]?

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The smallest range of whole characters that holds a range.
    mutating func whole(_ range: Range<Int>) -> Range<Int> {
        let start = floor(range.lowerBound)
        return start..<max(start, ceiling(range.upperBound))
    }

    /// How many characters a range of whole ones has.
    mutating func count(in range: Range<Int>) -> Int {
        if let count = plainCount(in: range) { return count }
        let starts = divided()
        return Self.firstIndex(in: starts, notBelow: range.upperBound)
            - Self.firstIndex(in: starts, notBelow: range.lowerBound)
    }

    /// Where the last `count` characters of a range start.
    mutating func start(ofLast count: Int, in range: Range<Int>) -> Int {
        let starts = divided()
        let index = Self.firstIndex(in: starts, notBelow: range.upperBound) - count
        guard index >= 0, index < starts.count else { return range.lowerBound }
        return max(range.lowerBound, Int(starts[index]))
    }

    /// How many characters a range has, where no two neighbours in it can be of one character.
    private func plainCount(in range: Range<Int>) -> Int? {
        let table = FoldTable.shared
        var offset = range.lowerBound
        var count = 0
        while offset < range.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            let isIllFormed = scalar == 0xFFFD && length == 1
            guard !isIllFormed, table.record(scalar).traits.contains(.solitary) else { return nil }
            offset += length
            count += 1
        }
        return offset == range.upperBound ? count : nil
    }

    private mutating func floor(_ offset: Int) -> Int {
        if isPlainBoundary(offset) { return offset }
        let starts = divided()
        let index = Self.firstIndex(in: starts, notBelow: offset)
        if index < starts.count, Int(starts[index]) == offset { return offset }
        return index > 0 ? Int(starts[index - 1]) : 0
    }

    private mutating func ceiling(_ offset: Int) -> Int {
        if isPlainBoundary(offset) { return offset }
        let starts = divided()
        let index = Self.firstIndex(in: starts, notBelow: offset)
        return index < starts.count ? Int(starts[index]) : text.count
    }

    /// Whether the two scalars at an offset alone tell that a character starts there.
    private func isPlainBoundary(_ offset: Int) -> Bool {
        guard offset > 0, offset < text.count else { return true }
        let (before, after) = (text[offset - 1], text[offset])
        if before == 0x0A || after == 0x0A { return before != 0x0D }
        guard after & 0xC0 != 0x80 else { return false }
        let left = UTF8Decoding.scalar(in: text, before: offset).scalar
        let right = UTF8Decoding.scalar(in: text, at: offset).scalar
        let table = FoldTable.shared
        return table.record(left).traits.contains(.solitary) && table.record(right).traits.contains(.solitary)
    }

    private mutating func divided() -> [UInt32] {
        if let starts { return starts }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(text.count / 2)
        var offset = 0
        for character in String(decoding: text, as: UTF8.self) {
            offset += character.utf8.count
            starts.append(UInt32(truncatingIfNeeded: offset))
        }
        // Ill-formed text would be counted as repaired: then nothing but scalars can be told apart.
        if offset != text.count {
            starts = text.indices.filter { text[$0] & 0xC0 != 0x80 }.map { UInt32(truncatingIfNeeded: $0) }
            starts.append(UInt32(truncatingIfNeeded: text.count))
        }
        self.starts = starts
        return starts
    }

    private static func firstIndex(in starts: [UInt32], notBelow offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
