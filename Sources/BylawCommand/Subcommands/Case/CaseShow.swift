import ArgumentParser
import Bylaw

/// `bylaw case show`: what became of one case.
struct CaseShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what became of a case: its tiers, votes and ruling.")

    @Argument(help: "The case, by its id.")
    var id: String

    @Option(help: "At which moment; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            try reporter.show([try await ledger.open(.reading).record(ofCase: id, at: at ?? .now)])
        }
    }
}
