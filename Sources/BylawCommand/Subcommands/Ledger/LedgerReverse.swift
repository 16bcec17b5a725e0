import ArgumentParser
import Bylaw

/// `bylaw ledger reverse`: a mistake is taken back.
struct LedgerReverse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse", abstract: "Take back an incident's strikes, or one event, as if they had never been.")

    @Argument(help: "The incident whose strikes are taken back, for every member who has one.")
    var incident: String?

    @Option(help: "The one event that is taken back, by its id.")
    var event: String?

    @OptionGroup var options: RecordingOptions

    func validate() throws {
        guard (incident == nil) != (event == nil) else {
            throw ValidationError("name either an incident or, with `--event`, an event")
        }
    }

    func run() async throws {
        try await options.record { ledger in
            if let event { return try await ledger.reverse(event: event, by: options.by, at: options.time) }
            return try await ledger.reverse(incident: incident ?? "", by: options.by, at: options.time)
        }
    }
}
