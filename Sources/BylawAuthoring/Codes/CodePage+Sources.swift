import BylawSource

/// Texts that policies put into force: how rules quote them, and what `bylaw publish --sources` reports of them.
extension CodePage {
    static let sources: [CodePage] = [
        CodePage(
            "unknown-source", "a rule quotes a source that the policy does not use",
            meaning: """
                `of` names the text by its id. The policy must name the file that describes it under `uses`.
                """,
            repair: "Correct the id, or name the file under `uses`.",
            wrong: .quoting(quoting("uses: [charter.yaml]", of: "garden.chater"), [charter, charterText]),
            right: .quoting(quoting("uses: [charter.yaml]", of: "garden.charter"), [charter, charterText])),
        CodePage(
            "ambiguous-source", "the policy uses several sources, and a rule does not say which it quotes",
            meaning:
                "A quotation is looked for in one text. With a single source it is plain which one; here it is not.",
            repair: "Add `of`, with the id of the text.",
            wrong: .quoting(
                quoting("uses: [charter.yaml, manners.yaml]"), [charter, manners, charterText, mannersText]),
            right: .quoting(
                quoting("uses: [charter.yaml, manners.yaml]", of: "garden.charter")
                    + """

                      gentle: { source: { quote: Be gentle., reading: direct, of: garden.manners }, when: post.text.contains('!!'), then: deny }
                    """,
                [charter, manners, charterText, mannersText])),
        CodePage(
            "duplicate-source", "two files describe a source of the same id",
            meaning: "Which of the texts a rule quotes could not be told.",
            repair: "Give one of them another id, or delete it.",
            wrong: .quoting(
                quoting("uses: [charter.yaml]"), [charter, .init("copy.yaml", charter.text), charterText]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "unused-source", "a text is described, and no policy puts it into force", severity: .warning,
            meaning: """
                Its sentences are in no rule book, and nobody would notice where a policy forgets them. A policy puts \
                a text into force by naming its file under `uses`.
                """,
            repair: "Name the file under `uses` of the policies that quote it, or delete it.",
            wrong: .quoting("uses: []", [charter]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "empty-quote", "a quotation is empty",
            meaning: "It would be found anywhere. A quotation shows members the very sentence that a rule rests on.",
            repair: "Copy the sentence from the text, word for word.",
            wrong: .quoting(quoting("uses: [charter.yaml]", "''"), [charter, charterText]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "invalid-address", "what should be a web address is none",
            meaning: """
                The rule book links to it, so it must begin with `https://` or `http://` and have no spaces. Other \
                links could run a script for whoever follows them.
                """,
            repair: "Write the whole address, as the browser shows it.",
            wrong: .quoting(quoting("uses: [charter.yaml]"), [charter(url: "garden.example/charter"), charterText]),
            right: .quoting(
                quoting("uses: [charter.yaml]"), [charter(url: "https://garden.example/charter"), charterText])),
        CodePage(
            "no-sources", "no policy names a text that it puts into force",
            meaning: """
                `bylaw publish --sources` compares policies with the texts that they rest on. Each text is described \
                by a file with the key `source`, which policies name under `uses`. Here there is none.
                """,
            repair: "Write such a file and name it under `uses`.",
            wrong: .quoting("uses: []", [charterText]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "unchecked-quote", "nobody says which text a rule quotes", severity: .warning,
            meaning: """
                The policy uses no source, so whether the sentence really stands there cannot be checked. The rule is \
                in force all the same.
                """,
            repair: "Describe the text in a file with the key `source`, and name it under `uses`.",
            wrong: .quoting(quoting("uses: []"), [charterText]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "not-verbatim", "a quotation does not stand in its text",
            meaning: """
                Quotations count letter for letter, spaces and marks too, whatever their `reading` is. Members would \
                read a sentence in the rule book that nobody ever agreed to.
                """,
            repair: "Copy the sentence from the text. Where the text was changed, look whether the rule still fits it.",
            wrong: .quoting(
                quoting("uses: [charter.yaml]", "Nothing is ever sold here."), [charter, charterText]),
            right: .quoting(quoting("uses: [charter.yaml]"), [charter, charterText])),
        CodePage(
            "unaccounted-sentence", "no rule quotes this sentence, and nothing says why",
            meaning: """
                A sentence was forgotten, or somebody added it to the text. Each is either quoted by a rule, at least \
                in part, or left out on purpose.
                """,
            repair: "Quote it in a rule, or list it with a reason under `omits` of the file that describes the text.",
            wrong: .quoting(
                quoting("uses: [charter.yaml]"),
                [charter, .init("charter.txt", "Nothing is sold here. We meet on Mondays.")]),
            right: .quoting(
                quoting("uses: [charter.yaml]"),
                [
                    charter(omitting: "We meet on Mondays."),
                    .init("charter.txt", "Nothing is sold here. We meet on Mondays."),
                ])),
        CodePage(
            "unmatched-omission", "what is left out on purpose does not stand in the text",
            meaning: """
                What is under `omits` counts letter for letter, as quotations do. With `from` and `to`, the words \
                under `to` must stand somewhere behind those under `from`.
                """,
            repair: "Copy the words from the text, or take the entry out where the text no longer has them.",
            wrong: .quoting(
                quoting("uses: [charter.yaml]"),
                [
                    charter(omitting: "We meet on Tuesdays."),
                    .init("charter.txt", "Nothing is sold here. We meet on Mondays."),
                ]),
            right: .quoting(
                quoting("uses: [charter.yaml]"),
                [
                    charter(omitting: "We meet on Mondays."),
                    .init("charter.txt", "Nothing is sold here. We meet on Mondays."),
                ])),
    ]
}

/// What most of the examples are made of: a garden's charter, and a rule that quotes it.
extension CodePage {
    private static let charter = CodeExample.File(
        "charter.yaml",
        """
        bylaw: 1
        source: garden.charter
        title: { en: The garden's charter }
        language: en
        file: charter.txt
        """)

    private static let charterText = CodeExample.File("charter.txt", "Nothing is sold here.")

    private static let manners = CodeExample.File(
        "manners.yaml",
        """
        bylaw: 1
        source: garden.manners
        title: { en: Manners }
        language: en
        file: manners.txt
        """)

    private static let mannersText = CodeExample.File("manners.txt", "Be gentle.")

    private static func charter(url: String) -> CodeExample.File {
        .init(charter.name, charter.text + "\nurl: \(url)")
    }

    private static func charter(omitting quote: String) -> CodeExample.File {
        .init(charter.name, charter.text + "\nomits: [{ quote: \(quote), reason: { en: It is a date. } }]")
    }

    /// A policy's keys: what it uses, and a rule with a quotation, of a source if one is named.
    private static func quoting(
        _ uses: String, _ quote: String = "Nothing is sold here.", of source: String? = nil
    ) -> String {
        """
        \(uses)
        rules:
          nothing-sold:
            source: { quote: \(quote), reading: direct\(source.map { ", of: \($0)" } ?? "") }
            when: post.text.mentions('money')
            then: deny
        """
    }
}
