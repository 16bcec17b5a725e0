import ArgumentParser
import Bylaw
import BylawJSON
import BylawSource
import Foundation

/// `bylaw judge`: a request in, its decision out.
struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge a request and print the decision as JSON.",
        discussion: """
            With --lines each line of input is a request, and each line of output its decision, in the same order. A \
            line that is no request is answered by {"bylaw":1,"error":{…}} and the stream goes on; the exit code is \
            then 2. Blank lines are passed over.
            """)

    @Option(help: "The policy file, or the folder of policies, to judge by.", transform: NamedPath.read)
    var policies: String

    @Option(help: "Where strikes and roles are kept. No ledger can be read by this command yet.")
    var ledger: String?

    @Flag(help: "Read and write JSON Lines, as a stream.")
    var lines = false

    @Option(
        help: "The time of requests that have none: 2024-09-01T10:00:00+09:00.", transform: Timestamp.read)
    var time: Timestamp?

    @OptionGroup var report: ReportOptions

    @Argument(help: "The request's file; - is standard input.")
    var file = "-"

    func validate() throws {
        guard ledger == nil else {
            throw ValidationError("`--ledger` is not supported yet; leave it out to judge as a host without a ledger")
        }
    }

    func run() throws {
        let reporter = Reporter(format: report.format)
        let input = try Descriptor.reading(file)
        let evaluator = Evaluator(try policySet(reporter))
        if lines {
            let stream = LineStream(input)
            let result = try stream.answer { line, json throws(LineError) in
                do throws(RequestError) {
                    let request = try Request(json: line, defaultTime: time)
                    evaluator.judge(request, standing: .none).write(to: &json)
                } catch {
                    throw LineError(error, in: line)
                }
            }
            try reporter.conclude(result)
        } else {
            let bytes = try input.readAll(limit: JSONLimits.default.bytes)
            do {
                let request = try Request(json: bytes, defaultTime: time)
                let decision = evaluator.judge(request, standing: .none)
                try reporter.print(.pretty) { decision.write(to: &$0) }
            } catch let error as RequestError {
                let source = SourceFile(name: input.title, bytes: bytes)
                try reporter.fail(unexcerpted: error.diagnostic(in: source))
            }
        }
    }

    private func policySet(_ reporter: Reporter) throws -> PolicySet {
        do {
            return try PolicySet(contentsOf: URL(filePath: policies))
        } catch {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }
}

extension Timestamp {
    /// A moment as it is given on the command line: RFC 3339 with an offset.
    fileprivate static func read(_ argument: String) throws -> Timestamp {
        guard let time = Timestamp(argument) else {
            throw ValidationError("`\(argument)` is no point in time; write it as 2024-09-01T10:00:00+09:00")
        }
        return time
    }
}
