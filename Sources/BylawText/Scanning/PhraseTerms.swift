/// What a phrase asks of the place where its folded scalars stand, and what it takes along.
struct PhraseTerms: Sendable, Hashable {
    var boundary: Phrase.Boundary
    var anchors: Phrase.Anchors = []
    /// Whether the boundary is asked for before the match: not before what follows a name (`GmbH`).
    var checksStart = true
    /// Whether it is asked for after the match.
    var checksEnd = true
    /// Whether the phrase itself has an underscore, which then continues a word.
    var hasUnderscore = false
    /// Separators at the phrase's start, nearest first. They are no part of its key, but of the match, where they stand.
    var leading: [UInt32] = []
    /// Separators at its end, nearest first: the full stop of `Co., Ltd.`
    var trailing: [UInt32] = []

    /// A match with the separators around it that the phrase has too; a single space may stand before each.
    func widened(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        for wanted in trailing {
            var offset = end
            if offset < text.count, text[offset] == UInt8(ascii: " ") { offset += 1 }
            guard offset < text.count else { break }
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            guard Separators.folded(scalar) == wanted else { break }
            end = offset + length
        }
        for wanted in leading {
            var offset = start
            if offset > 0, text[offset - 1] == UInt8(ascii: " ") { offset -= 1 }
            guard offset > 0 else { break }
            let (scalar, first) = UTF8Decoding.scalar(in: text, before: offset)
            guard Separators.folded(scalar) == wanted else { break }
            start = first
        }
        return start..<end
    }
}

/// The separators at the ends of phrases.
enum Separators {
    /// A separator by its compatibility form: `．` is `.`
    static func folded(_ scalar: UInt32) -> UInt32 {
        let table = FoldTable.shared
        let form = table.record(scalar).compatible
        return form & 0xFF == 1 ? table.sequences[Int(form >> 8)] : scalar
    }

    /// The separators at the start and at the end of a phrase, the nearest to its core first; spaces are left out.
    static func around(_ phrase: String) -> (leading: [UInt32], trailing: [UInt32]) {
        let scalars = phrase.unicodeScalars.map(\.value)
        let table = FoldTable.shared
        let leading = scalars.prefix { table.record($0).traits.isSeparator }
        let trailing = scalars.dropFirst(leading.count).reversed().prefix { table.record($0).traits.isSeparator }
        let kept = { (scalar: UInt32) in !table.record(scalar).traits.contains(.loose) }
        return (leading.reversed().filter(kept).map(folded), trailing.filter(kept).map(folded))
    }
}
