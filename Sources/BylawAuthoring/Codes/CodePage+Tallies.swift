import BylawSource

/// Strikes, ladders and what follows.
extension CodePage {
    static let tallies: [CodePage] = [
        CodePage(
            "ladder-not-rising", "a ladder's rungs do not rise",
            meaning: "Each rung is reached with more points than the one before it.",
            repair: "Put the rungs in order.",
            wrong: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 3, sanction: warn }, { at: 2, sanction: remind }] }
                """),
            right: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 2, sanction: remind }, { at: 3, sanction: warn }] }
                """)),
        CodePage(
            "duplicate-rung", "a ladder has two rungs for severe acts",
            meaning: "One severe act can bring only one thing.",
            repair: "Keep one.",
            wrong: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: severe, sanction: warn }, { at: severe, sanction: suspend, for: forever }] }
                """),
            right: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: severe, sanction: suspend, for: forever }] }
                """)),
        CodePage(
            "unreachable-rung", "no rule ever leads to this rung", severity: .warning,
            meaning: """
                The points that rules give always jump over it, so it promises what never happens, unless people \
                give points by hand.
                """,
            repair: "Change the rung's points, or the points of a rule.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: 2 } }
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: remind }, { at: 2, sanction: warn }] }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: 1 } }
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: remind }, { at: 2, sanction: warn }] }
                """)),
        CodePage(
            "no-severe-rung", "an act is called severe and the ladder does not say what follows",
            meaning: """
                `strike: { conduct: severe }` needs a rung `at: severe` on that tally. A merit cannot be severe.
                """,
            repair: "Add the rung, or write points.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: severe } }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: severe } }
                tallies:
                  conduct: { within: 90d, ladder: [{ at: severe, sanction: suspend, for: forever }] }
                """)),
        CodePage(
            "mixed-tally", "one tally counts both strikes and merits",
            meaning: "Good deeds would then lead up the ladder of sanctions.",
            repair: "Count merits on a tally of their own.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: 1 } }
                  gifts: { when: post.topic == 'offer', then: allow, merit: { conduct: 1 } }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, strike: { conduct: 1 } }
                  gifts: { when: post.topic == 'offer', then: allow, merit: { help: 1 } }
                tallies:
                  conduct: { within: 90d }
                  help: { within: forever }
                """)),
        CodePage(
            "nothing-to-lift", "a training would lift warnings that the tally never gives",
            meaning: "`training: { lifts: warning }` needs `warnings` on the same tally.",
            repair: "Add `warnings`, or write `lifts: strike`.",
            wrong: .policy(
                """
                tallies:
                  conduct: { within: 90d, training: { lifts: warning } }
                """),
            right: .policy(
                """
                tallies:
                  conduct: { within: 90d, training: { lifts: warning }, warnings: { first: 1 } }
                """)),
    ]
}
