/// What regular expressions can have wrong. The syntax is RE2's: what it leaves out cannot be matched in time.
extension CodePage {
    static let patterns: [CodePage] = [
        CodePage(
            "pattern-too-long", "the pattern is too long",
            meaning: "Long lists of words belong into a lexicon's `phrases`, which are searched all at once.",
            repair: "Write phrases.",
            wrong: .told("A pattern with ten thousand names and bars between them."),
            right: .told("The names as `phrases:`.")),
        CodePage(
            "pattern-too-deep", "groups are nested too deep",
            meaning: "No pattern of people comes near the limit.",
            repair: "Write it with fewer groups within groups.",
            wrong: .told("A pattern of several hundred opening brackets."),
            right: .told("One with few.")),
        CodePage(
            "pattern-too-large", "the pattern becomes too large",
            meaning: """
                A repetition counts as often as it repeats, and classes of many characters are large themselves.
                """,
            repair: "Repeat less, or use smaller classes.",
            wrong: .pattern(#"((\pL{1,50}){1,10}){1,2}\pL{1,900}"#),
            right: .pattern(#"\pL+"#)),
        CodePage(
            "pattern-too-many-groups", "the pattern has too many groups that are remembered",
            meaning: "Each pair of brackets remembers what it found, and that costs for every character.",
            repair: "Write `(?:…)` where a group's place is not asked for.",
            wrong: .told("A pattern with thousands of brackets."),
            right: .told("The same with `(?:…)`.")),
        CodePage(
            "pattern-unclosed-group", "a `(` is never closed",
            meaning: "A group reaches to its `)`.",
            repair: #"Close it. For the character itself write `\(`."#,
            wrong: .pattern("(for sale"),
            right: .pattern("(for sale)")),
        CodePage(
            "pattern-unexpected-parenthesis", "a `)` closes nothing",
            meaning: "There is no group open.",
            repair: #"Remove it. For the character itself write `\)`."#,
            wrong: .pattern("for sale)"),
            right: .pattern(#"for sale\)"#)),
        CodePage(
            "pattern-bad-group-name", "a group's name is none",
            meaning: "A named group is `(?P<name>…)`, and its name has letters, digits and `_`.",
            repair: "Correct the name.",
            wrong: .pattern("(?P<the price>[0-9]+)"),
            right: .pattern("(?P<price>[0-9]+)")),
        CodePage(
            "pattern-duplicate-group-name", "two groups have one name",
            meaning: "Nobody could tell which of them is asked for.",
            repair: "Rename one.",
            wrong: .pattern("(?P<found>a)|(?P<found>b)"),
            right: .pattern("(?P<found>a|b)")),
        CodePage(
            "pattern-bad-flag", "an unknown sign behind `(?`",
            meaning: """
                The flags are `i` (capitals do not matter), `m`, `s` and `U`. `(?:…)` is a group that is not \
                remembered.
                """,
            repair: "Write one of these.",
            wrong: .pattern("(?x)sale"),
            right: .pattern("(?i)sale")),
        CodePage(
            "pattern-look-around", "look-ahead and look-behind are not supported",
            meaning: """
                They cannot be matched in a time that is bounded by the length of the text, and members' texts must \
                not be able to slow a service down.
                """,
            repair: """
                Match what stands around too, and put what matters into the group `found`: `(?P<found>…)`.
                """,
            wrong: .pattern("sale(?!s)"),
            right: .pattern("(?P<found>sale)[^s]")),
        CodePage(
            "pattern-back-reference", "back-references are not supported",
            meaning: "They cannot be matched in a time that is bounded by the length of the text.",
            repair: "Write out what may be repeated.",
            wrong: .pattern(#"(a|b)\1"#),
            right: .pattern("aa|bb")),
        CodePage(
            "pattern-atomic-group", "atomic groups are not supported",
            meaning: "They exist to make slow patterns fast, and here no pattern is slow.",
            repair: "Write `(?:…)`.",
            wrong: .pattern("(?>a+)b"),
            right: .pattern("(?:a+)b")),
        CodePage(
            "pattern-recursion", "patterns that call groups are not supported",
            meaning: "They cannot be matched in a time that is bounded by the length of the text.",
            repair: "Write out the levels that occur.",
            wrong: .pattern("a(?R)?b"),
            right: .pattern("a(ab)?b")),
        CodePage(
            "pattern-conditional", "conditions in a pattern are not supported",
            meaning: "They cannot be matched in a time that is bounded by the length of the text.",
            repair: "Write the two cases with a bar between them.",
            wrong: .pattern("(a)?(?(1)b|c)"),
            right: .pattern("ab|c")),
        CodePage(
            "pattern-comment", "comments in a pattern are not supported",
            meaning: "A `reason:` beside the pattern, or a comment of YAML, says more.",
            repair: "Move the comment out of the pattern.",
            wrong: .pattern("sale(?#offers)"),
            right: .pattern("sale")),
        CodePage(
            "pattern-nothing-to-repeat", "`*`, `+`, `?` or `{…}` with nothing before it",
            meaning: "These signs repeat what stands before them.",
            repair: #"For the character itself write `\*`, `\+` or `\?`."#,
            wrong: .pattern("*sale"),
            right: .pattern(#"\*sale"#)),
        CodePage(
            "pattern-stacked-repetition", "a repetition of a repetition",
            meaning: "`a**` says the same as `a*`, so it is surely a slip.",
            repair: "Remove one sign, or put a group around what is repeated.",
            wrong: .pattern("sale**"),
            right: .pattern("sale*")),
        CodePage(
            "pattern-bad-repetition", "a repetition asks for more at least than at most",
            meaning: "`{3,2}` can never be.",
            repair: "Write the smaller number first.",
            wrong: .pattern("a{3,2}"),
            right: .pattern("a{2,3}")),
        CodePage(
            "pattern-repetition-too-large", "something is repeated too often",
            meaning: "A repetition goes up to 1,000, those within one another taken together.",
            repair: "Write `+` or `*`.",
            wrong: .pattern("a{2000}"),
            right: .pattern("a+")),
        CodePage(
            "pattern-unclosed-class", "a `[` is never closed",
            meaning: "A class of characters reaches to its `]`.",
            repair: #"Close it. For the character itself write `\[`."#,
            wrong: .pattern("[0-9"),
            right: .pattern("[0-9]")),
        CodePage(
            "pattern-bad-range", "a range of characters ends before it begins",
            meaning: "`[z-a]` holds nothing.",
            repair: "Write the smaller one first. A `-` itself stands last in the class.",
            wrong: .pattern("[9-0]"),
            right: .pattern("[0-9]")),
        CodePage(
            "pattern-unknown-set", "there is no such class of characters",
            meaning: #"Classes have the names of Unicode, `\p{Han}` or `\p{L}`, or POSIX names, `[[:alpha:]]`."#,
            repair: "Correct the name.",
            wrong: .pattern(#"\p{Hann}+"#),
            right: .pattern(#"\p{Han}+"#)),
        CodePage(
            "pattern-trailing-backslash", "a backslash at the end",
            meaning: "It changes the meaning of what follows, and nothing does.",
            repair: #"For a backslash itself write `\\`."#,
            wrong: .pattern(#"sale\"#),
            right: .pattern(#"sale\\"#)),
        CodePage(
            "pattern-bad-escape", "a backslash before something that has no meaning with it",
            meaning: #"""
                Letters behind a backslash mean kinds of characters: `\d` a digit, `\s` a space. Not all letters do.
                """#,
            repair: "Remove the backslash, or write what the message says.",
            wrong: .pattern(#"sale\Z"#),
            right: .pattern(#"sale\z"#)),
        CodePage(
            "pattern-divides-characters", "the pattern could match half of a character",
            meaning: #"""
                `\C` matches one byte, of which a letter can have four, and `\B` places between letters that belong \#
                together.
                """#,
            repair: "Write the pattern without them.",
            wrong: .pattern(#"sale\C"#),
            right: .pattern("sale.")),
    ]
}
