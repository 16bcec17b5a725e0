/// Names that nobody declared, or that mean two things.
extension CodePage {
    static let names: [CodePage] = [
        CodePage(
            "too-many-names", "a policy declares too many of one kind",
            meaning: """
                A policy has at most 5,000 rules, and 1,000 of every other kind of name: types, fields of a type, names \
                under `let`, masks, tiers. Nobody could keep more of them apart.
                """,
            repair: "Write several policies.",
            wrong: .told("A policy with 1,200 names under `let`."),
            right: .told("Two policies with 600 each.")),
        CodePage(
            "unknown-name", "nothing has this name",
            meaning: """
                In a condition a name is a part of the request as `judges` calls it (`member`, `post`, `board`), a \
                name under `let`, or one of `actor`, `action`, `resource`, `context`, `standing`, `facts` and `now`.
                """,
            repair: "Correct the spelling. A word that is meant as text stands in quotes.",
            wrong: .condition("post.topic == offer"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "unknown-field", "there is no such field",
            meaning: """
                `types` lists the fields of each part of a request. One that is not there would always be missing.
                """,
            repair: "Correct the spelling, or declare the field.",
            wrong: .condition("post.topik == 'offer'"),
            right: .condition("post.topic == 'offer'")),
        CodePage(
            "unknown-action", "the policy judges no such action",
            meaning: "The actions are those under `judges: { action: … }`.",
            repair: "Correct the spelling, or let the policy judge it.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { on: psot, when: post.text.mentions('money'), then: deny }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { on: post, when: post.text.mentions('money'), then: deny }
                """)),
        CodePage(
            "unknown-rule", "there is no such rule",
            meaning: """
                Softeners and fixtures name rules as they are called under `rules`; a label's own rules are called \
                `label.missing`, `label.contradicted` and `label.unsupported`. Rules that a request says are \
                `stopped` are named with their policy: `garden.posting/nothing-sold`.
                """,
            repair: "Correct the spelling.",
            wrong: .policy(
                """
                softens:
                  kindness: { when: member.posts > 100, rules: [nothing-soled], to: { then: hold, to: stewards } }
                """),
            right: .policy(
                """
                softens:
                  kindness: { when: member.posts > 100, rules: [nothing-sold], to: { then: hold, to: stewards } }
                """)),
        CodePage(
            "unknown-role", "there is no such role",
            meaning: "Roles are declared under `roles`, or by being named as who decides, asks or grants.",
            repair: "Correct the spelling, or declare it under `roles`.",
            wrong: .policy(
                """
                roles: { gardener: { granted-by: steward } }
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: revoke, role: gardner }] }
                """),
            right: .policy(
                """
                roles: { gardener: { granted-by: steward } }
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: revoke, role: gardener }] }
                """)),
        CodePage(
            "unknown-title", "no tally gives such a title",
            meaning: """
                Titles are what ladders recognise members with: `{ at: 10, sanction: recognise, title: … }`.
                """,
            repair: "Correct the spelling, or add the rung.",
            wrong: .condition("standing.hasTitle('green thumb')"),
            right: .policy(
                """
                tallies:
                  help: { within: forever, ladder: [{ at: 10, sanction: recognise, title: green thumb }] }
                rules:
                  open: { when: "standing.hasTitle('green thumb')", then: allow }
                """)),
        CodePage(
            "unknown-fact", "there is no such fact",
            meaning: "The facts that a policy waits for or asks about stand under `facts`.",
            repair: "Correct the spelling, or declare the fact.",
            wrong: .condition("fact('consnet')"),
            right: .condition("fact('consent')")),
        CodePage(
            "unknown-lexicon", "there is no such lexicon",
            meaning: "Lexicons stand under `lexicons`, here or in a file under `uses`.",
            repair: "Correct the spelling, or add the file to `uses`.",
            wrong: .condition("post.text.mentions('mony')"),
            right: .condition("post.text.mentions('money')")),
        CodePage(
            "unknown-mask", "there is no such mask",
            meaning: "`reveals` asks whether a text still shows what one of the policy's masks hides.",
            repair: "Correct the spelling, or declare the mask under `masks`.",
            wrong: .condition("post.text.reveals('phone')"),
            right: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, verify: post.text, replace: { redact: true } }
                rules:
                  phone: { when: post.text.reveals('phone'), then: deny }
                """)),
        CodePage(
            "unknown-tally", "there is no such tally",
            meaning: "Strikes and merits are counted on what `tallies` declares.",
            repair: "Correct the spelling, or declare the tally.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { condukt: 1 } }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: 1 } }
                """)),
        CodePage(
            "unknown-tier", "there is no such review tier",
            meaning: "Who decides held cases stands under `review`.",
            repair: "Correct the spelling, or declare the tier.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: hold, to: steward }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: hold, to: stewards }
                """)),
        CodePage(
            "unknown-mode", "no policy declares this mode",
            meaning: """
                Who may switch a mode, and for how long, is declared under `modes` in one of the policies.
                """,
            repair: "Correct the spelling, or declare it.",
            wrong: .policy(
                """
                modes: { emergency: { on-by: lead, lasts: 24h } }
                while: emergncy
                otherwise: abstain
                """),
            right: .policy(
                """
                modes: { emergency: { on-by: lead, lasts: 24h } }
                while: emergency
                otherwise: abstain
                """)),
        CodePage(
            "reserved-name", "the name means something else already",
            meaning: """
                Some names have a meaning everywhere, as `now` or `standing`, or are used in this policy already.
                """,
            repair: "Choose another name. A type under `judges` is renamed with `{ type: …, as: … }`.",
            wrong: .policy("let: { now: post.text }"),
            right: .policy("let: { words: post.text }")),
        CodePage(
            "duplicate-name", "two things have the same name",
            meaning: "Nobody could tell which of the two is meant.",
            repair: "Rename one.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [types.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "types.yaml",
                    """
                    bylaw: 1
                    types: { Post: { text: text, topic: string } }

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [types.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow

                    """),
                .init(
                    "types.yaml",
                    """
                    bylaw: 1
                    types: { Post: { text: text, topic: string } }

                    """),
            ])),
    ]
}
