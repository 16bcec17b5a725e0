import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw ledger head`: the end of the chain, to be kept elsewhere.
struct LedgerHeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "Print the end of the chain as JSON, to be kept elsewhere.")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let reporter = Reporter()
        try await reporter.reportingRefusals {
            let head = try await ledger.open(.reading).head()
            try reporter.print(String(decoding: head.json, as: UTF8.self) + "\n")
        }
    }
}
