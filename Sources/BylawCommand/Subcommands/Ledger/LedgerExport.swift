import ArgumentParser
import Bylaw
import Foundation
import Synchronization

/// `bylaw ledger export`: the whole ledger as JSON Lines.
struct LedgerExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the whole ledger as JSON Lines, chain and all.")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        try await Reporter().reportingRefusals {
            let output = Mutex(Output(.standardOutput))
            try await ledger.open(.reading).export { line in try output.withLock { try $0.write(json: line) } }
            try output.withLock { try $0.flush() }
        }
    }
}
