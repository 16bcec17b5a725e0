/// What `bylaw test` prints of a case that fails: not a mistake in a file, but a difference.
extension CodePage {
    static let expectations: [CodePage] = [
        CodePage(
            "outcome", "the decision is another than the one expected",
            meaning: "The notes list the rules that match, and what cannot be evaluated.",
            repair: "Either the policy does not do what is meant, or the case expects the wrong thing.",
            wrong: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { outcome: allow }
                """),
            right: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { outcome: deny }
                """)),
        CodePage(
            "unjudged", "no enforced policy judges the request",
            meaning: """
                Such a request is denied whatever it says, so a case that expects a denial would pass for the wrong \
                reason.
                """,
            repair: """
                Correct the type of the actor or resource, or the action's name. Where it is meant, expect `reason: \
                unjudged`.
                """,
            wrong: .fixture(
                """
                given:
                  actor: { type: visitor, id: v }
                  action: { name: post }
                  resource: { type: board, id: b_1 }
                cases:
                  - name: visitors may not post
                    expect: { outcome: deny }
                """),
            right: .fixture(
                """
                given:
                  actor: { type: visitor, id: v }
                  action: { name: post }
                  resource: { type: board, id: b_1 }
                cases:
                  - name: visitors may not post
                    expect: { outcome: deny, reason: unjudged }
                """)),
        CodePage(
            "reason", "the decision has another reason than the one expected",
            meaning: "Reasons are `rules`, `otherwise`, `unjudged`, `fault` and `suspended`.",
            repair: "See the notes: they name the rules that match.",
            wrong: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { outcome: allow, reason: rules }
                """),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { outcome: allow, reason: otherwise }
                """)),
        CodePage(
            "rules", "other rules match than those expected",
            meaning: "A list in a fixture is exact: rules that match and are not in it are told too.",
            repair: "Correct the list, or write `{ includes: […] }` where others do not matter.",
            wrong: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { rules: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { rules: [nothing-sold] }
                """)),
        CodePage(
            "errors", "other rules could not be evaluated than those expected",
            meaning: "A rule that lacks something it reads is errored, and the request is held.",
            repair: "See the notes for what is missing.",
            wrong: .fixture(
                """
                cases:
                  - name: a member who joined at an unknown time
                    with: { action: { topic: offer } }
                    without: actor.joined
                    expect: { errors: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a member who joined at an unknown time
                    with: { action: { topic: offer } }
                    without: actor.joined
                    expect: { errors: [newcomers-wait] }
                """)),
        CodePage(
            "waits", "other facts are awaited than those expected",
            meaning: "A held rule with `await` waits for its fact.",
            repair: "See which rules match.",
            wrong: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { waits: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { waits: [consent] }
                """)),
        CodePage(
            "cases", "other review tiers decide than those expected",
            meaning: "A held rule with `to` is put before that tier.",
            repair: "See which rules match.",
            wrong: .fixture(
                """
                cases:
                  - name: a newcomer offers something
                    with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                    expect: { cases: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a newcomer offers something
                    with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                    expect: { cases: [stewards] }
                """)),
        CodePage(
            "notices", "others are asked than those expected",
            meaning: "`asks` tells the other party of what is awaited.",
            repair: "See which rules match.",
            wrong: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { notices: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { notices: [kim] }
                """)),
        CodePage(
            "duties", "the caller must do other things than those expected",
            meaning: "Duties come with the rules whose effect is the outcome, and with those marked `always`.",
            repair: "See the notes.",
            wrong: .fixture(
                """
                cases:
                  - name: a newcomer offers something
                    with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                    expect: { duties: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: a newcomer offers something
                    with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                    expect: { duties: [{ duty: remind, to: ada }] }
                """)),
        CodePage(
            "due", "something is due at another time than the one expected",
            meaning: "It is named by its fact, its tier or its duty.",
            repair: "See `within` in the policy. Days have 24 hours.",
            wrong: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { due: { consent: 2025-05-03T10:00:00+02:00 } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a request needs consent
                    with: { action: { topic: request } }
                    expect: { due: { consent: 2025-05-04T10:00:00+02:00 } }
                """)),
        CodePage(
            "texts", "a text is masked in another way than expected",
            meaning: "What a mask rewrites stands in the decision with its path.",
            repair: "See the mask's `find` and `replace`.",
            wrong: .fixture(
                """
                cases:
                  - name: a number is masked
                    with: { action: { text: Call 555123 } }
                    expect: { texts: { action.text: Call me } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a number is masked
                    with: { action: { text: Call 555123 } }
                    expect: { texts: { action.text: Call ■■■■■■ } }
                """)),
        CodePage(
            "labels", "a label has another value than the one expected",
            meaning: "It is what the author declares or what the text shows.",
            repair: "See the label's `infer`.",
            wrong: .fixture(
                """
                cases:
                  - name: a loud post
                    with: { action: { text: Tomatoes! } }
                    expect: { labels: { tone: null } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a loud post
                    with: { action: { text: Tomatoes! } }
                    expect: { labels: { tone: loud } }
                """)),
        CodePage(
            "strikes", "the decision costs other points than those expected",
            meaning: """
                Of one incident the highest counts on each tally, unless the tally says `per-incident: sum`.
                """,
            repair: "See the rules' `strike`.",
            wrong: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { strikes: { conduct: 2 } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a sale is refused
                    with: { action: { text: Tomatoes for sale } }
                    expect: { strikes: { conduct: 1 } }
                """)),
        CodePage(
            "merits", "the decision earns other merits than those expected",
            meaning: "Merits come from rules with `merit`.",
            repair: "See which rules match.",
            wrong: .fixture(
                """
                cases:
                  - name: an offer is posted
                    with: { action: { topic: offer } }
                    expect: { merits: {} }
                """),
            right: .fixture(
                """
                cases:
                  - name: an offer is posted
                    with: { action: { topic: offer } }
                    expect: { merits: { help: 1 } }
                """)),
        CodePage(
            "state", "strikes take effect in another way than expected",
            meaning: """
                `would`: only asked so far; `charged`: it happened and counts; `if-upheld`: it counts if people \
                uphold the hold.
                """,
            repair: "See the request's `stage`.",
            wrong: .fixture(
                """
                cases:
                  - name: a sale that happened
                    with: { stage: done, action: { text: Tomatoes for sale } }
                    expect: { state: would }
                """),
            right: .fixture(
                """
                cases:
                  - name: a sale that happened
                    with: { stage: done, action: { text: Tomatoes for sale } }
                    expect: { state: charged }
                """)),
        CodePage(
            "sanctions", "the ladders bring something else than expected",
            meaning: "It depends on the points that the member has already: a case gives them with `standing`.",
            repair: "See the ladder, and the case's `standing`.",
            wrong: .fixture(
                """
                cases:
                  - name: the first sale
                    with: { action: { text: Tomatoes for sale } }
                    standing: { points: { conduct: 0 } }
                    expect: { sanctions: [suspend] }
                """),
            right: .fixture(
                """
                cases:
                  - name: the first sale
                    with: { action: { text: Tomatoes for sale } }
                    standing: { points: { conduct: 0 } }
                    expect: { sanctions: [remind] }
                """)),
        CodePage(
            "grants", "other roles or titles are earned than those expected",
            meaning: "They come from rungs `recognise`.",
            repair: "See the ladder, and the case's `standing`.",
            wrong: .fixture(
                """
                cases:
                  - name: the first offer
                    with: { stage: done, action: { topic: offer } }
                    standing: { points: { help: 0 } }
                    expect: { grants: [] }
                """),
            right: .fixture(
                """
                cases:
                  - name: the first offer
                    with: { stage: done, action: { topic: offer } }
                    standing: { points: { help: 0 } }
                    expect: { grants: [giver] }
                """)),
        CodePage(
            "remedy", "what happened is answered in another way than expected",
            meaning: """
                `if-done` of the rules says what is done; of several the strictest. Only what is `done` has a \
                remedy.
                """,
            repair: "See the request's `stage` and the rules.",
            wrong: .fixture(
                """
                cases:
                  - name: a sale that happened
                    with: { stage: done, action: { text: Tomatoes for sale } }
                    expect: { remedy: hide }
                """),
            right: .fixture(
                """
                cases:
                  - name: a sale that happened
                    with: { stage: done, action: { text: Tomatoes for sale } }
                    expect: { remedy: remove }
                """)),
        CodePage(
            "shadow", "a policy in shadow mode says something else than expected",
            meaning: "Such policies are judged and reported, and change nothing.",
            repair: "See the policy with `mode: shadow`.",
            wrong: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { shadow: { garden.trial: allow } }
                """),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    expect: { shadow: { garden.trial: deny } }
                """)),
        CodePage(
            "checklists", "other items of a checklist fail than those expected",
            meaning: "The items have the names that the rule gives them.",
            repair: "See the rule's `require`.",
            wrong: .fixture(
                """
                cases:
                  - name: many links
                    with: { action: { links: [a, b, c] } }
                    expect: { checklists: { tidy: [] } }
                """),
            right: .fixture(
                """
                cases:
                  - name: many links
                    with: { action: { links: [a, b, c] } }
                    expect: { checklists: { tidy: [few] } }
                """)),
        CodePage(
            "standing", "a member stands otherwise than expected",
            meaning: "Points, roles, titles and suspensions after the step, as the ledger reckons them.",
            repair: "See what the steps before it recorded: only what is `done` costs points.",
            wrong: .fixture(
                """
                histories:
                  - name: a sale costs a point
                    steps:
                      - { with: { stage: done, action: { text: Tomatoes for sale } }, expect: { standing: { points: { conduct: 2 } } } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a sale costs a point
                    steps:
                      - { with: { stage: done, action: { text: Tomatoes for sale } }, expect: { standing: { points: { conduct: 1 } } } }
                """)),
        CodePage(
            "case", "a case came to something else than expected",
            meaning: "Its state, verdict, tier, due time or number of votes.",
            repair: "See the tier under `review`.",
            wrong: .fixture(
                """
                histories:
                  - name: a newcomer offers something
                    steps:
                      - with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                        expect: { case: { rule: newcomers-wait, state: ruled } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a newcomer offers something
                    steps:
                      - with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }
                        expect: { case: { rule: newcomers-wait, state: open } }
                """)),
        CodePage(
            "modes", "other modes are on than those expected",
            meaning: "A mode ends by itself after the time that the policy says.",
            repair: "See `lasts` in the policy.",
            wrong: .fixture(
                """
                histories:
                  - name: an emergency ends
                    steps:
                      - { mode: { on: emergency, by: li, roles: lead }, expect: { modes: [emergency] } }
                      - { after: 25h, expect: { modes: [emergency] } }
                """),
            right: .fixture(
                """
                histories:
                  - name: an emergency ends
                    steps:
                      - { mode: { on: emergency, by: li, roles: lead }, expect: { modes: [emergency] } }
                      - { after: 25h, expect: { modes: [] } }
                """)),
        CodePage(
            "overdue", "other things are overdue than those expected",
            meaning: "Tiers, awaited facts and duties whose time has passed.",
            repair: "See `within` in the policy.",
            wrong: .fixture(
                """
                histories:
                  - name: a steward is late
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { after: 2d, expect: { overdue: [] } }
                """),
            right: .fixture(
                """
                histories:
                  - name: a steward is late
                    steps:
                      - { with: { actor: { joined: 2025-05-01T00:00:00Z }, action: { topic: offer } }, expect: { outcome: hold } }
                      - { after: 2d, expect: { overdue: [stewards, remind] } }
                """)),
        CodePage(
            "ledger", "the ledger refuses a step, or takes one that it should refuse",
            meaning: "The message says why, and `refused:` expects it: each reason has a page of its own.",
            repair: "Correct the step, or expect the refusal.",
            wrong: .fixture(
                """
                histories:
                  - name: nothing happened
                    steps:
                      - { reverse: i9 }
                      - { expect: { modes: [] } }
                """),
            right: .fixture(
                """
                histories:
                  - name: nothing happened
                    steps:
                      - { reverse: i9, expect: { refused: unknown-incident } }
                """)),
    ]
}
