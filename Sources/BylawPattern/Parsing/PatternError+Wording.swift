import BylawSource

/// Every message that a pattern can be refused with, in the order in which a pattern is read.
extension PatternError {
    static func tooLong(_ bytes: Int, limit: Int) -> PatternError {
        PatternError(
            "pattern-too-long", "the pattern has \(bytes) bytes, more than the \(limit) that are allowed",
            at: SourceRange(0, bytes))
    }

    static func tooDeep(_ range: SourceRange, limit: Int) -> PatternError {
        PatternError("pattern-too-deep", "groups and repetitions nest more than \(limit) deep", at: range)
    }

    static func tooLarge(_ range: SourceRange, limit: Int) -> PatternError {
        PatternError(
            "pattern-too-large", "the pattern would become more than \(limit) instructions", at: range,
            help: "repeat less, or use smaller classes")
    }

    static func tooManyGroups(_ groups: Int, range: SourceRange) -> PatternError {
        PatternError(
            "pattern-too-many-groups", "\(groups) groups are too many for so large a pattern", at: range,
            help: "write `(?:…)` where a group's place is not asked for")
    }

    // MARK: Groups

    static func unclosedGroup(_ range: SourceRange) -> PatternError {
        PatternError("pattern-unclosed-group", "this group is never closed", at: range, help: "close it with `)`")
    }

    static func unexpectedParenthesis(_ range: SourceRange) -> PatternError {
        PatternError(
            "pattern-unexpected-parenthesis", "this `)` closes nothing", at: range,
            help: "write `\\)` for the character itself")
    }

    static func unclosedGroupName(_ range: SourceRange) -> PatternError {
        PatternError("pattern-bad-group-name", "the name of this group has no end", at: range, help: "end it with `>`")
    }

    static func badGroupName(_ name: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-bad-group-name", "`\(name)` cannot name a group", at: range,
            help: "use letters, digits and `_`")
    }

    static func duplicateGroupName(_ name: String, at range: SourceRange) -> PatternError {
        PatternError("pattern-duplicate-group-name", "two groups have the name `\(name)`", at: range)
    }

    static func badFlag(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-bad-flag", "`\(written)` is not understood behind `(?`", at: range,
            help: "the flags are `i`, `m`, `s` and `U`; `(?:…)` groups, `(?P<name>…)` names")
    }

    static func lookAround(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-look-around",
            "look-around, as in `\(written)…)`, is not supported, for it cannot be matched in linear time", at: range,
            help: "match what stands around too, and put the part that matters in a group")
    }

    static func backReference(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-back-reference",
            "back-references, as `\(written)`, are not supported, for they cannot be matched in linear time",
            at: range, help: "write out what may be repeated")
    }

    static func atomicGroup(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-atomic-group", "atomic groups, as `\(written)…)`, are not supported", at: range,
            help: "write `(?:…)`: no pattern can become slow here")
    }

    static func recursion(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-recursion",
            "patterns that call groups, as `\(written)…)`, are not supported, for they cannot be matched in linear time",
            at: range)
    }

    static func conditional(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-conditional",
            "conditions in a pattern, as `\(written)…`, are not supported, for they cannot be matched in linear time",
            at: range, help: "write the two cases as alternatives: `(?:…|…)`")
    }

    static func comment(_ written: String, at range: SourceRange) -> PatternError {
        PatternError("pattern-comment", "comments, as `\(written)…)`, are not supported", at: range)
    }

    // MARK: Repetitions

    static func nothingToRepeat(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-nothing-to-repeat", "nothing stands before `\(written)` that could be repeated", at: range,
            help: "write `\\\(written)` for the character itself")
    }

    static func stackedRepetition(_ written: String, isPossessive: Bool, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-stacked-repetition", "`\(written)` repeats what is a repetition already", at: range,
            help: isPossessive
                ? "leave the `+` out: no pattern can become slow here, so nothing need be possessive"
                : "put what comes before in a group: `(?:…)\(written)`")
    }

    static func repetitionReversed(_ written: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-bad-repetition", "`\(written)` asks for more at least than at most", at: range)
    }

    static func repetitionTooLarge(_ written: String, limit: Int, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-repetition-too-large", "`\(written)` repeats more than \(limit) times", at: range)
    }

    static func repetitionsTooLarge(
        _ written: String, product: Int, limit: Int, at range: SourceRange
    ) -> PatternError {
        PatternError(
            "pattern-repetition-too-large",
            "with those inside it, `\(written)` repeats \(product) times, more than \(limit)", at: range)
    }

    // MARK: Classes

    static func unclosedClass(_ range: SourceRange) -> PatternError {
        PatternError(
            "pattern-unclosed-class", "this `[` is never closed", at: range,
            help: "close it with `]`, or write `\\[` for the character itself")
    }

    static func rangeReversed(_ written: String, at range: SourceRange) -> PatternError {
        PatternError("pattern-bad-range", "the range `\(written)` ends before it starts", at: range)
    }

    static func unknownPOSIXClass(_ name: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-unknown-set", "no class has the name `[:\(name):]`", at: range,
            help: Spelling.suggestion(for: name, in: UnicodeSet.posixNames))
    }

    static func unknownProperty(_ name: String, at range: SourceRange) -> PatternError {
        PatternError(
            "pattern-unknown-set", "Unicode has no category or script `\(name)` that patterns know", at: range,
            help: Spelling.suggestion(for: name, in: UnicodeSet.propertyNames))
    }

    static func unclosedProperty(_ range: SourceRange) -> PatternError {
        PatternError(
            "pattern-unknown-set", "the name of a category or script is missing its end", at: range,
            help: "write `\\p{Han}` or `\\pL`")
    }

    // MARK: Escapes

    static func trailingBackslash(_ range: SourceRange) -> PatternError {
        PatternError(
            "pattern-trailing-backslash", "nothing follows the last `\\`", at: range,
            help: "write `\\\\` for the character itself")
    }

    static func badHexadecimal(_ range: SourceRange) -> PatternError {
        PatternError(
            "pattern-bad-escape", "this is no character's hexadecimal number", at: range,
            help: "write two digits, `\\x7F`, or any in braces up to `\\x{10FFFF}`")
    }

    /// An escape that means nothing to RE2. What it means to others decides the reason.
    static func badEscape(_ written: String, at range: SourceRange) -> PatternError {
        if let last = written.utf8.last, "123456789kg".utf8.contains(last) { return backReference(written, at: range) }
        let instead: [String: String] = [
            "\\Z": "write `\\z` for the end of the text, `\\n?\\z` to allow a last line break",
            "\\h": "write `[ \\t]`",
            "\\R": "write `(?:\\r\\n|\\n|\\r)`",
            "\\N": "write `[^\\n]`",
            "\\X": "write `.` for one character",
            "\\u": "write `\\x{…}`",
            "\\U": "write `\\x{…}`",
            "\\e": "write `\\x1B`",
            "\\c": "write `\\x…`",
            "\\K": "put the part that matters in a group",
            "\\G": "write `\\A` for the start of the text",
            "\\E": "`\\E` ends what `\\Q` began",
        ]
        return PatternError(
            "pattern-bad-escape", "`\(written)` has no meaning", at: range, help: instead[written])
    }
}
