/// Whether what a text quotes stands in another.
package enum Quotation: Sendable, Hashable {
    /// The text quotes nothing.
    case none
    /// All that it quotes occurs in the original.
    case faithful
    /// Something that it quotes does not occur.
    case altered
    /// The texts are too long, or quote too much, to tell within ``maximumWork``.
    case undecided

    /// How many places of quoted pieces in the original are looked at, at most.
    package static let maximumWork = 4_000_000

    /// How many letters make a quotation. Fewer in quotation marks are a term, as in 「転職」を考える方へ.
    package static let shortest = 5

    /// Compares what `text` quotes with `original`.
    ///
    /// Quoted is what stands between quotation marks (`「」『』“”„“«»""` and others) and what follows `>` at the start of a
    /// line. Nothing else is: who retells a post in their own words, however near to it, quotes nothing.
    ///
    /// Case, width, spaces and punctuation do not matter. What masks put in the place of names matches any name, an ellipsis
    /// any omission (``Wildcard``).
    /// - Parameter replacements: What masks of the community put in the place of names, besides what is known everywhere
    ///   (`■■`, `A社`, `○○`, `××`, `XX社`).
    package static func check(
        _ text: UnsafeBufferPointer<UInt8>, against original: UnsafeBufferPointer<UInt8>,
        replacements: [MaskReplacement] = []
    ) -> Quotation {
        let wildcards = WildcardReader(replacements)
        var passages = QuotedPassages.marked(in: text).map { Passage(text, $0, wildcards) }
        passages.removeAll { $0.letterCount < shortest }
        if passages.isEmpty { return .none }
        return PassageSearch(passages, in: FoldedText.compared(original)).result
    }

    /// Compares strings.
    package static func check(
        _ text: String, against original: String, replacements: [MaskReplacement] = []
    ) -> Quotation {
        var (text, original) = (text, original)
        return text.withUTF8 { text in
            original.withUTF8 { check(text, against: $0, replacements: replacements) }
        }
    }
}

extension FoldedText {
    /// The letters, digits and their marks alone: what must be the same in a quotation.
    static func compared(_ text: UnsafeBufferPointer<UInt8>) -> [FoldedText.Unit] {
        FoldedText(text, profile: [.letterCase, .width, .invisible, .separators, .entities]).units.filter {
            !$0.traits.isDisjoint(with: [.spaced, .unspaced, .mark])
        }
    }
}
