import ArgumentParser
import Bylaw

/// `bylaw ledger warn`: a formal warning by a person.
struct LedgerWarn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warn", abstract: "Warn a member by hand; the warning counts on a tally.")

    @Argument(help: "The member's id.")
    var member: String

    @Option(help: "What it is for.")
    var incident: String

    @Option(help: "The rule that was broken.")
    var rule: String?

    @OptionGroup var tally: TallyOptions
    @OptionGroup var options: RecordingOptions

    func run() async throws {
        let (reference, terms) = try tally.resolve(at: options.time, Reporter(format: options.report.format))
        try await options.record { ledger in
            try await ledger.add(
                .warning(.init(tally: reference, incident: incident, rule: rule)), to: member, by: options.by,
                at: options.time, terms: [terms])
        }
    }
}
