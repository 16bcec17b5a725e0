/// Lists of mutants that are said to change nothing, beside the fixtures, and what `bylaw test --mutate` says of them.
extension CodePage {
    static let mutation: [CodePage] = [
        CodePage(
            "missing-proof", "an equivalent mutant is listed without a reason",
            meaning: """
                A mutant is a policy with one thing changed, which the fixtures ought to notice. Where none could, it \
                is listed with the reason why no request shows the difference. Without one, whoever reads the list \
                cannot tell whether a case is only missing.
                """,
            repair: "Write the reason under `proof`. Where there is none, write a case that notices the change.",
            wrong: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-b8874407, proof: '' }
                """),
            right: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-b8874407, proof: No rule of that policy asks for the fact. }
                """)),
        CodePage(
            "noticed-mutant", "a mutant is listed as equivalent, and a fixture notices it",
            meaning: """
                The case that fails shows a request for which the change does matter. So the reason in the list is \
                wrong, or no longer holds.
                """,
            repair: "Take the entry out.",
            wrong: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.posting/nothing-sold/effect-none-4ac5da76, proof: Nobody sells anything. }
                """),
            right: .mutants("equivalent-mutants: []")),
        CodePage(
            "unknown-mutant", "a mutant that is listed as equivalent does not exist",
            meaning: """
                Ids come from the policy, the rule, and what is changed. Where that part of the policy is written \
                differently now, its mutants have other ids, and the reason must be thought through again.
                """,
            repair: "Copy the id from what `bylaw test --mutate` prints, or take the entry out.",
            wrong: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-00000000, proof: No rule of that policy asks for the fact. }
                """),
            right: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-b8874407, proof: No rule of that policy asks for the fact. }
                """)),
        CodePage(
            "too-many-equivalent", "too many mutants are listed as equivalent",
            meaning: """
                At most two in a hundred may be: else the list would be a way to be rid of whatever the fixtures do not \
                notice. In the example two are listed of fewer than a hundred.
                """,
            repair: "Write cases that notice the changes, or change the policies so that what they say matters.",
            wrong: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-b8874407, proof: No rule of that policy asks for the fact. }
                  - { id: garden.posting/review.appeal/at-most-more-8fff9f37, proof: Nobody appeals twice. }
                """),
            right: .mutants(
                """
                equivalent-mutants:
                  - { id: garden.trial/facts.consent/key-drop-b8874407, proof: No rule of that policy asks for the fact. }
                """)),
    ]
}
