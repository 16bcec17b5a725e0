import ArgumentParser
import Bylaw
import BylawJSON
import BylawService
import BylawSource
import Foundation

/// `bylaw judge`: a request in, its decision out.
struct Judge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Judge a request and print the decision as JSON.",
        discussion: """
            With --lines each line of input is a request, and each line of output its decision, in the same order. A \
            line that is no request is answered by {"bylaw":1,"error":{…}} and the stream goes on; the exit code is \
            then 2. Blank lines are passed over.
            """)

    @Option(help: "The policy file, the folder of policies or the bundle to judge by.", transform: NamedPath.read)
    var policies: String

    @OptionGroup var signature: SignatureOptions

    @OptionGroup var ledger: LedgerOptions

    @Flag(help: "Record in the ledger what decisions charge, and open the cases and duties that they bring.")
    var record = false

    @Option(help: "With --record: who records it.")
    var by = "bylaw"

    @Flag(help: "Read and write JSON Lines, as a stream.")
    var lines = false

    @Option(
        help: "The time of requests that have none: 2024-09-01T10:00:00+09:00.", transform: Timestamp.read)
    var time: Timestamp?

    @OptionGroup var log: LogOptions
    @OptionGroup var report: ReportOptions

    @Argument(help: "The request's file; - is standard input.")
    var file = "-"

    func validate() throws {
        guard !record || ledger.isNamed else { throw ValidationError("`--record` needs a ledger") }
    }

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let input = try Descriptor.reading(file)
        let set = try PolicySet.loaded(policies, signedBy: try signature.keys(reporter), reporter)
        let log = try log.open(reporter)
        let bench = Bench(
            evaluator: Evaluator(set), ledger: try openLedger(reporter), recordsAs: record ? by : nil,
            reporter: reporter)
        if lines {
            let result = try await judgeLines(of: LineStream(input), bench, log)
            try log.close(reporter)
            try reporter.conclude(result)
        } else {
            let bytes = try input.readAll(limit: JSONLimits.default.bytes)
            let request = try Request.parsed(bytes, of: input, defaultTime: time, reporter)
            let decision = await log.logged(bench.judge(request, evidence: bytes), of: request)
            try log.close(reporter)
            try reporter.print(.pretty) { decision.write(to: &$0) }
        }
        if let problem = bench.failure { throw ExitStatus(problem) }
    }

    private func judgeLines(
        of stream: LineStream, _ bench: Bench, _ log: DecisionLog?
    ) async throws -> LineStream.Result {
        let time = time
        // What one request brings into a ledger counts for the next; without one, each is judged by itself.
        guard let evaluator = bench.evaluatorAlone else {
            return try await stream.answer { line, json async throws(LineError) in
                let request = try Request(line: line, defaultTime: time)
                await log.logged(bench.judge(request, evidence: line), of: request).write(to: &json)
            }
        }
        return try await stream.answer(concurrently: {
            let session = JudgingSession(evaluator)
            return { line, json throws(LineError) in
                let request = try Request(line: line, defaultTime: time)
                log.logged(session.judge(request, standing: .none), of: request).write(to: &json)
            }
        })
    }

    /// The ledger that is named. One that cannot be opened is told of, and judged by as one that cannot be read.
    private func openLedger(_ reporter: Reporter) throws -> Bench.Book {
        guard ledger.isNamed else { return .none }
        do {
            return .open(try ledger.open(record ? .writing : .reading))
        } catch let error as LedgerError {
            try reporter.show([Diagnostic(error.code, error.description, at: nil)])
            return .closed(error)
        }
    }
}
