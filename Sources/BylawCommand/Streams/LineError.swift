import BylawJSON
import BylawSource

/// Why a line of a stream has no answer.
struct LineError: Error {
    /// The stable name of the kind of problem.
    let code: String
    /// What is wrong.
    let message: String
    /// The Unicode scalar that it begins at, from 1: in the line, or in the line's expression where that was read.
    var column: Int?
    /// What to do about it.
    var help: String?
    /// Whether the line could not be read, or has no good answer.
    var status = ExitStatus.unusable
}

extension LineError {
    static func tooLong(limit: Int) -> LineError {
        LineError(code: "line-too-long", message: "the line has more than \(limit) bytes")
    }

    /// A problem in the line's text, or in a text that stands in it.
    init(_ problem: Diagnostic, status: ExitStatus) {
        code = problem.code
        message = problem.message
        column = problem.location?.position.column
        help = problem.help
        self.status = status
    }

    /// `{"bylaw":1,"error":{"code":…,"message":…,"line":…,"column":…,"help":…}}`, no key ever left out.
    func write(to json: inout JSONWriter, line: Int) {
        json.object { json in
            json.member("bylaw", 1)
            json.key("error")
            json.object { json in
                json.member("code", code)
                json.member("message", message)
                json.member("line", line)
                json.member("column", column)
                json.member("help", help)
            }
        }
    }
}
