import BylawSource

/// A regular expression in RE2's syntax, that answers in time linear in the text whatever the pattern.
///
/// It is made in three stages, and then used from any number of threads:
///
/// 1. ``Parser``: the text -> ``SyntaxTree``, simplified while it is made; every error has its place.
/// 2. ``Compiler``: the tree -> ``Program``, which reads a text forwards, and where it is needed one that reads backwards.
/// 3. ``Matcher``: the programs and a text -> spans and groups, by the fastest machine that can say them.
///
/// Its answers are RE2's, with these exceptions: bounds are ``PatternLimits``; the tables are of another version of
/// Unicode (``UnicodeSet``); and in a text that is not UTF-8, no set matches a byte that is not part of a character,
/// where RE2's `.` takes some.
package struct Pattern: Sendable {
    /// The pattern as it was written.
    package let text: String
    /// How many groups capture; the whole match is not counted.
    package let groupCount: Int
    /// The names of the groups: as many as ``PatternMatch/groups`` has, nil for the whole match and for unnamed groups.
    package let groupNames: [String?]
    /// Every match contains at least one of these byte strings, none of which is empty. An empty list promises nothing.
    package let requiredLiterals: [[UInt8]]

    /// Whether a match can begin or end inside a character: with `\C`, which takes any byte, or, if it is empty, with
    /// `\B`. Whoever cuts a text at its matches must then look.
    package let mayDivideCharacters: Bool

    let matcher: Matcher

    /// Reads and compiles a pattern.
    /// - Parameter ignoresCase: Whether case makes no difference where the pattern does not say: as behind `(?i)`.
    package init(
        _ text: String, ignoresCase: Bool = false, limits: PatternLimits = .default
    ) throws(PatternError) {
        var parser = Parser(text, limits: limits)
        if ignoresCase { parser.flags.insert(.ignoresCase) }
        try parser.parse()
        let whole = SourceRange(0, text.utf8.count)
        guard let plan = MatchPlan(parser.tree, groupCount: parser.names.count - 1, limits: limits) else {
            throw .tooLarge(whole, limit: limits.programSize)
        }
        guard plan.captureCells <= limits.captureCells else {
            throw .tooManyGroups(plan.groupCount, range: whole)
        }
        self.text = text
        groupNames = parser.names
        groupCount = plan.groupCount
        requiredLiterals = plan.requiredLiterals
        mayDivideCharacters = parser.tree.mayDivideCharacters
        matcher = Matcher(plan, limits: limits)
    }
}
