import BylawSource

/// What `bylaw check --strict` finds: policies that are in order, and surely mean something else than was meant.
extension CodePage {
    static let analysis: [CodePage] = [
        CodePage(
            "always-false", "something can never hold, or never changes anything", severity: .warning,
            meaning: """
                It is said of a condition, or of a part of one, that no request makes hold: the rule then never \
                matches. It is said of an exemption (`unless`) that exempts from nothing, or from everything that \
                triggers its rule; of a softener that never holds where a rule of its list matches; and of a side of \
                `||`, or an item of `any`, that adds nothing to what stands before it.
                """,
            repair: """
                Look for a value that is compared twice, for `&&` in the place of `||`, and for numbers that leave \
                nothing between them. What adds nothing can be taken out.
                """,
            wrong: .strict(
                """
                rules:
                  swaps: { when: post.topic == 'offer' && post.topic == 'request', then: deny }
                """),
            right: .strict(
                """
                rules:
                  swaps: { when: post.topic == 'offer' || post.topic == 'request', then: deny }
                """)),
        CodePage(
            "always-true", "a condition, or a part of one, never fails", severity: .warning,
            meaning: """
                A rule under such a condition matches every request. It is said too of a side of `&&`, or an item of \
                `all`, that holds wherever what stands before it does. Where it holds whenever it can be evaluated, a \
                request without the attribute is still an error, and the request is held. A plain `true` is \
                surely meant, and is not told of.
                """,
            repair: """
                Look for `||` between two things that a value is not: one of them always holds, and `&&` is meant. \
                Write `true` where a rule is for every request, and take out what is said already.
                """,
            wrong: .strict(
                """
                rules:
                  chats-only: { when: post.topic != 'chat' || post.topic != 'offer', then: deny }
                """),
            right: .strict(
                """
                rules:
                  chats-only: { when: post.topic != 'chat' && post.topic != 'offer', then: deny }
                """)),
        CodePage(
            "overridden-rule", "a rule changes nothing, for another one always matches with it", severity: .warning,
            meaning: """
                Another rule of the policy, as strict or stricter, matches wherever this one does. This one brings \
                nothing but `says`: no points, no duties, nobody who decides, and no softener lists it. Without it \
                every outcome would be the same.
                """,
            repair: """
                Take the rule out, or give it what it was written for: a stricter effect, points, or a condition that \
                the other does not cover.
                """,
            wrong: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Please read for a while first. }
                  first-post: { when: member.posts == 0, then: deny, says: Please introduce yourself first. }
                """),
            right: .strict(
                """
                rules:
                  newcomers: { when: member.posts > 0 && member.posts < 5, then: deny, says: Please read for a while first. }
                  first-post: { when: member.posts == 0, then: deny, says: Please introduce yourself first. }
                """)),
        CodePage(
            "milder-rung", "on this ladder more points bring less", severity: .warning,
            meaning: """
                Whoever goes on would be better off than whoever stopped. A rung for severe acts is compared with the \
                first rung. Losses of different kinds, as of a role and of a right to post, are not weighed against \
                each other.
                """,
            repair: "Put the sanctions in order: `remind`, `warn`, then `suspend` for ever longer, or `revoke`.",
            wrong: .strict(
                """
                tallies:
                  conduct:
                    within: 90d
                    ladder: [{ at: 1, sanction: suspend, from: post, for: 7d }, { at: 2, sanction: warn }]
                """),
            right: .strict(
                """
                tallies:
                  conduct:
                    within: 90d
                    ladder: [{ at: 1, sanction: warn }, { at: 2, sanction: suspend, from: post, for: 7d }]
                """)),
        CodePage(
            "masks-undo", "what a mask puts in is found again, or stands for two things", severity: .warning,
            meaning: """
                A mask of the same text finds something in what this one puts in: it may be another, or itself. \
                Whoever masks a text by hand in the same words is then told that it still reveals something. It is \
                said too of two masks that number what they find in the same words: both begin with A, and nobody can \
                tell which A is meant.
                """,
            repair: "Put something in that no mask looks for, and give each mask that numbers words of its own.",
            wrong: .strict(
                """
                masks:
                  firm:
                    find: { phrases: [Acme, hidden] }
                    rewrite: post.text
                    replace: { text: '[hidden firm]' }
                """),
            right: .strict(
                """
                masks:
                  firm:
                    find: { phrases: [Acme, hidden] }
                    rewrite: post.text
                    replace: { text: '[a firm]' }
                """)),
        CodePage(
            "unused-name", "something is declared and nothing asks for it", severity: .warning,
            meaning: """
                A `let`, table, type, role, lexicon or fact that nothing asks for, or a tier to which nothing leads, \
                does nothing. Most often a rule is missing, or asks for something else by mistake. It is \
                said too of a file under `uses` of which nothing is used, and of a mask that rewrites nothing and that \
                no condition asks with `reveals`.
                """,
            repair: "Write the rule that was to use it, or take it out.",
            wrong: .strict(
                """
                let:
                  isNew: member.posts < 5
                rules:
                  newcomers: { when: post.topic == 'offer', then: deny }
                """),
            right: .strict(
                """
                let:
                  isNew: member.posts < 5
                rules:
                  newcomers: { when: isNew && post.topic == 'offer', then: deny }
                """)),
        CodePage(
            "shows-masked", "a message shows what a mask hides, or may do so", severity: .warning,
            meaning: """
                Either the message itself says a phrase that a mask hides in posts, or it shows a free text that the \
                mask does not look at: whoever wrote that text may have put the hidden thing there. Masks of other \
                policies count where both judge a request. A message that shows a text which a mask does look at is \
                an error: see `hidden-placeholder`.
                """,
            repair: """
                Write the message without it. What members write freely is better not shown at all, whether a mask \
                looks at it or not.
                """,
            wrong: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Acme has a board of its own. }
                masks:
                  firm: { find: { phrases: [Acme] }, rewrite: post.text, replace: { redact: true } }
                """),
            right: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Firms have a board of their own. }
                masks:
                  firm: { find: { phrases: [Acme] }, rewrite: post.text, replace: { redact: true } }
                """)),
        CodePage(
            "look-alike", "a word or a name is not what it looks like", severity: .warning,
            meaning: """
                A word mixes Cyrillic, Greek, Armenian or other letters with those of another script, as in the \
                example, where the `o` of `sold` is Cyrillic. To a comparison that is another word, and whoever reads \
                it cannot see why. It is said too of a name that differs from another one of the policy only by \
                letters that look alike.
                """,
            repair:
                "Type the word again, all in one script. Scripts that belong together, as in `QRコード`, may be mixed.",
            wrong: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Nothing is s\u{43E}ld here. }
                """),
            right: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Nothing is sold here. }
                """)),
        CodePage(
            "bidi-control", "an invisible character turns the direction of the text", severity: .warning,
            meaning: """
                What stands behind it is shown in another order than it is read in, so that people may read another \
                policy than the one in force. It is told in comments too: the one in the example is shown as `then: \
                allow`. Marks in a line that has Hebrew, Arabic or \
                other letters written from right to left are left alone; what embeds, overrides or isolates a \
                direction is always told.
                """,
            repair: "Take it out. Where a message needs it, write it as an escape in double quotes: `\"\\u200E\"`.",
            wrong: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny } # \u{202E}wolla :neht
                """),
            right: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny } # then: allow
                """)),
        CodePage(
            "invisible-character", "a character shows nothing", severity: .warning,
            meaning: """
                A space without width, a soft hyphen, a filler or a joiner where nothing is joined: a word that has \
                one, as `sold` in the example, is another word than the one people see. Those that emoji and some \
                scripts need are left alone.
                """,
            repair:
                "Delete the word and type it again. Where it is meant, write an escape in double quotes: `\"\\u200B\"`.",
            wrong: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Nothing is so\u{200B}ld here. }
                """),
            right: .strict(
                """
                rules:
                  newcomers: { when: member.posts < 5, then: deny, says: Nothing is sold here. }
                """)),
    ]
}
