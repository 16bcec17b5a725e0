/// Something quoted: pieces that must occur in the original one after the other, with wildcards between.
struct Passage {
    /// The folded letters of each piece; never empty ones.
    let pieces: [[UInt32]]
    /// How many letters the original may have between a piece and the next, one fewer than ``pieces``.
    let gaps: [Int]

    /// How many letters are quoted, those that stand in for others not counted.
    var letterCount: Int { pieces.reduce(0) { $0 + $1.count } }

    /// Reads the passage that stands in a range of a text.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ wildcards: WildcardReader) {
        var pieces: [[UInt32]] = []
        var gaps: [Int] = []
        var gap = 0
        func add(_ range: Range<Int>) {
            let letters = FoldedText.compared(UnsafeBufferPointer(rebasing: text[range])).map(\.scalar)
            if letters.isEmpty { return }
            if !pieces.isEmpty { gaps.append(gap) }
            pieces.append(letters)
            gap = 0
        }
        var start = range.lowerBound
        for wildcard in wildcards.all(in: text, range) {
            add(start..<wildcard.range.lowerBound)
            gap = max(gap, wildcard.reach)
            start = wildcard.range.upperBound
        }
        add(start..<range.upperBound)
        (self.pieces, self.gaps) = (pieces, gaps)
    }
}
