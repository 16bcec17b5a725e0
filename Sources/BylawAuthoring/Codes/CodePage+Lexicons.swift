/// Lists of phrases.
extension CodePage {
    static let lexicons: [CodePage] = [
        CodePage(
            "empty-lexicon", "a lexicon lists nothing",
            meaning: "It would never be found.",
            repair: "Add `phrases:` or `file:`, or `hosted: true` where the service gives the phrases.",
            wrong: .policy(
                """
                lexicons:
                  money: { fold: [case] }
                """),
            right: .policy(
                """
                lexicons:
                  money: { phrases: [for sale] }
                """)),
        CodePage(
            "empty-phrase", "a phrase is blank",
            meaning: "It would be found everywhere or nowhere.",
            repair: "Remove it.",
            wrong: .policy(
                """
                lexicons:
                  money: { phrases: [for sale, ' '] }
                """),
            right: .policy(
                """
                lexicons:
                  money: { phrases: [for sale] }
                """)),
        CodePage(
            "too-many-patterns", "a lexicon, or a policy's conditions, have too many patterns",
            meaning: """
                Patterns cost more to look for than phrases, of which a lexicon may have a million. A lexicon has at \
                most 256, and the conditions of a policy 1,000 together.
                """,
            repair: "Write phrases where no pattern is needed, or a second lexicon.",
            wrong: .told("A lexicon with several hundred patterns."),
            right: .told("Phrases instead, or two lexicons.")),
        CodePage(
            "missing-column", "a table of phrases has no column `name`, or a matrix a row without a cell",
            meaning: """
                The first line of a `.tsv` file names its columns: `name`, and `aliases` where there are any. In a \
                fixture's matrix each row has a cell for each of the `columns`: what is left out would look tested, \
                and is not.
                """,
            repair: "Name the column. In a matrix, write what is expected of it in that row.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    lexicons: { shops: { file: shops.tsv } }

                    """),
                .init(
                    "shops.tsv",
                    """
                    shop	aliases
                    Green House	GH

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    lexicons: { shops: { file: shops.tsv } }

                    """),
                .init(
                    "shops.tsv",
                    """
                    name	aliases
                    Green House	GH

                    """),
            ])),
        CodePage(
            "missing-field", "a line of a table of phrases is too short",
            meaning: "The line ends before the column `name`. Columns are divided by tabs, not by spaces.",
            repair: "Add the tab and the name.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    lexicons: { shops: { file: shops.tsv } }

                    """),
                .init(
                    "shops.tsv",
                    """
                    id	name
                    7	Green House
                    8

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    lexicons: { shops: { file: shops.tsv } }

                    """),
                .init(
                    "shops.tsv",
                    """
                    id	name
                    7	Green House
                    8	Red House

                    """),
            ])),
        CodePage(
            "too-many-phrases", "a file of phrases has too many",
            meaning: "A lexicon has at most a million phrases.",
            repair: "Split it into two lexicons.",
            wrong: .told("A file with more than a million lines."),
            right: .told("Two files, each for a lexicon.")),
        CodePage(
            "not-utf8", "a line of a file of phrases is not UTF-8",
            meaning: "Such a line is in another encoding and would never be found in a text.",
            repair: "Save the file as UTF-8.",
            wrong: .told("A list that was exported in an old code page."),
            right: .told("The same list, saved as UTF-8.")),
    ]
}
