/// Why an expression has no value. In a policy such a rule is errored, and the request is held.
extension CodePage {
    static let values: [CodePage] = [
        CodePage(
            "missing-attribute", "the request lacks something that the condition reads",
            meaning: "Nobody can tell whether the condition holds, so the request is held.",
            repair: """
                The host has to send it. Where it may be absent, declare it as `optional` and ask with `has`.
                """,
            wrong: .told("A rule asks for `board.owner`, and the request's board has no `owner`."),
            right: .told(
                "The request has it, or the type says `owner: optional string` and the rule asks `has(board.owner)` first."
            )),
        CodePage(
            "no-such-field", "the value has no such field",
            meaning: "It was made by the expression itself, so it could not be checked before.",
            repair: "Ask with `has`, or correct the name.",
            wrong: .told("A host's function gives a record without that field."),
            right: .told("The function gives the field.")),
        CodePage(
            "no-such-key", "the map has no such key, or the list is not that long",
            meaning: """
                `m['k']` is an error where the map has no `k`, and `l[9]` where the list has fewer than ten items.
                """,
            repair: "Ask first: `'k' in m`, `size(l) > 9`, or read it as an optional: `m[?'k']`.",
            wrong: .expression("{'tomato': 3}['potato']"),
            right: .expression("{'tomato': 3}[?'potato'].orValue(0)")),
        CodePage(
            "no-such-overload", "the function does not take values of these kinds",
            meaning: """
                Where kinds are known before, it is an error when a policy is loaded; here they became known only \
                now.
                """,
            repair: "Convert the value: `string(x)`, `int(x)`.",
            wrong: .expression("dyn('3') + dyn(3)"),
            right: .expression("int('3') + 3")),
        CodePage(
            "divide-by-zero", "a division by zero",
            meaning: "It has no result.",
            repair: "Ask first whether it is zero.",
            wrong: .expression("6 / 0"),
            right: .expression("6 / 2")),
        CodePage(
            "overflow", "a whole number becomes too large",
            meaning: """
                Whole numbers go from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807. They never wrap \
                around.
                """,
            repair: "Reckon with `double`.",
            wrong: .expression("9223372036854775807 + 1"),
            right: .expression("9223372036854775806 + 1")),
        CodePage(
            "invalid-argument", "a function cannot use what it is given",
            meaning: """
                The kind is right and the value is not: no regular expression, no time zone, no base that numbers \
                have.
                """,
            repair: "Correct the value.",
            wrong: .condition("board.name.matches('[a-')"),
            right: .condition("board.name.matches('[a-z]')")),
        CodePage(
            "invalid-key", "a map cannot have this key",
            meaning: "A map has each key once, and a key is a text, a truth value or a whole number.",
            repair: "Remove the second one.",
            wrong: .expression("{'tomato': 3, 'tomato': 4}"),
            right: .expression("{'tomato': 3, 'potato': 4}")),
        CodePage(
            "empty-optional", "the value of an optional that has none",
            meaning: "`optional.none().value()` asks for what is not there.",
            repair: "Use `orValue(…)`, which says what to take then.",
            wrong: .expression("optional.none().value()"),
            right: .expression("optional.none().orValue(0)")),
        CodePage(
            "cost-limit", "the expression cost more than it may",
            meaning: """
                No condition can run without bound. One that reaches the limit cannot be evaluated, and holds.
                """,
            repair: "Loop over shorter lists, or use a lexicon.",
            wrong: .expression("lists.range(10000).all(a, lists.range(10000).all(b, a + b >= 0))"),
            right: .expression("lists.range(100).all(a, lists.range(100).all(b, a + b >= 0))")),
        CodePage(
            "size-limit", "a value became larger than it may",
            meaning: """
                A list that an expression makes has at most 1,048,576 items, and a text 16 mebibytes, so that no \
                condition fills the memory.
                """,
            repair: "Reckon with smaller ones.",
            wrong: .expression("lists.range(2000000).size() > 3"),
            right: .expression("lists.range(2000).size() > 3")),
        CodePage(
            "host", "a function of the host failed",
            meaning: "The service that embeds Bylaw has functions of its own, and one of them gave an error.",
            repair: "Ask those who run the service.",
            wrong: .told("A host's function cannot reach its data."),
            right: .told("It can.")),
    ]
}
