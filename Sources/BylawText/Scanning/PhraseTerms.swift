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

    /// How many other separators may be skipped before each of the phrase's own.
    private static let maximumSkip = 4
    /// How many bytes beside a match are looked at.
    private static let maximumReach = 256

    /// The range of a match in the original, with the separators around it that the phrase has too. They lie between the
    /// match and the units beside it, and may be disguised as all else.
    func originalRange(
        of units: Range<Int>, in folded: FoldedText.View, _ text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        let range = folded.originalRange(of: units)
        var (start, end) = (range.lowerBound, range.upperBound)
        let dress = folded.profile.intersection([.width, .invisible, .marks, .entities])
        if !trailing.isEmpty {
            let next = units.upperBound < folded.units.count ? Int(folded.units[units.upperBound].start) : text.count
            let reach = end..<max(end, min(next, end + Self.maximumReach))
            let beside = FoldedText(UnsafeBufferPointer(rebasing: text[reach]), profile: dress)
            if let last = Self.last(of: trailing, in: beside.units) { end += Int(last.end) }
        }
        if !leading.isEmpty {
            let previous = units.lowerBound > 0 ? Int(folded.units[units.lowerBound - 1].end) : 0
            let reach = min(start, max(previous, start - Self.maximumReach))..<start
            let beside = FoldedText(UnsafeBufferPointer(rebasing: text[reach]), profile: dress)
            if let last = Self.last(of: leading, in: beside.units.reversed()) {
                start = reach.lowerBound + Int(last.start)
            }
        }
        return start..<end
    }

    /// The last of the separators wanted, as far as they follow one another in `units`.
    private static func last(of wanted: [UInt32], in units: some BidirectionalCollection<FoldedText.Unit>) -> FoldedText
        .Unit?
    {
        var rest = units[units.startIndex...]
        var last: FoldedText.Unit?
        for separator in wanted {
            let skipped = rest.prefix(maximumSkip).prefix { $0.scalar != separator }
            rest = rest.dropFirst(skipped.count)
            guard let found = rest.first, found.scalar == separator else { break }
            last = found
            rest = rest.dropFirst()
        }
        return last
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
