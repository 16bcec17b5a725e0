import BylawSource

/// What the language of conditions finds wrong before anything is judged.
extension CodePage {
    static let expressions: [CodePage] = [
        CodePage(
            "syntax", "the expression is not complete, or something stands in the wrong place",
            meaning: "A condition reads as in most languages: `a == b && c != d`, with brackets where needed.",
            repair: """
                Look at the place and right before it: an operator, a bracket or a value is missing there.
                """,
            wrong: .condition("post.topic =="),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "too-long", "the expression is too long",
            meaning: "An expression may have 65,536 bytes. Long lists of words belong into a lexicon.",
            repair: "Split it with `let`, or use a lexicon.",
            wrong: .told("A condition with ten thousand names in a list."),
            right: .told("`post.text.mentions('names')`, with the names in a lexicon.")),
        CodePage(
            "too-many-nodes", "the expression has too many parts",
            meaning: "The limit is 16,384 parts.",
            repair: "Split it into several rules, or use a lexicon.",
            wrong: .told("A list of twenty thousand numbers in a condition."),
            right: .told("The same with a lexicon or an attribute.")),
        CodePage(
            "reserved-word", "a word that the language keeps for itself",
            meaning: "Words as `for`, `if` or `while` cannot be names in conditions.",
            repair: "Choose another name.",
            wrong: .condition("while == 'offer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "bad-name", "a name that cannot be written so",
            meaning: """
                A name in a condition has letters from a to z, digits and `_`. Other names stand in backquotes, and \
                those may hold `.`, `-`, `/` and spaces.
                """,
            repair: "Correct the name.",
            wrong: .condition("post.`to+pic` == 'offer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "unterminated-name", "a name in backquotes is not closed",
            meaning: "Everything behind the backquote is taken for the name.",
            repair: "Close it.",
            wrong: .condition("post.`topic == 'offer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "unterminated-string", "a text in quotes is not closed",
            meaning: "Everything behind the quote is taken for the text.",
            repair: "Close it with the same quote.",
            wrong: .condition("post.topic == 'offer"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "bad-number", "this is no number",
            meaning: "A number has digits, one dot at most, and no unit.",
            repair: "Write the number alone. A duration is `duration('72h')`.",
            wrong: .condition("member.posts > 3x"),
            right: .condition("member.posts > 3")),
        CodePage(
            "number-range", "a number is too large for its kind",
            meaning: "Whole numbers go to 9,223,372,036,854,775,807.",
            repair: "Write a smaller one.",
            wrong: .condition("member.posts > 9999999999999999999"),
            right: .condition("member.posts > 999999999")),
        CodePage(
            "bad-macro", "`has`, `all`, `exists` and the like are written in another way",
            meaning: """
                `has` takes a field: `has(member.nick)`. `all`, `exists`, `filter` and `map` take the name of a \
                variable first: `post.links.all(l, …)`.
                """,
            repair: "Write it so.",
            wrong: .condition("has(member)"),
            right: .condition("has(member.nick)")),
        CodePage(
            "unknown-function", "there is no such function or method",
            meaning: """
                The functions are CEL's and those of Bylaw: `mentions`, `reveals`, `quotes`, `fact`, and those of \
                `standing`.
                """,
            repair: "Correct the spelling.",
            wrong: .condition("post.text.mentoins('money')"),
            right: .condition("post.text.mentions('money')")),
        CodePage(
            "no-overload", "the function does not take such values",
            meaning: "It exists, but for values of other kinds.",
            repair: "See the notes for what it takes.",
            wrong: .condition("member.posts.startsWith('1')"),
            right: .condition("board.name.startsWith('1')")),
        CodePage(
            "no-fields", "a value that has no fields",
            meaning: "Only records have fields. A text or a number has none.",
            repair: "Name the field of the record itself.",
            wrong: .condition("board.name.first == 'Balcony'"),
            right: .condition("board.name == 'Balcony'")),
        CodePage(
            "unguarded-optional", "a field that may be absent is read as if it were there",
            meaning: "Where it is absent, the condition could not be evaluated and the request would be held.",
            repair: """
                Ask first, `has(member.nick) && member.nick == 'x'`, or read it as an optional, \
                `member.?nick.orValue('')`.
                """,
            wrong: .condition("member.nick == 'ada'"),
            right: .condition("has(member.nick) && member.nick == 'ada'")),
        CodePage(
            "not-in-enumeration", "compared with a word that the attribute never is",
            meaning: "The comparison would never hold.",
            repair: "Correct the spelling, or add the word to the type.",
            wrong: .condition("post.topic == 'ofer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "not-a-text", "a text is needed that masks and lexicons may read",
            meaning: """
                Fields of the type `text` are searched and masked; those of the type `string` are ids and the like, \
                and are not.
                """,
            repair: "Declare the field as `text`.",
            wrong: .condition("board.name.mentions('money')"),
            right: .condition("post.text.mentions('money')")),
        CodePage(
            "wrong-argument", "a function is given something that it does not take",
            meaning: """
                Names of lexicons, masks, facts, tallies and roles stand in quotes, so that it can be checked that \
                they exist.
                """,
            repair: "Write the name in quotes: `mentions('money')`.",
            wrong: .condition("post.text.mentions(board.name)"),
            right: .condition("post.text.mentions('money')")),
        CodePage(
            "wrong-receiver", "`relatedTo` is asked of somebody else than the reviewer",
            meaning: "`recuse-when` says who may not decide, so it asks about the `reviewer`.",
            repair: "Write `reviewer.relatedTo(case.parties)`.",
            wrong: .policy(
                """
                review:
                  stewards: { who: [steward], recuse-when: case.relatedTo(case.parties) }
                """),
            right: .policy(
                """
                review:
                  stewards: { who: [steward], recuse-when: reviewer.relatedTo(case.parties) }
                """)),
        CodePage(
            "costly-expression", "the condition may cost more than is allowed", severity: .warning,
            meaning: """
                Loops over lists within loops over lists take long where the lists are long. What costs more than \
                the limit cannot be evaluated, and holds.
                """,
            repair: "Use a lexicon, or loop over one list only.",
            wrong: .condition("post.links.all(a, post.links.all(b, post.links.all(c, a + b + c != '')))"),
            right: .condition("post.links.all(a, a != '')")),
    ]
}
