import ArgumentParser
import Bylaw

/// `bylaw ledger train`: a member completed a training.
struct LedgerTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Record that a member completed a training, which lifts what the tally says.")

    @Argument(help: "The member's id.")
    var member: String

    @Option(help: "The event that it is to lift, by its id; the oldest that counts, unless given.")
    var event: String?

    @OptionGroup var tally: TallyOptions
    @OptionGroup var options: RecordingOptions

    func run() async throws {
        let (reference, terms) = try tally.resolve(at: options.time, Reporter(format: options.report.format))
        try await options.record { ledger in
            try await ledger.completeTraining(
                .init(tally: reference, event: event), of: member, by: options.by, at: options.time, terms: [terms])
        }
    }
}
