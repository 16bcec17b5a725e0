import ArgumentParser
import BylawCEL
import BylawJSON
import BylawSource

/// `bylaw eval`: one expression of the condition language in, its value out.
struct Eval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Evaluate a CEL expression.",
        discussion: """
            With --lines each line of standard input is {"expr":…,"bindings":{…}}, and each line of output \
            {"value":…} or {"bylaw":1,"error":{…}}. Write -- before an expression that begins with a minus.
            """)

    @Argument(help: "The expression.")
    var expression: String?

    @Option(help: "The variables, as a JSON object from names to values.")
    var bindings: String?

    @Option(help: "How the value is printed: text (as an expression), json, or tagged ({\"int\":\"5\"}).")
    var format = ExpressionNotation.text

    @Flag(help: "Find names and overloads while evaluating, with no check before.")
    var unchecked = false

    @Flag(help: "Read and write JSON Lines, as a stream.")
    var lines = false

    func validate() throws {
        guard lines == (expression == nil) else {
            throw ValidationError(lines ? "with --lines the expressions come from standard input" : "which expression?")
        }
        guard !lines || bindings == nil else {
            throw ValidationError("with --lines each line has its own bindings")
        }
    }

    func run() async throws {
        let reporter = Reporter()
        guard let expression else {
            return try reporter.conclude(await LineStream(.standardInput).answer(answer))
        }
        var trial = ExpressionTrial(text: expression, isChecked: !unchecked)
        if let bindings { trial.bindings = try parse(bindings, reporter) }
        switch trial.outcome() {
        case .value(let value) where format == .text:
            // The language has JSON's escapes, and so the text means the same.
            let literal = HarmlessJSON.of(Array(value.literalText(limit: .max).utf8))
            try reporter.print(String(decoding: literal, as: UTF8.self) + "\n")
        case .value(let value): try reporter.print(.compact) { $0.value(value, in: format) }
        case .problems(let problems): try reporter.fail(problems, .no)
        }
    }

    private func answer(_ line: [UInt8], _ json: inout JSONWriter) throws(LineError) {
        var trial = try ExpressionTrial(line: line, in: format)
        if unchecked { trial.isChecked = false }
        switch trial.outcome() {
        case .value(let value):
            json.beginObject()
            json.key("value")
            json.value(value, in: format)
            json.endObject()
        case .problems(let problems):
            guard let first = problems.first else { return }
            throw LineError(first, status: .no)
        }
    }

    private func parse(_ text: String, _ reporter: Reporter) throws -> Bindings {
        let file = SourceFile(name: "--bindings", text: text)
        do {
            return try Bindings(JSONValue.parse(text), in: format)
        } catch let error as JSONError {
            try reporter.fail([error.diagnostic(in: file)], .unusable)
        } catch let error as NotationError {
            try reporter.fail([error.diagnostic(in: file)], .unusable)
        }
    }
}
