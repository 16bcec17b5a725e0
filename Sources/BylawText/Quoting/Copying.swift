/// Tells sentences that were copied from an original, even if altered, from those in someone's own words: most of a copy's
/// letters lie in sequences of ``length`` that the original has too.
struct Copying {
    /// How many letters a sequence has.
    private static let length = 6
    /// A sentence of fewer letters is nobody's in particular.
    private static let minimum = 12
    /// How many hundredths of a sentence's letters must lie in common sequences.
    private static let share = 60

    /// Some letters in a row, 21 bits each.
    private struct Sequence: Hashable {
        let first: UInt64
        let second: UInt64

        init(_ letters: ArraySlice<UInt32>) {
            let half = letters.count / 2
            first = letters.prefix(half).reduce(0) { $0 << 21 | UInt64($1) }
            second = letters.dropFirst(half).reduce(0) { $0 << 21 | UInt64($1) }
        }
    }

    private let sequences: Set<Sequence>

    init(of original: [FoldedText.Unit]) {
        let letters = original.map(\.scalar)
        sequences = Set(Self.starts(letters).map { Sequence(letters[$0..<$0 + Self.length]) })
    }

    func isCopied(_ passage: Passage) -> Bool {
        var total = 0
        var common = 0
        for piece in passage.pieces {
            total += piece.count
            var coveredTo = 0
            for start in Self.starts(piece) where sequences.contains(Sequence(piece[start..<start + Self.length])) {
                common += start + Self.length - max(coveredTo, start)
                coveredTo = start + Self.length
            }
        }
        return total >= Self.minimum && common * 100 >= total * Self.share
    }

    private static func starts(_ letters: [UInt32]) -> Range<Int> { 0..<max(0, letters.count - length + 1) }
}
