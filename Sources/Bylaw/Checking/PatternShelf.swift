import BylawPattern

/// The patterns that were compiled while a set of policies is checked. Policies use the same lexicons, each checked with
/// the policy that uses it, and a pattern takes longer to compile than all else in a lexicon.
final class PatternShelf {
    private struct Key: Hashable {
        /// UTF-8, for texts that are the same to a string are not so to a pattern.
        let text: [UInt8]
        let ignoresCase: Bool
    }

    private var patterns: [Key: Pattern] = [:]

    /// Compiles a pattern that was not compiled before.
    func pattern(_ text: String, ignoresCase: Bool) throws(PatternError) -> Pattern {
        let key = Key(text: Array(text.utf8), ignoresCase: ignoresCase)
        if let known = patterns[key] { return known }
        let pattern = try Pattern(text, ignoresCase: ignoresCase)
        patterns[key] = pattern
        return pattern
    }
}
