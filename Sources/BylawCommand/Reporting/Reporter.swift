import Bylaw
import BylawCEL
import BylawJSON
import BylawSource
import Foundation

/// Shows what a command found: results on standard output, problems on standard error.
struct Reporter {
    /// For people, or one JSON object for programs.
    let format: ReportFormat
    private var output = Output(.standardOutput)

    init(_ format: ReportFormat = .text) {
        self.format = format
    }

    /// Shows problems to people.
    func show(_ diagnostics: [Diagnostic]) throws(StreamError) {
        try complain(TextRenderer(style: Terminal.style(of: .standardError)).render(diagnostics))
    }

    /// Says what is wrong with no place in a text.
    func complain(_ text: String) throws(StreamError) {
        var errors = Output(.standardError)
        try errors.write(text)
        try errors.flush()
    }

    /// Prints a result for people.
    mutating func print(_ text: String) throws(StreamError) {
        try output.write(text)
        try output.flush()
    }

    /// Prints a result as one JSON object, and a line break behind it.
    mutating func print(_ members: (inout JSONWriter) -> Void) throws(StreamError) {
        var writer = JSONWriter(layout: .pretty)
        writer.beginObject()
        writer.key("bylaw")
        writer.value(1)
        members(&writer)
        writer.endObject()
        writer.lineBreak()
        try output.write(writer.bytes)
        try output.flush()
    }

    /// Shows problems that leave no result: to people, or as the result itself.
    mutating func fail(_ diagnostics: [Diagnostic], _ status: ExitStatus) throws -> Never {
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

    /// The policies at a path, or the end of the command.
    mutating func policies(at path: String) throws -> PolicySet {
        do {
            return try PolicySet(contentsOf: URL(filePath: path))
        } catch {
            try fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }

    /// Prints a decision as the JSON object that it is.
    mutating func print(_ decision: Decision) throws(StreamError) {
        var writer = JSONWriter(layout: .pretty)
        decision.write(to: &writer)
        writer.lineBreak()
        try output.write(writer.bytes)
        try output.flush()
    }

    /// Prints the value of an expression.
    mutating func print(_ value: Value, in notation: ExpressionNotation) throws(StreamError) {
        guard notation != .text else { return try print(value.literalText(limit: .max) + "\n") }
        var writer = JSONWriter()
        writer.value(value, in: notation)
        writer.lineBreak()
        try output.write(writer.bytes)
        try output.flush()
    }

    /// As ``fail(_:_:)``, for input that is no request. People are told where, but not shown the line: what a mask
    /// hides may stand in it, and what is printed ends up in logs.
    mutating func fail(unexcerpted problem: Diagnostic) throws -> Never {
        guard format == .text, let location = problem.location else { try fail([problem], .unusable) }
        let place = "at \(location)"
        try fail(
            [Diagnostic(problem.code, problem.message, at: nil, notes: [place], help: problem.help)], .unusable)
    }

    /// Ends a stream: says how many lines had no answer, and how bad that is.
    func conclude(_ result: LineStream.Result) throws {
        guard let status = result.status else { return }
        try complain("\(result.errors) of \(result.lines) lines are answered by an error\n")
        throw status
    }
}
