import ArgumentParser
import Bylaw

/// `bylaw case close`: a case ends without a ruling.
struct CaseClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End a case without a ruling: it was withdrawn, or is void.")

    @Argument(help: "The case, by its id.")
    var id: String

    @Flag(help: "What was to be decided is gone.")
    var void = false

    @OptionGroup var options: RecordingOptions

    func run() async throws {
        try await options.record { ledger in
            try await ledger.close(case: id, void ? .void : .withdrawn, by: options.by, at: options.time)
        }
    }
}
