/// What a fixture can have wrong before it is replayed.
extension CodePage {
    static let fixtures: [CodePage] = [
        CodePage(
            "no-fixtures", "there is no fixture to replay",
            meaning: """
                A run that tests nothing must not pass. A fixture has the key `policies`, and `cases`, `matrix` or \
                `histories`.
                """,
            repair: "Name the folder with the fixtures. With `--only`, write a part of a case's name.",
            wrong: .told("`bylaw test garden/policies`, a folder without fixtures."),
            right: .told("`bylaw test garden/fixtures`")),
        CodePage(
            "no-cases", "the fixture has no cases",
            meaning: "Without `cases`, `matrix` and `histories` it tests nothing.",
            repair: "Write a case: a name, what is different from `given`, and what is expected.",
            wrong: .fixture("cases: []"),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { outcome: allow }
                """)),
        CodePage(
            "nothing-expected", "a case expects nothing",
            meaning: "It could never fail. A list that is expected to be empty is written `[]`.",
            repair: "Say what must come of it, the `outcome` at least.",
            wrong: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: {}
                """),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { outcome: allow }
                """)),
        CodePage(
            "nothing-done", "a step does nothing and expects nothing",
            meaning: "It could be left out.",
            repair: "Say what happens or what is expected.",
            wrong: .fixture(
                """
                histories:
                  - name: a week goes by
                    steps:
                      - { with: { action: { topic: chat } }, expect: { outcome: allow } }
                      - { after: 1w }
                """),
            right: .fixture(
                """
                histories:
                  - name: a week goes by
                    steps:
                      - { with: { action: { topic: chat } }, expect: { outcome: allow } }
                      - { after: 1w, with: { action: { topic: chat } }, expect: { outcome: allow } }
                """)),
        CodePage(
            "nothing-judged", "a step expects a decision, and nothing is judged in it",
            meaning: "A step either judges a request or changes the ledger.",
            repair: "Expect a `standing` here, or judge in a step of its own.",
            wrong: .fixture(
                """
                histories:
                  - name: a steward is made
                    steps:
                      - { grant: { role: steward }, expect: { outcome: allow } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a steward is made
                    steps:
                      - { grant: { role: steward }, expect: { standing: { roles: [steward] } } }
                """)),
        CodePage(
            "several-deeds", "a step does several things",
            meaning: "Which of them comes first would not be plain.",
            repair: "Write a step for each.",
            wrong: .fixture(
                """
                histories:
                  - name: a steward is made
                    steps:
                      - { grant: { role: steward }, revoke: { role: lead }, expect: { standing: { roles: [steward] } } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a steward is made
                    steps:
                      - { revoke: { role: lead } }
                      - { grant: { role: steward }, expect: { standing: { roles: [steward] } } }
                """)),
        CodePage(
            "several-times", "a step has two times",
            meaning: "`at` says when it happens, and `after` how long after the step before.",
            repair: "Keep one of them.",
            wrong: .fixture(
                """
                histories:
                  - name: a day later
                    steps:
                      - { at: 2025-05-02T10:00:00Z, after: 1d, with: {}, expect: { outcome: allow } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a day later
                    steps:
                      - { at: 2025-05-02T10:00:00Z, with: {}, expect: { outcome: allow } }
                """)),
        CodePage(
            "ambiguous-tally", "several policies have a tally of this name",
            meaning: "Which of them is meant cannot be told.",
            repair: "Write the policy before it: `garden.posting/conduct`.",
            wrong: .told(
                "Two policies of the folder both have a tally `conduct`, and a fixture expects `strikes: { conduct: 1 }`."
            ),
            right: .told("`strikes: { garden.posting/conduct: 1 }`")),
        CodePage(
            "unknown-attribute", "no policy declares this attribute",
            meaning: """
                When a real request is judged such an attribute is passed over. In a fixture it is surely a slip: \
                the case would not test what it says.
                """,
            repair: "Correct the spelling, or declare it in the policy's types.",
            wrong: .fixture(
                """
                cases:
                  - name: an offer is posted
                    with: { action: { topc: offer } }
                    expect: { outcome: allow }
                """),
            right: .fixture(
                """
                cases:
                  - name: an offer is posted
                    with: { action: { topic: offer } }
                    expect: { outcome: allow }
                """)),
        CodePage(
            "unknown-path", "nothing is there that could be removed or looked at",
            meaning: """
                `without` names parts of the request that are taken away; `texts` names texts that a mask rewrites.
                """,
            repair: "Correct the path.",
            wrong: .fixture(
                """
                cases:
                  - name: a member without a nick posts
                    without: actor.nik
                    expect: { outcome: deny }
                """),
            right: .fixture(
                """
                cases:
                  - name: a member without a nick posts
                    without: actor.nick
                    expect: { outcome: deny }
                """)),
        CodePage(
            "unknown-item", "the checklist has no such item",
            meaning: "Items are called as the rule calls them; those within another are written `bio.link`.",
            repair: "Correct the spelling.",
            wrong: .fixture(
                """
                cases:
                  - name: many links
                    with: { action: { links: [a, b, c] } }
                    expect: { checklists: { tidy: [fwe] } }
                """),
            right: .fixture(
                """
                cases:
                  - name: many links
                    with: { action: { links: [a, b, c] } }
                    expect: { checklists: { tidy: [few] } }
                """)),
        CodePage(
            "unknown-label", "no policy has such a label",
            meaning: "Labels stand under `labels` in a policy.",
            repair: "Correct the spelling.",
            wrong: .fixture(
                """
                cases:
                  - name: a loud post
                    with: { action: { text: Tomatoes! } }
                    expect: { labels: { tune: loud } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a loud post
                    with: { action: { text: Tomatoes! } }
                    expect: { labels: { tone: loud } }
                """)),
        CodePage(
            "unknown-policy", "no policy in shadow mode has this id",
            meaning: "`shadow` names the ids of policies with `mode: shadow`.",
            repair: "Correct the id, or expect it of the enforced policies with `outcome`.",
            wrong: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { shadow: { garden.trail: deny } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { shadow: { garden.trial: deny } }
                """)),
        CodePage(
            "unknown-sanction", "there is no such sanction",
            meaning: "Sanctions are `remind`, `warn`, `suspend`, `revoke` and `recognise`.",
            repair: "Correct the spelling.",
            wrong: .fixture(
                """
                histories:
                  - name: nothing is to be given back
                    steps:
                      - { with: {}, expect: { outcome: allow } }
                      - { expect: { standing: { restores: { includes: [revok] } } } }
                """),
            right: .fixture(
                """
                histories:
                  - name: nothing is to be given back
                    steps:
                      - { with: {}, expect: { outcome: allow } }
                      - { expect: { standing: { restores: [] } } }
                """)),
    ]
}
