import BylawSource

/// What is wrong with what a command is given.
extension CodePage {
    static let commands: [CodePage] = [
        CodePage(
            "invalid-binding", "what is bound to a name cannot be read",
            meaning: "`--bindings` takes a JSON object: names with their values.",
            repair: #"Write `--bindings '{"x": 1}'`."#,
            wrong: .told("`bylaw eval 'x + 1' --bindings '[1]'`"),
            right: .told(#"`bylaw eval 'x + 1' --bindings '{"x": 1}'`"#)),
        CodePage(
            "line-too-long", "a line of a stream is too long",
            meaning: "With `--lines` each line is one request or expression.",
            repair: "Put a line break behind each of them.",
            wrong: .told("A thousand requests, sent in one line."),
            right: .told("A thousand lines.")),
        CodePage(
            "unwritable", "a file cannot be written",
            meaning: "The folder is missing, its permissions forbid it, or the disk is full.",
            repair: "Look at the reason that the message names.",
            wrong: .told("`bylaw test --junit /results.xml garden/fixtures`, without the right to write there."),
            right: .told("`bylaw test --junit results.xml garden/fixtures`")),
        CodePage(
            "already-there", "a file is there already, and nothing is written over",
            meaning: "`bylaw init` never changes what somebody wrote, and `bylaw bundle` not without `--force`.",
            repair: "Name another folder.",
            wrong: .told("`bylaw init garden`, twice."),
            right: .told("`bylaw init garden`, and then `bylaw init another-garden`.")),
        CodePage(
            "not-carried", "requests of a history could not be counted for those behind them", severity: .warning,
            meaning: """
                With `bylaw diff --carry` each request counts for the next ones: strikes, sanctions, held cases. Some \
                could not be recorded, for the reason at the end of the message, as where one incident comes twice \
                with another content. They were judged as where no ledger can be reached, so that rules which ask for \
                points or sanctions are errored, and they count for nothing behind them.
                """,
            repair: "Ask `bylaw explain-code` for the reason, and correct the history.",
            wrong: .told("Two lines of the history have the same `incident`, and the acts are not the same."),
            right: .told("Each act has an `incident` of its own.")),
        CodePage(
            "unknown-code", "no problem has this code",
            meaning: "Codes stand in brackets before a problem.",
            repair: "`bylaw explain-code` lists all.",
            wrong: .told("`bylaw explain-code unknown-feild`"),
            right: .told("`bylaw explain-code unknown-field`")),
    ]
}
