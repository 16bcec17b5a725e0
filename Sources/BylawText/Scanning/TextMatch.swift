/// A place in a text where a phrase of a lexicon was found.
package struct TextMatch: Sendable, Hashable {
    /// The lexicon's index in the list that the scanner was made of.
    package let lexicon: Int
    /// The phrase's index in its lexicon; a pattern's comes after those of all phrases.
    package let phrase: Int
    /// Whole characters of the original, as UTF-8 offsets, with the affixes that belong to the match.
    package let range: Range<Int>

    package init(lexicon: Int, phrase: Int, range: Range<Int>) {
        self.lexicon = lexicon
        self.phrase = phrase
        self.range = range
    }
}
