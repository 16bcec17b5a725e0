/// Who decides.
extension CodePage {
    static let review: [CodePage] = [
        CodePage(
            "needs-too-few", "a tier needs fewer votes than its roles must give",
            meaning: "With `each: 2` and two roles at least four votes are needed.",
            repair: "Raise `needs`, or leave it out.",
            wrong: .policy(
                """
                review:
                  stewards: { who: [steward, lead], each: 2, needs: 3 }
                """),
            right: .policy(
                """
                review:
                  stewards: { who: [steward, lead], each: 2, needs: 4 }
                """)),
        CodePage(
            "same-tier", "a tier passes its cases on to itself",
            meaning: "What was late would be late there too, without end.",
            repair: "Name another tier, or `stays-held` or `deny`.",
            wrong: .policy(
                """
                review:
                  stewards: { who: [steward], within: 24h, late: stewards }
                """),
            right: .policy(
                """
                review:
                  stewards: { who: [steward], within: 24h, late: deny }
                """)),
    ]
}
