import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw case open`: the cases of a request that is held.
struct CaseOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Judge a request, and open a case for each rule that people must decide.")

    @Option(help: "The policy file, or the folder of policies, to judge by.", transform: NamedPath.read)
    var policies: String

    @Option(help: "Who opens it.")
    var by = "bylaw"

    @OptionGroup var people: RosterOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    @Argument(help: "The request's file; - is standard input.")
    var file = "-"

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let input = try Descriptor.reading(file)
        let bytes = try input.readAll(limit: JSONLimits.default.bytes)
        let set = try PolicySet.loaded(policies, reporter)
        let request = try Request.parsed(bytes, of: input, reporter)
        try await reporter.reportingRefusals {
            let book = try ledger.open(.writing)
            let evaluator = Evaluator(set)
            var failure: (any Error)?
            let decision = await book.judge(request, by: evaluator) { failure = $0 }
            if let failure { throw failure }
            let roster = try people.read() ?? .unknown
            let recording = try await book.open(
                decision, of: request, terms: evaluator.reviewTerms(of: decision.policies), roster: roster, by: by)
            var records: [CaseRecord] = []
            for held in decision.cases {
                records.append(try await book.record(ofCase: held.id, at: request.time))
            }
            try reporter.show(records, recording.events.isEmpty ? "nothing new\n" : "")
        }
    }
}
