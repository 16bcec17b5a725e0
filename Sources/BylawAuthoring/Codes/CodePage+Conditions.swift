/// Conditions as YAML: lists, checklists and tables.
extension CodePage {
    static let conditions: [CodePage] = [
        CodePage(
            "invalid-condition", "a condition is not written as one",
            meaning: """
                A condition is an expression, a list of conditions of which all must hold, or exactly one of `all`, \
                `any`, `none` and `at-least` with `of`.
                """,
            repair: "Write one of these. An empty list is no condition.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: { all: [post.text.mentions('money')], any: [member.posts < 3] }, then: deny }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: { all: [post.text.mentions('money'), member.posts < 3] }, then: deny }
                """)),
        CodePage(
            "missing-row", "a table says nothing for some of the words, or a matrix nothing of a row",
            meaning: """
                A policy's table has a row for each word, or nobody could tell what follows from the others. A \
                fixture's matrix has cells for each of its `rows`: what is left out would look tested, and is not.
                """,
            repair: "Add a row for each. In a policy's table `otherwise:` speaks for all that are not named.",
            wrong: .policy(
                """
                tables:
                  who: { by: post.topic, rows: { offer: stewards, request: stewards } }
                """),
            right: .policy(
                """
                tables:
                  who: { by: post.topic, rows: { offer: stewards, request: stewards }, otherwise: office }
                """)),
        CodePage(
            "not-an-enumeration", "a table goes by something that is not one of several words",
            meaning: "Only where all values are known can be checked that none was forgotten.",
            repair: "Declare the field with its words: `topic: offer | request | chat`.",
            wrong: .policy(
                """
                tables:
                  who: { by: board.name, rows: { balcony: stewards }, otherwise: office }
                """),
            right: .policy(
                """
                tables:
                  who: { by: post.topic, rows: { offer: stewards }, otherwise: office }
                """)),
        CodePage(
            "unknown-value", "a row for a word that the attribute never is",
            meaning: "The row would never be used. In a fixture it is a value that a label does not have.",
            repair: "Correct the spelling, or add the word to the type.",
            wrong: .policy(
                """
                tables:
                  who: { by: post.topic, rows: { ofer: stewards }, otherwise: office }
                """),
            right: .policy(
                """
                tables:
                  who: { by: post.topic, rows: { offer: stewards }, otherwise: office }
                """)),
    ]
}
