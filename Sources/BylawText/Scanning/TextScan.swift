/// What a scan found in one text. Kept and given to the next scan, it brings its storage along.
package struct TextScan: Sendable {
    /// Every match, by start, then the longer first, then by lexicon and phrase. Matches may overlap.
    package internal(set) var matches: [TextMatch] = []

    package init() {}

    /// Whether any phrase of the lexicon occurs.
    package func mentions(_ lexicon: Int) -> Bool { matches.contains { $0.lexicon == lexicon } }

    /// How many phrases of the lexicon occur, counting from the left, the longest first, each character once.
    package func count(of lexicon: Int) -> Int { 0 }

    /// The matches that ``count(of:)`` counts.
    package func found(_ lexicon: Int) -> [TextMatch] { [] }
}
