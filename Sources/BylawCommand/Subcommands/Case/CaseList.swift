import ArgumentParser
import Bylaw

/// `bylaw case list`: the cases that are open.
struct CaseList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the cases that are open, and what is awaited.")

    @Flag(help: "Those too that were decided or closed.")
    var all = false

    @Option(help: "At which moment; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            let cases = try await ledger.open(.reading).cases(at: at ?? .now)
            try reporter.show(all ? cases : cases.filter(\.isOpen))
        }
    }
}
