package import BylawSource

/// Why a pattern was refused, and where in its text.
package struct PatternError: Error, Sendable, Equatable {
    /// The stable name of the kind of problem: `pattern-look-around`.
    package let code: String
    /// What is wrong, worded as ``Diagnostic/message`` is.
    package let message: String
    /// The part of the pattern that is wrong, in UTF-8 offsets from the pattern's start.
    package let range: SourceRange
    /// What to write instead, where there is something.
    package let help: String?

    init(_ code: String, _ message: String, at range: SourceRange, help: String? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.help = help
    }
}
