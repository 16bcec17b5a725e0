import BylawJSON
import BylawSource

/// Shows what a command found: results on standard output, problems on standard error.
struct Reporter {
    /// For people, or one JSON object for programs.
    var format = ReportFormat.text
    /// How many problems people are shown.
    var maximum = 100

    /// Prints a result that is text.
    ///
    /// - Parameter isMarkedUp: Whether it may hold what steers a terminal, being made by a renderer that lets nothing of
    ///   the kind through from elsewhere. Otherwise it is shown harmlessly: names of members and files may be in it.
    func print(_ text: String, isMarkedUp: Bool = false) throws(StreamError) {
        var output = Output(.standardOutput)
        try output.write(isMarkedUp ? text : HarmlessText.ofLines(text))
        try output.flush()
    }

    /// Prints a result that is one JSON value, and a line break behind it.
    func print(
        _ layout: JSONWriter.Layout, _ value: (inout JSONWriter) -> Void
    ) throws(StreamError) {
        var writer = JSONWriter(layout: layout)
        value(&writer)
        writer.lineBreak()
        var output = Output(.standardOutput)
        try output.write(json: writer.bytes)
        try output.flush()
    }

    /// Prints a report as the JSON object of its members.
    func print(members: (inout JSONWriter) -> Void) throws(StreamError) {
        try print(.pretty) { json in
            json.object { json in
                json.member("bylaw", 1)
                members(&json)
            }
        }
    }

    /// Shows problems to people.
    func show(_ diagnostics: [Diagnostic]) throws(StreamError) {
        let renderer = TextRenderer(style: Terminal.style(of: .standardError), maximum: maximum)
        try note(renderer.render(diagnostics), isMarkedUp: true)
    }

    /// Tells people something that is no result; see ``print(_:isMarkedUp:)``.
    func note(_ text: String, isMarkedUp: Bool = false) throws(StreamError) {
        var output = Output(.standardError)
        try output.write(isMarkedUp ? text : HarmlessText.ofLines(text))
        try output.flush()
    }

    /// Ends the command with problems that leave no result: for people, or as the result itself.
    func fail(_ diagnostics: [Diagnostic], _ status: ExitStatus) throws -> Never {
        switch format {
        case .text: try show(diagnostics)
        case .json:
            try print { json in
                json.key("diagnostics")
                json.value(diagnostics)
            }
        }
        throw status
    }

    /// As ``fail(_:_:)``, for input that is no request. People are told where, but not shown the line: what a mask
    /// hides may stand in it, and what is printed ends up in logs.
    func fail(unexcerpted problem: Diagnostic) throws -> Never {
        guard format == .text, let location = problem.location else { try fail([problem], .unusable) }
        let place = "at \(location)"
        try fail([Diagnostic(problem.code, problem.message, at: nil, notes: [place], help: problem.help)], .unusable)
    }

    /// Ends a stream: says how many lines had no answer, and how bad that is.
    func conclude(_ result: LineStream.Result) throws {
        guard let status = result.status else { return }
        try note("\(result.errors) of \(result.lines) lines are answered by an error\n")
        throw status
    }
}
