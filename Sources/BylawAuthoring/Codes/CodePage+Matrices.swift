/// Tables of what is expected of each row by each column, in fixtures.
extension CodePage {
    static let matrices: [CodePage] = [
        CodePage(
            "empty-matrix", "a matrix has no rows, columns or layers",
            meaning:
                "Without them it has no cells, and tests nothing. `layers` may be left out, and must not be empty.",
            repair: "Name at least one of each, with what is different about it: `plain: {}` where nothing is.",
            wrong: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  layers: {}
                  expect:
                    plain: { chat: allow, request: hold }
                    loud: { chat: deny, request: deny }
                """),
            right: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  expect:
                    plain: { chat: allow, request: hold }
                    loud: { chat: deny, request: deny }
                """)),
        CodePage(
            "unknown-row", "the table of a matrix has a row that the matrix does not declare",
            meaning:
                "How its requests differ from `given` stands under `rows`; without that there is nothing to judge.",
            repair: "Correct the spelling, or declare the row.",
            wrong: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  expect:
                    plain: { chat: allow, request: hold }
                    laud: { chat: deny, request: deny }
                """),
            right: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  expect:
                    plain: { chat: allow, request: hold }
                    loud: { chat: deny, request: deny }
                """)),
        CodePage(
            "unknown-column", "the table of a matrix has a column that the matrix does not declare",
            meaning:
                "How its requests differ from `given` stands under `columns`; without that there is nothing to judge.",
            repair: "Correct the spelling, or declare the column.",
            wrong: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  expect:
                    plain: { chats: allow, request: hold }
                    loud: { chat: deny, request: deny }
                """),
            right: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  expect:
                    plain: { chat: allow, request: hold }
                    loud: { chat: deny, request: deny }
                """)),
        CodePage(
            "unknown-layer", "the tables of a matrix have a layer that the matrix does not declare",
            meaning:
                "How its requests differ from `given` stands under `layers`; without that there is nothing to judge.",
            repair: "Correct the spelling, or declare the layer.",
            wrong: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  layers:
                    nicked: {}
                    nickless: { without: actor.nick }
                  expect:
                    nicked:
                      plain: { chat: allow, request: hold }
                      loud: { chat: deny, request: deny }
                    nicles:
                      plain: { chat: deny, request: deny }
                      loud: { chat: deny, request: deny }
                """),
            right: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  layers:
                    nicked: {}
                    nickless: { without: actor.nick }
                  expect:
                    nicked:
                      plain: { chat: allow, request: hold }
                      loud: { chat: deny, request: deny }
                    nickless:
                      plain: { chat: deny, request: deny }
                      loud: { chat: deny, request: deny }
                """)),
        CodePage(
            "missing-layer", "a matrix expects nothing of one of its layers",
            meaning: "Every row, column and layer has its cells: what is left out would look tested, and is not.",
            repair: "Write the table of that layer, or take the layer out of `layers`.",
            wrong: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  layers:
                    nicked: {}
                    nickless: { without: actor.nick }
                  expect:
                    nicked:
                      plain: { chat: allow, request: hold }
                      loud: { chat: deny, request: deny }
                """),
            right: .fixture(
                """
                matrix:
                  name: posts
                  rows:
                    plain: {}
                    loud: { action: { text: Tomatoes!! } }
                  columns:
                    chat: {}
                    request: { action: { topic: request } }
                  layers:
                    nicked: {}
                    nickless: { without: actor.nick }
                  expect:
                    nicked:
                      plain: { chat: allow, request: hold }
                      loud: { chat: deny, request: deny }
                    nickless:
                      plain: { chat: deny, request: deny }
                      loud: { chat: deny, request: deny }
                """)),
    ]
}
