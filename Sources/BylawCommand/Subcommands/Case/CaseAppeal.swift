import ArgumentParser
import Bylaw

/// `bylaw case appeal`: a ruling is contested.
struct CaseAppeal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal", abstract: "Put a decided case before a tier that did not decide it.")

    @Argument(help: "The case, by its id.")
    var id: String

    @OptionGroup var options: RecordingOptions

    func run() async throws {
        try await options.record { ledger in
            try await ledger.appeal(case: id, by: options.by, at: options.time)
        }
    }
}
