import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw ledger verify`: whether the entries are those that were recorded.
struct LedgerVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look at every entry, and tell whether any was changed.")

    @Option(help: "A file with a head that was kept elsewhere (`bylaw ledger head`): it must be part of the chain.")
    var head: [String] = []

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let heads = try head.map { path in
            let bytes = try Descriptor.reading(path).readAll(limit: 1 << 16)
            guard let head = LedgerHead(json: bytes) else {
                throw ValidationError("`\(path)` holds no head of a ledger")
            }
            return head
        }
        var isWhole = true
        try await reporter.reportingRefusals {
            let result = try await ledger.open(.reading).verify(against: heads)
            isWhole = result.isWhole
            switch report.format {
            case .text:
                for problem in result.problems { try reporter.note("\(problem)\n") }
                try reporter.print(
                    "\(result.entries) entries, \(isWhole ? "nothing was changed" : "\(result.problems.count) problems")\n"
                )
            case .json: try reporter.print(members: result.writeMembers)
            }
        }
        if !isWhole { throw ExitStatus.no }
    }
}
