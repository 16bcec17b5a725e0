/// Why the ledger refuses to record or to answer.
extension CodePage {
    static let ledger: [CodePage] = [
        CodePage(
            "conflict", "the incident has cost this member something else already",
            meaning: """
                Of one incident a member gets one strike on each tally. Recording it again changes nothing, and \
                recording it with other points is refused: one of the two must be wrong.
                """,
            repair: "Give another incident its own name, or overturn the first strike: `bylaw ledger reverse`.",
            wrong: .fixture(
                """
                histories:
                  - name: one incident, two strikes
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { with: { stage: done, incident: i1, action: { text: 'TOMATOES!!' } }, expect: { refused: conflict } }
                """),
            right: .fixture(
                """
                histories:
                  - name: two incidents, two strikes
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { with: { stage: done, incident: i2, action: { text: 'TOMATOES!!' } }, expect: { outcome: deny } }
                """)),
        CodePage(
            "id-in-use", "another event has this id",
            meaning: "Each event of the ledger has an id of its own.",
            repair: "Leave the id out, and the ledger makes one.",
            wrong: .told("An event is recorded with the id of one that is there, and says something else."),
            right: .told("It is recorded with an id of its own.")),
        CodePage(
            "unknown-terms", "the terms that an event rests on are not kept",
            meaning: """
                A strike counts by the rules that held when it happened, and the ledger keeps those. Without them \
                nobody can say what it counts.
                """,
            repair: "Import the terms along with the events.",
            wrong: .told("Events are copied from one ledger to another without their terms."),
            right: .told("`bylaw ledger export` and `bylaw ledger import`, which take the terms along.")),
        CodePage(
            "undetermined-terms", "the terms of a tally are not given, or differ",
            meaning: "What is recorded pins the terms of its tally, so there must be exactly one set of them.",
            repair: "Name the folder of the policies that judged: `--policies`.",
            wrong: .told("`bylaw ledger record` with a decision, and with other policies than those that made it."),
            right: .told("The same with the policies that made it.")),
        CodePage(
            "unlisted-policy", "a decision gives points by a policy that did not judge",
            meaning: "It was changed, or put together by hand.",
            repair: "Record the decision as `bylaw judge` printed it.",
            wrong: .told("A line was removed from the `policies` of a decision."),
            right: .told("The decision as it was printed.")),
        CodePage(
            "unknown-incident", "nobody has a strike for this incident",
            meaning: "There is nothing to overturn or to appeal.",
            repair: "Look the incident up: `bylaw ledger history MEMBER`.",
            wrong: .fixture(
                """
                histories:
                  - name: nothing happened
                    steps:
                      - { reverse: i9, expect: { refused: unknown-incident } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a strike is overturned
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { reverse: i1, expect: { standing: { points: { conduct: 0 } } } }
                """)),
        CodePage(
            "damaged-event", "an event cannot be right",
            meaning: "Its points are out of range, or its terms are those of another tally.",
            repair: "Do not change a ledger by hand. `bylaw ledger verify` says what was changed.",
            wrong: .told("An event with a negative number of points is recorded by a program."),
            right: .told("The program records decisions instead.")),
        CodePage(
            "unknown-event", "there is no such event",
            meaning: "It was never recorded here, or the duty is not owed.",
            repair: "Look it up: `bylaw ledger history MEMBER`, `bylaw due`.",
            wrong: .fixture(
                """
                histories:
                  - name: nothing is owed
                    steps:
                      - { done: { duty: remind, rule: newcomers-wait }, expect: { refused: unknown-event } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a reminder was sent
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { done: { duty: remind, rule: newcomers-wait }, expect: { overdue: [] } }
                """)),
        CodePage(
            "unreadable-event", "a text is no event",
            meaning: "An event is one line of JSON, in the form that `bylaw ledger export` writes.",
            repair: "Export it anew.",
            wrong: .told("A line of an export was cut off."),
            right: .told("The whole line.")),
        CodePage(
            "not-appealable", "this cannot be appealed",
            meaning: "Only a strike, a warning or a sanction that stands can be contested.",
            repair: "There is nothing to do: it was overturned already, or it is none of these.",
            wrong: .fixture(
                """
                histories:
                  - name: it was overturned already
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { reverse: i1 }
                      - { appeal: { incident: i1 }, expect: { refused: not-appealable } }
                """),
            right: .fixture(
                """
                histories:
                  - name: it stands
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { appeal: { incident: i1 }, expect: { standing: { points: { conduct: 1 } } } }
                """)),
        CodePage(
            "appeal-too-late", "the time to appeal has passed",
            meaning: """
                `review: { appeal: { within: … } }` says how long there is, as it stood when the act happened.
                """,
            repair: "A pardon is possible at any time: `bylaw ledger pardon`.",
            wrong: .fixture(
                """
                histories:
                  - name: three weeks later
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { after: 3w, appeal: { incident: i1 }, expect: { refused: appeal-too-late } }
                """),
            right: .fixture(
                """
                histories:
                  - name: one week later
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { after: 1w, appeal: { incident: i1 }, expect: { standing: { points: { conduct: 1 } } } }
                """)),
        CodePage(
            "appeals-used-up", "it was appealed as often as it may be",
            meaning: """
                `review: { appeal: { at-most: … } }` says how often. While one appeal is open, no second one is.
                """,
            repair: "Decide the open one. A pardon is possible at any time.",
            wrong: .fixture(
                """
                histories:
                  - name: appealed twice
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { appeal: { incident: i1 } }
                      - { decide: { incident: i1, as: upheld } }
                      - { appeal: { incident: i1 }, expect: { refused: appeals-used-up } }
                """),
            right: .fixture(
                """
                histories:
                  - name: appealed once
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { appeal: { incident: i1 } }
                      - { decide: { incident: i1, as: overturned }, expect: { standing: { points: { conduct: 0 } } } }
                """)),
        CodePage(
            "appeal-not-open", "the appeal is not open",
            meaning: "It was decided or withdrawn, or never begun.",
            repair: "Open it first: `bylaw ledger appeal open`.",
            wrong: .fixture(
                """
                histories:
                  - name: decided twice
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { appeal: { incident: i1 } }
                      - { decide: { incident: i1, as: upheld } }
                      - { decide: { incident: i1, as: overturned }, expect: { refused: appeal-not-open } }
                """),
            right: .fixture(
                """
                histories:
                  - name: decided once
                    steps:
                      - { with: { stage: done, incident: i1, action: { text: Tomatoes for sale } }, expect: { outcome: deny } }
                      - { appeal: { incident: i1 } }
                      - { decide: { incident: i1, as: upheld }, expect: { standing: { points: { conduct: 1 } } } }
                """)),
        CodePage(
            "no-training", "no training lifts anything on this tally now",
            meaning: "The tally has no `training`, or as many have counted as may.",
            repair: "See `training` of the tally.",
            wrong: .fixture(
                """
                histories:
                  - name: trained twice
                    steps:
                      - { train: { tally: conduct } }
                      - { after: 1d, train: { tally: conduct }, expect: { refused: no-training } }
                """),
            right: .fixture(
                """
                histories:
                  - name: trained once
                    steps:
                      - { train: { tally: conduct }, expect: { standing: { points: { conduct: 0 } } } }
                """)),
        CodePage(
            "unknown-case", "there is no such case",
            meaning: "A case opens when a rule holds a request and names a tier.",
            repair: "List the cases: `bylaw case list`.",
            wrong: .fixture(
                """
                histories:
                  - name: nothing is held
                    steps:
                      - { with: {}, expect: { outcome: allow } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward }, expect: { refused: unknown-case } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a steward decides
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward }, expect: { case: { rule: newcomers-wait, state: ruled } } }
                """)),
        CodePage(
            "case-not-open", "the case is not open",
            meaning: "It was decided or closed, or its time has passed.",
            repair: "A ruling can be appealed: `bylaw case appeal`.",
            wrong: .fixture(
                """
                histories:
                  - name: decided already
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward } }
                      - { vote: { rule: newcomers-wait, choice: deny, by: tom, roles: steward }, expect: { refused: case-not-open } }
                """),
            right: .fixture(
                """
                histories:
                  - name: decided once
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward }, expect: { case: { rule: newcomers-wait, verdict: allow } } }
                """)),
        CodePage(
            "not-eligible", "the member has no role that decides the case",
            meaning: "`who` of the tier lists the roles that decide.",
            repair: "Let somebody else vote, or grant the role: `bylaw ledger role grant`.",
            wrong: .fixture(
                """
                histories:
                  - name: a gardener votes
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: gardener }, expect: { refused: not-eligible } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a steward votes
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward }, expect: { case: { rule: newcomers-wait, state: ruled } } }
                """)),
        CodePage(
            "recused", "the member may not decide a case that concerns them",
            meaning: """
                `recuse-when` of the tier says who may not: the parties to the case, and whoever is related to them.
                """,
            repair: "Let somebody else vote.",
            wrong: .fixture(
                """
                histories:
                  - name: the one who is held votes
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: ada, roles: steward }, expect: { refused: recused } }
                """),
            right: .fixture(
                """
                histories:
                  - name: somebody else votes
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { vote: { rule: newcomers-wait, choice: allow, by: sue, roles: steward }, expect: { case: { rule: newcomers-wait, state: ruled } } }
                """)),
        CodePage(
            "roster-needed", "nobody said of how many the majority is",
            meaning: "A tier with `majority: absolute` counts all who may vote, so they must be known.",
            repair: "Give them: `--roster`, or `reviewers` in a fixture's history.",
            wrong: .fixture(
                """
                histories:
                  - name: a council without members
                    steps:
                      - { with: { action: { links: [council] } }, expect: { outcome: hold } }
                      - { vote: { rule: hard, choice: allow, by: sue, roles: council }, expect: { refused: roster-needed } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a council of two
                    reviewers: { sue: council, tom: council }
                    steps:
                      - { with: { action: { links: [council] } }, expect: { outcome: hold } }
                      - { vote: { rule: hard, choice: allow, by: sue }, expect: { case: { rule: hard, state: open } } }
                """)),
        CodePage(
            "may-not-switch", "the member has no role that may switch the mode",
            meaning: "`on-by` lists the roles that may.",
            repair: "Let somebody with such a role switch it.",
            wrong: .fixture(
                """
                histories:
                  - name: a gardener calls an emergency
                    steps:
                      - { mode: { on: emergency, by: li, roles: gardener }, expect: { refused: may-not-switch } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a lead calls an emergency
                    steps:
                      - { mode: { on: emergency, by: li, roles: lead }, expect: { modes: [emergency] } }
                """)),
        CodePage(
            "renewals-used-up", "the mode was renewed as often as it may be",
            meaning: "`renewals` says how often, so that an exception does not become the rule.",
            repair: "Let it end. Then it can be switched on anew.",
            wrong: .fixture(
                """
                histories:
                  - name: renewed twice
                    steps:
                      - { mode: { on: emergency, by: li, roles: lead } }
                      - { after: 1h, mode: { on: emergency, by: li, roles: lead } }
                      - { after: 1h, mode: { on: emergency, by: li, roles: lead }, expect: { refused: renewals-used-up } }
                """),
            right: .fixture(
                """
                histories:
                  - name: renewed once
                    steps:
                      - { mode: { on: emergency, by: li, roles: lead } }
                      - { after: 1h, mode: { on: emergency, by: li, roles: lead }, expect: { modes: [emergency] } }
                """)),
        CodePage(
            "damaged-terms", "terms that the ledger keeps were changed",
            meaning: "They no longer fit their digest.",
            repair: "Restore the ledger from a backup.",
            wrong: .told("Somebody changes the points of a tally in the ledger's file."),
            right: .told("The file as it was.")),
        CodePage(
            "damaged-entry", "an entry of the ledger was changed",
            meaning: "Entries are chained by a key, so that a change to any of them shows.",
            repair: "Restore the ledger from a backup.",
            wrong: .told("Somebody deletes a strike from the ledger's file."),
            right: .told("The strike is overturned instead: `bylaw ledger reverse`.")),
        CodePage(
            "missing-entries", "entries of a member are missing",
            meaning: "More were recorded than are there.",
            repair: "Restore the ledger from a backup.",
            wrong: .told("Somebody deletes the last line of a member's record."),
            right: .told("The record as it was.")),
        CodePage(
            "wrong-key", "the ledger was begun with another key",
            meaning: "Without its key nobody can tell whether it was changed.",
            repair: "Give the right key: `--key-file` or `BYLAW_LEDGER_KEY`.",
            wrong: .told("The key was made anew, and the ledger is the old one."),
            right: .told("The key with which the ledger was begun.")),
        CodePage(
            "key-needed", "a member can be forgotten only in a ledger with a key",
            meaning: "Without one anybody could tell whom a pseudonym stands for.",
            repair: "Begin the ledger with a key.",
            wrong: .told("`bylaw ledger forget` in a ledger that was begun without a key."),
            right: .told("The same in a ledger that was begun with `--key-file`.")),
        CodePage(
            "import-refused", "a line cannot be imported",
            meaning: "The ledger holds other entries already, or the lines do not follow on from one another.",
            repair: "Import into an empty ledger, and the whole export.",
            wrong: .told("`bylaw ledger import` into a ledger that is in use."),
            right: .told("The same into a new one.")),
        CodePage(
            "ledger-unavailable", "the ledger cannot be reached",
            meaning: """
                It is locked, full, not there, or refuses. Until it answers nobody is let through whom it would have \
                stopped.
                """,
            repair: "Look at the reason that the message names.",
            wrong: .told("The ledger's file belongs to another user."),
            right: .told("It belongs to the one who runs `bylaw`.")),
    ]
}
