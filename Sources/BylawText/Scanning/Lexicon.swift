package import BylawPattern

/// A named list of phrases, looked for in one way.
package struct Lexicon: Sendable {
    package var name: String
    package var phrases: [Phrase]
    /// Regular expressions beside them; their matches are numbered after the phrases.
    package var patterns: [Pattern]
    package var profile: FoldProfile
    /// A match that lies inside one of these does not count: `apple pie` is no company.
    package var exceptions: [Phrase]
    /// The same as regular expressions.
    package var exceptionPatterns: [Pattern]
    /// What widens a match.
    package var affixes: Affixes

    package init(
        name: String, phrases: [Phrase], patterns: [Pattern] = [], profile: FoldProfile = .default,
        exceptions: [Phrase] = [],
        exceptionPatterns: [Pattern] = [],
        affixes: Affixes = Affixes()
    ) {
        self.name = name
        self.phrases = phrases
        self.patterns = patterns
        self.profile = profile
        self.exceptions = exceptions
        self.exceptionPatterns = exceptionPatterns
        self.affixes = affixes
    }
}
