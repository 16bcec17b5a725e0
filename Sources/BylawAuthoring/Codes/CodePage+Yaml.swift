import BylawSource

/// What the text of a file can have wrong, before anything in it has a meaning.
extension CodePage {
    static let yaml: [CodePage] = [
        CodePage(
            "empty-document", "the file has nothing in it",
            meaning: """
                A file without any key says nothing, so it is neither a policy nor a fixture. A file of comments \
                alone is empty too.
                """,
            repair: "Write the policy, or delete the file.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    # to be written

                    """)
            ]),
            right: .policy(
                """
                # the first keys of every policy
                bylaw: 1
                """)),
        CodePage(
            "several-documents", "one file holds several documents",
            meaning: """
                `---` in a file begins a second document. Only one would be read, so a file with two is refused.
                """,
            repair: "Put each document in a file of its own.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    ---
                    bylaw: 1
                    policy: garden.swaps

                    """)
            ]),
            right: .policy(
                """
                bylaw: 1
                policy: garden.swaps
                """)),
        CodePage(
            "duplicate-key", "the same key stands twice in one mapping or object",
            meaning: """
                Which of the two should hold, nobody can tell: some readers take the first and some the last. So the \
                second is an error, in YAML and in JSON.
                """,
            repair: "Keep one of the two, or join what they say.",
            wrong: .policy(
                """
                otherwise: allow
                otherwise: deny
                """),
            right: .policy("otherwise: deny")),
        CodePage(
            "empty-key", "a colon without a key before it",
            meaning: "A mapping's entry has a key, then a colon, then a value.",
            repair: "Write the key before the colon.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  : { text: text }
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text, topic: offer | request | chat, links: [string] }
                  Board: { name: string, owner: string }
                """)),
        CodePage(
            "complex-key", "a list or mapping where a key belongs",
            meaning: """
                YAML allows lists and mappings as keys. Bylaw does not: a key is a plain text. Most often this comes \
                from a text that begins with a brace or bracket.
                """,
            repair: "Put the text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: gardeners
                  [a, b]: c
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                  tags: [a, b]
                """)),
        CodePage(
            "anchor-name", "an anchor or alias whose name is none",
            meaning: """
                `&` before a text names it and `*` repeats what has that name. A text that only happens to begin \
                with one of these signs must stand in quotes.
                """,
            repair: "Put the text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: & gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: '& gardeners'
                """)),
        CodePage(
            "unknown-anchor", "an alias repeats something that is not there",
            meaning: "`*name` repeats what was marked with `&name` further up in the same file.",
            repair: """
                Write `&name` where it is first said, correct the name, or put a text that begins with `*` in \
                quotes.
                """,
            wrong: .policy(
                """
                meta:
                  owner: *gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: '*gardeners*'
                """)),
        CodePage(
            "recursive-alias", "an alias stands inside of what it repeats",
            meaning: "It would repeat itself without end.",
            repair: "Write out what is meant.",
            wrong: .policy(
                """
                meta: &meta
                  tags: [*meta]
                """),
            right: .policy(
                """
                meta:
                  tags: [meta]
                """)),
        CodePage(
            "merge-key", "the merge key `<<` is not supported",
            meaning: """
                Some YAML readers copy one mapping into another for `<<`, and others do not. What a policy says must \
                not depend on its reader.
                """,
            repair: "Write the keys out.",
            wrong: .policy(
                """
                meta:
                  <<: { owner: gardeners }
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                """)),
        CodePage(
            "tag", "a tag gives a value a type",
            meaning: """
                A text that begins with `!` is a tag for YAML, and tags can change what a value is. Policies have no \
                use for them.
                """,
            repair: "Remove the tag, or put the text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: !gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: '!gardeners'
                """)),
        CodePage(
            "directive", "a line at the start of the file begins with `%` and is no directive",
            meaning: "YAML reads a line that begins with `%` as an instruction to itself.",
            repair: "Remove the line, or put the text in quotes.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    %FOO
                    ---
                    bylaw: 1

                    """)
            ]),
            right: .policy("bylaw: 1")),
        CodePage(
            "tab-indentation", "a line is indented with a tab",
            meaning: """
                How wide a tab is, every editor decides for itself, so YAML allows only spaces before a key.
                """,
            repair: "Indent with spaces. Most editors can be told to.",
            wrong: .policy(
                """
                meta:
                	owner: gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                """)),
        CodePage(
            "bad-indentation", "a line stands in a column that fits nothing above it",
            meaning: "The keys of one mapping, and the items of one list, begin in the same column.",
            repair: "Give the line as many spaces as the lines that it belongs beside.",
            wrong: .policy(
                """
                meta:
                    owner: gardeners
                  tags: [plants]
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                  tags: [plants]
                """)),
        CodePage(
            "missing-colon", "a key has no `:` behind it, or no space behind the colon",
            meaning: "A key is followed by a colon and a space, or by a colon at the end of its line.",
            repair: "Write `key: value`. A text that goes on in the next line is indented deeper than its key.",
            wrong: .policy(
                """
                meta:
                  owner gardeners
                  tags: [plants]
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                  tags: [plants]
                """)),
        CodePage(
            "unexpected-colon", "a second `: ` in a line",
            meaning: "A colon with a space behind it ends a key, so a text that holds one must stand in quotes.",
            repair: "Put the text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: gardeners: Ada and Kim
                """),
            right: .policy(
                """
                meta:
                  owner: 'gardeners: Ada and Kim'
                """)),
        CodePage(
            "unexpected-dash", "a list begins in the middle of a line",
            meaning: "The items of a list stand in lines of their own.",
            repair: "Begin the list in the next line, or write it in brackets: `[a, b]`.",
            wrong: .policy("languages: - en"),
            right: .policy(
                """
                languages:
                  - en
                """)),
        CodePage(
            "unexpected-text", "text follows where nothing can",
            meaning: "Something stands in a line that is complete already: behind an alias, for instance.",
            repair: "Write the whole text, and put it in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: &owner Ada
                  category: *owner Lovelace
                """),
            right: .policy(
                """
                meta:
                  owner: Ada
                  category: Ada Lovelace
                """)),
        CodePage(
            "text-after-value", "text goes on behind closing quotes or brackets",
            meaning: """
                What begins with a quote or a bracket ends with the matching one. A placeholder at the start of a \
                message is the usual case: `{member.nick}, welcome`.
                """,
            repair: "Put the whole text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: "Ada" and Kim
                """),
            right: .policy(
                """
                meta:
                  owner: '"Ada" and Kim'
                """)),
        CodePage(
            "unclosed-quote", "a quote is opened and not closed",
            meaning: "Everything up to the next quote is taken for text, however many lines away.",
            repair: "Close the quote where the text ends. Within single quotes an apostrophe is written twice.",
            wrong: .policy(
                """
                meta:
                  owner: "gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: "gardeners"
                """)),
        CodePage(
            "unclosed-bracket", "a bracket or brace is opened and not closed",
            meaning: "Everything that follows is taken for a part of the list or mapping.",
            repair: "Close it, or put a text that begins with a bracket in quotes.",
            wrong: .policy("languages: [en, ja"),
            right: .policy("languages: [en]")),
        CodePage(
            "unexpected-bracket", "a closing bracket that closes nothing",
            meaning: "There is no bracket open that it could close.",
            repair: "Remove it, or put the text in quotes.",
            wrong: .policy("languages: [en]]"),
            right: .policy("languages: [en]")),
        CodePage(
            "missing-comma", "a comma is missing in a list or mapping in brackets",
            meaning: "Within `[ ]` and `{ }` a comma stands between any two entries.",
            repair: "Add the comma. A text that holds brackets, quotes or colons stands in quotes.",
            wrong: .policy(#"meta: { owner: "gardeners" tags: [plants] }"#),
            right: .policy(#"meta: { owner: "gardeners", tags: [plants] }"#)),
        CodePage(
            "missing-value", "the file ends where a value is due",
            meaning: "A list or mapping was begun at the end of the file, and nothing follows.",
            repair: "Write the value, and close the bracket.",
            wrong: .policy("languages: ["),
            right: .policy("languages: [en]")),
        CodePage(
            "unexpected-character", "a character that means nothing in this place",
            meaning: """
                Some signs have a meaning of their own in YAML or in a condition and cannot stand just anywhere.
                """,
            repair: """
                Put a text that begins with such a sign in quotes. In a condition write the operator that is meant: \
                `&&` for `&`, `==` for `=`.
                """,
            wrong: .condition("post.topic = 'offer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "reserved-character", "a text begins with `@` or a backquote",
            meaning: "YAML keeps these two signs for later and allows no plain text to begin with them.",
            repair: "Put the text in quotes.",
            wrong: .policy(
                """
                meta:
                  owner: @gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: '@gardeners'
                """)),
        CodePage(
            "block-header", "text behind `|` or `>`",
            meaning: """
                `|` and `>` announce a text that begins in the next line. Behind them stands nothing but a digit or \
                a sign for the line breaks.
                """,
            repair: "Begin the text in the next line.",
            wrong: .policy(
                """
                meta:
                  owner: > gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: >
                    gardeners
                """)),
        CodePage(
            "bad-escape", "a backslash begins an escape that does not exist",
            meaning: #"""
                In double quotes of YAML, and in strings of conditions, a backslash changes the meaning of what \#
                follows: `\n` is a line break.
                """#,
            repair: #"Write `\\` for a backslash. In YAML, single quotes leave backslashes alone."#,
            wrong: .policy(
                #"""
                meta:
                  owner: "C:\gardeners"
                """#),
            right: .policy(
                #"""
                meta:
                  owner: 'C:\gardeners'
                """#)),
        CodePage(
            "control-character", "an invisible control character",
            meaning: """
                Such characters come from copying out of other programs. Nobody sees them, and they change what a \
                text is equal to.
                """,
            repair: #"Delete the character, or write it as `\u0007` in double quotes."#,
            wrong: .policy(
                """
                meta:
                  owner: gard\u{7}eners
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners
                """)),
        CodePage(
            "line-separator", "a character that ends a line for some readers only",
            meaning: """
                The characters U+0085, U+2028 and U+2029 are line breaks for some programs and text for others.
                """,
            repair: #"Delete the character, or write it as `\u2028` in double quotes."#,
            wrong: .policy(
                """
                meta:
                  owner: gardeners\u{2028}and friends
                """),
            right: .policy(
                """
                meta:
                  owner: gardeners and friends
                """)),
        CodePage(
            "not-utf-8", "the file is not saved as UTF-8",
            meaning: "Bylaw reads one encoding only, so that a text is the same for everybody.",
            repair: "Save the file as UTF-8. Every editor can.",
            wrong: .told(
                "A file is saved in another encoding: as UTF-16, as Shift JIS, or in an old Windows code page."),
            right: .told("The same file, saved as UTF-8.")),
        CodePage(
            "yaml-syntax", "the text is not YAML",
            meaning: "The YAML reader stopped here, for a reason that has no page of its own.",
            repair: "Look at the line, and at the one above it.",
            wrong: .told(
                "No text is known that comes to this: every way in which the YAML reader stops has a code of its own. A newer one may stop in new ways."
            ),
            right: .told("The line is changed to what YAML allows.")),
        CodePage(
            "flow-text", "a comma ends a text within braces", severity: .warning,
            meaning: """
                Within `{ }` a comma begins the next entry, so the rest of the sentence becomes a key without a \
                value.
                """,
            repair: "Put the sentence in quotes.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: Sorry, nothing is sold here. }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: 'Sorry, nothing is sold here.' }
                """)),
        CodePage(
            "comment-text", "a `#` within a text begins a comment", severity: .warning,
            meaning: """
                Behind a space `#` begins a comment, so the rest of the line is not read. Nobody is told of it \
                otherwise.
                """,
            repair: "Put the text in quotes. If a comment is meant, put a space behind `#`.",
            wrong: .policy(
                """
                meta:
                  owner: channel #gardeners
                """),
            right: .policy(
                """
                meta:
                  owner: 'channel #gardeners'
                """)),
        CodePage(
            "file-too-large", "a file is larger than the limit",
            meaning:
                "Policies and fixtures have at most one mebibyte, files of phrases at most 32, and texts that policies quote at most 16.",
            repair: "Split the file. Long lists of phrases belong into a lexicon's `file:`.",
            wrong: .told("A policy file of two mebibytes."),
            right: .told("Two policies in two files, or the phrases in a file of their own.")),
        CodePage(
            "too-deep", "lists, mappings, brackets, types or files are nested too deep",
            meaning: """
                The limit keeps a hostile file from using up the machine. No policy of people comes near it: 64 \
                levels in YAML, 48 brackets in a condition, and 32 of types that hold one another, names under `let` that \
                stand for one another, and files that use one another.
                """,
            repair: "Write it with fewer levels.",
            wrong: .condition(
                "((((((((((((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))))))))))))"
            ),
            right: .condition("(true)")),
        CodePage(
            "too-many-values", "a file has too many values",
            meaning: """
                The limit is 100,000 values and keys, and what an alias repeats counts each time. In a request it is \
                a limit of JSON.
                """,
            repair: "Split the file.",
            wrong: .told("A list of 150,000 phrases in the policy itself."),
            right: .told("The same phrases in a lexicon's `file:`, a phrase a line.")),
        CodePage(
            "too-many-anchors", "a file has too many anchors",
            meaning: "At most 32 values may be marked with `&name`.",
            repair: "Write out what is repeated.",
            wrong: .told("A file with 33 anchors."),
            right: .told("A file with fewer.")),
        CodePage(
            "too-many-aliases", "a file has too many aliases",
            meaning: """
                At most 128 times `*name` may repeat something: a few lines of aliases that repeat aliases can stand \
                for billions of values.
                """,
            repair: "Write out what is repeated.",
            wrong: .told("A file with 129 aliases."),
            right: .told("A file with fewer.")),
        CodePage(
            "text-too-long", "one text in the file is too long",
            meaning: "One text may have at most 256 kibibytes.",
            repair: "Split it, or put phrases in a lexicon's `file:`.",
            wrong: .told("A message of 300,000 letters."),
            right: .told("A shorter one.")),
        CodePage(
            "too-many-problems", "there are too many problems in the text of one file",
            meaning: """
                After 100 problems the rest of a file is not read: most of what follows would come from the first \
                few.
                """,
            repair: "Mend the first ones and check again.",
            wrong: .told("A file of a thousand lines that are no YAML."),
            right: .told("A file with fewer slips.")),
    ]
}
