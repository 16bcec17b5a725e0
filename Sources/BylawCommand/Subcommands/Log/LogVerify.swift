import ArgumentParser
import BylawJSON
import BylawService

/// `bylaw log verify`: whether a decision log's lines are those that were written.
struct LogVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look at every line of a decision log, and name the first that was changed.",
        discussion: """
            Give all files of a log in their order: decisions.jsonl.000001 and so on, and decisions.jsonl last. What was cut \
            off at the end of a log shows only where the log had been closed (--closed), or by what was kept elsewhere \
            (--expect-last, --expect-count).
            """)

    @Argument(help: "The log's files, in their order.")
    var files: [String]

    @Option(
        help: ArgumentHelp("The file with the key that the log was written with.", valueName: "file"))
    var key: String

    @Flag(help: "The log was closed: one that does not end so was cut off.")
    var closed = false

    @Option(
        help: ArgumentHelp(
            "A last record that was kept, as this command prints it: it must be in the log.", valueName: "n:mac"),
        transform: { text in
            guard let position = LogPosition(text) else {
                throw ValidationError("`\(text)` is no record: a number, `:` and 64 hexadecimal digits")
            }
            return position
        })
    var expectLast: [LogPosition] = []

    @Option(help: "The log must have at least so many decisions.")
    var expectCount: Int?

    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = Reporter(format: report.format)
        let key = try LogKey.read(from: key)
        let expected = LogVerification.Expectation(
            positions: expectLast, decisions: expectCount, isClosed: closed)
        let result: LogVerification
        do {
            result = try LogVerification(files: files, key: key, expecting: expected)
        } catch {
            try reporter.fail([error.diagnostic], .unusable)
        }
        switch report.format {
        case .text:
            if let problem = result.problem { try reporter.note("\(problem)\n") }
            try reporter.print(result.summary)
        case .json: try reporter.print(members: result.writeMembers)
        }
        if !result.isWhole { throw ExitStatus.no }
    }
}
