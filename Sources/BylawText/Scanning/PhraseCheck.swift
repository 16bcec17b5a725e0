/// Whether a place where a phrase's folded scalars stand is one where the phrase stands.
struct PhraseCheck {
    let text: FoldedText.View
    /// The units that are not whitespace at the text's ends.
    private let content: Range<Int>

    init(_ text: FoldedText.View) {
        self.text = text
        let isBlank = { (unit: FoldedText.Unit) in unit.traits.contains(.loose) }
        let first = text.units.firstIndex { !isBlank($0) } ?? 0
        let last = text.units.lastIndex { !isBlank($0) } ?? -1
        content = first..<max(first, last + 1)
    }

    func accepts(_ range: Range<Int>, _ parts: ArraySlice<PhraseKey.Part>, _ terms: PhraseTerms) -> Bool {
        endsWithCharacter(range)
            && (!terms.anchors.contains(.start) || range.lowerBound <= content.lowerBound)
            && (!terms.anchors.contains(.end) || range.upperBound >= content.upperBound)
            && (!terms.checksStart || isBoundary(before: range.lowerBound, terms))
            && (!terms.checksEnd || isBoundary(after: range.upperBound, terms))
            && (!text.profile.contains(.separators) || gapsAreFine(range, parts))
            && (!text.profile.contains(.repeats) || runsAreFine(range, parts, terms))
    }

    /// `e` is not found in `é`, nor a Devanagari consonant without its vowel sign.
    private func endsWithCharacter(_ range: Range<Int>) -> Bool {
        guard range.upperBound < text.units.count else { return true }
        let next = text.units[range.upperBound]
        return !(next.traits.contains(.mark) && next.gap.isEmpty)
    }
}

/// Boundaries.
extension PhraseCheck {
    private func isBoundary(before start: Int, _ terms: PhraseTerms) -> Bool {
        guard start > 0 else { return true }
        let neighbour = text.units[start - 1]
        let beyond = start > 1 && text.units[start - 1].gap.isEmpty ? text.units[start - 2] : nil
        return isBoundary(text.units[start], text.units[start].gap, neighbour, beyond, terms)
    }

    private func isBoundary(after end: Int, _ terms: PhraseTerms) -> Bool {
        guard end < text.units.count else { return true }
        let neighbour = text.units[end]
        let beyond = end + 1 < text.units.count && text.units[end + 1].gap.isEmpty ? text.units[end + 1] : nil
        return isBoundary(text.units[end - 1], neighbour.gap, neighbour, beyond, terms)
    }

    private func isBoundary(
        _ edge: FoldedText.Unit, _ gap: FoldedText.Gap, _ neighbour: FoldedText.Unit, _ beyond: FoldedText.Unit?,
        _ terms: PhraseTerms
    ) -> Bool {
        if terms.boundary == .none { return true }
        guard gap.isEmpty || gap == .underscore && terms.hasUnderscore else { return true }
        var neighbour = neighbour
        if terms.hasUnderscore, gap.isEmpty, neighbour.scalar == UInt32(UInt8(ascii: "_")), let beyond {
            neighbour = beyond
        }
        guard !neighbour.traits.contains(.symbol) else { return true }
        if terms.boundary == .alone { return !neighbour.traits.isAlphanumeric }
        if terms.boundary == .script, !edge.traits.isDisjoint(with: neighbour.traits.intersection([.katakana, .han])) {
            return false
        }
        guard !edge.traits.contains(.unspaced), !edge.traits.isDisjoint(with: [.spaced, .mark]) else { return true }
        return neighbour.traits.isDisjoint(with: [.spaced, .mark])
    }
}

/// Gaps: a phrase's own may be there or not. Others count if they part no words (`A.C.M.E`, a line break, an emoji); where
/// they do (spaces), only if every letter stands alone (`A C M E`: else `a CME group` would name Acme), or beside a letter
/// of a script without spaces.
extension PhraseCheck {
    private func gapsAreFine(_ range: Range<Int>, _ parts: ArraySlice<PhraseKey.Part>) -> Bool {
        var needsSpacing = false
        var isSpaced = true
        for index in range.dropFirst() {
            let unit = text.units[index]
            let isOwn = parts[parts.startIndex + index - range.lowerBound].hasGap
            if unit.gap.isEmpty {
                if !isOwn { isSpaced = false }
            } else if unit.gap.partsWords, !isOwn, !unit.traits.contains(.unspaced),
                !text.units[index - 1].traits.contains(.unspaced)
            {
                needsSpacing = true
            }
        }
        return !needsSpacing || isSpaced && range.allSatisfy { text.units[$0].run == 1 }
    }
}

/// Repeated letters: never fewer than the phrase has. More count where that is no other word (`Mann` is not `MAN`): from
/// three in a row, or where two letters are repeated, or in a long phrase; and at an end that needs no boundary.
extension PhraseCheck {
    /// From how many different letters on a phrase counts as long.
    private static let longPhrase = 6

    private func runsAreFine(_ range: Range<Int>, _ parts: ArraySlice<PhraseKey.Part>, _ terms: PhraseTerms) -> Bool {
        var longer = 0
        var isEmphatic = range.count >= Self.longPhrase
        for (index, part) in zip(range, parts) {
            let run = text.units[index].run
            if run < part.run { return false }
            if run == part.run { continue }
            let isFree = terms.boundary == .none || text.units[index].traits.contains(.unspaced)
            if isFree, index == range.lowerBound || index == range.upperBound - 1 { continue }
            longer += 1
            if run >= 3 { isEmphatic = true }
        }
        return longer == 0 || isEmphatic || longer >= 2
    }
}
