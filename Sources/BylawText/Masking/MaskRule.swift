/// One mask: what it looks for and what it puts in its place. What a request adds (values) comes with the request.
package struct MaskRule: Sendable {
    package let name: String
    /// The folding under which values are found.
    package let profile: FoldProfile
    /// The indices of lexicons in the masker's scanner.
    package let lexicons: [Int]
    /// How a value of the request must stand in the text.
    package let boundary: Phrase.Boundary
    /// What may stand beside a value of the request and belongs to it.
    package let affixes: Lexicon.Affixes
    package let replacement: MaskReplacement

    package init(
        name: String, profile: FoldProfile = .default, lexicons: [Int] = [], boundary: Phrase.Boundary = .word,
        affixes: Lexicon.Affixes = Lexicon.Affixes(), replacement: MaskReplacement
    ) {
        self.name = name
        self.profile = profile
        self.lexicons = lexicons
        self.boundary = boundary
        self.affixes = affixes
        self.replacement = replacement
    }
}
