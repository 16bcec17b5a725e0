/// What can be wrong with a request or another JSON text.
extension CodePage {
    static let requests: [CodePage] = [
        CodePage(
            "json-syntax", "the text is not JSON",
            meaning: """
                Keys and texts stand in double quotes, a comma stands between entries and none behind the last, and \
                there are no comments.
                """,
            repair: "Look at the place and right before it.",
            wrong: .request(#"{ "time": "2025-05-01T10:00:00Z", }"#),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
        CodePage(
            "invalid-utf8", "a JSON text, or a text that policies quote, is not UTF-8",
            meaning: """
                JSON that is sent from one program to another is UTF-8, and so is every text that a source describes: \
                quotations are compared byte by byte.
                """,
            repair: "Send or save it so.",
            wrong: .told("A request that is encoded as Latin-1."),
            right: .told("The same, encoded as UTF-8.")),
        CodePage(
            "byte-order-mark", "the JSON text begins with a byte order mark",
            meaning: "Some editors put an invisible mark before a text. JSON does not allow it.",
            repair: "Save it as UTF-8 without a mark.",
            wrong: .told("A request that was saved as “UTF-8 with BOM”."),
            right: .told("The same, saved as UTF-8.")),
        CodePage(
            "lone-surrogate", "half of a character",
            meaning: #"""
                Characters beyond the first 65,536 are written as two `\u` escapes in JSON, and here is only one of \#
                them. Most often a text was cut in its middle.
                """#,
            repair: "Send the whole character.",
            wrong: .request(#"{ "id": "\ud83d" }"#),
            right: .request(
                #"""
                {
                  "id": "\ud83c\udf45",
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """#)),
        CodePage(
            "too-large", "the JSON text is too large",
            meaning: "The limit keeps a hostile request from filling the memory.",
            repair: "Send what the policies ask for, and no more.",
            wrong: .told("A request with the whole history of a board."),
            right: .told("The post alone.")),
        CodePage(
            "too-many-members", "a JSON object or list has too many entries",
            meaning: "The limit keeps a hostile request from taking long.",
            repair: "Send fewer.",
            wrong: .told("An object with a million keys."),
            right: .told("One with those that the policies ask for.")),
        CodePage(
            "not-a-request", "the text is no request",
            meaning: #"A request is an object: `{ "time": …, "actor": …, "action": …, "resource": … }`."#,
            repair: "Send an object. Several requests are sent one a line, with `--lines`.",
            wrong: .request("[]"),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
        CodePage(
            "unknown-member", "a request has no such key",
            meaning: """
                The keys of a request itself are fixed, for a slip in one (`stge: done`) would change what is \
                judged. What stands within `actor`, `action`, `resource` and `context` is free.
                """,
            repair: "Correct the spelling, or move it into one of these.",
            wrong: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z", "stge": "done",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z", "stage": "done",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
        CodePage(
            "missing-member", "a request lacks something that every one has",
            meaning: """
                Every request has a time, an actor with type and id, an action with its name, and a resource with \
                type and id. A fact has the time `at` which it was given.
                """,
            repair: "Add it.",
            wrong: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
        CodePage(
            "empty-member", "an id or name is empty",
            meaning: "An empty id names nobody, and strikes would be counted for nobody.",
            repair: "Send the id.",
            wrong: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada" },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
        CodePage(
            "duplicate-member", "a request in AuthZEN's form says something twice",
            meaning: """
                What stands in `properties` is lifted into the object itself, and there it stands already.
                """,
            repair: "Say it once.",
            wrong: .request(
                """
                {
                  "subject": { "type": "member", "id": "ada", "properties": { "id": "kim" } },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" },
                  "context": { "time": "2025-05-01T10:00:00Z" }
                }
                """),
            right: .request(
                """
                {
                  "subject": { "type": "member", "id": "ada", "properties": { "nick": "kim" } },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" },
                  "context": { "time": "2025-05-01T10:00:00Z" }
                }
                """)),
        CodePage(
            "number-out-of-range", "a number that cannot be kept",
            meaning: "It is larger than any number that a request can hold.",
            repair: "Send a smaller one, or a text.",
            wrong: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada", "posts": 1e999 },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """),
            right: .request(
                """
                {
                  "time": "2025-05-01T10:00:00Z",
                  "actor": { "type": "member", "id": "ada", "posts": 3 },
                  "action": { "name": "post" },
                  "resource": { "type": "board", "id": "b_1" }
                }
                """)),
    ]
}
