import ArgumentParser
import Bylaw

/// `bylaw ledger sanction`: what people impose, whatever the points.
struct LedgerSanction: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanction", abstract: "Suspend a member, or take a role, by hand.",
        subcommands: [Suspend.self, Revoke.self])

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "suspend", abstract: "Suspend a member from actions.")

        @Argument(help: "The member's id.")
        var member: String

        @Option(help: "The actions that it is from; all that the tally's policy judges, unless given.")
        var from: [String] = []

        @Option(name: .customLong("for"), help: "How long: 14d, 36h; without an end, unless given.", transform: read)
        var duration: Duration?

        @Option(help: "What it is for.")
        var incident: String?

        @OptionGroup var tally: TallyOptions
        @OptionGroup var options: RecordingOptions

        func run() async throws {
            let (reference, terms) = try tally.resolve(at: options.time, Reporter(format: options.report.format))
            let sanction = LedgerEvent.ManualSanction(
                tally: reference, sanction: .suspend, actions: from, duration: duration, incident: incident)
            try await options.record { ledger in
                try await ledger.add(
                    .sanction(sanction), to: member, by: options.by, at: options.time, terms: [terms])
            }
        }

        private static func read(_ argument: String) throws -> Duration {
            guard let duration = Duration(policyText: argument), duration > .zero else {
                throw ValidationError("`\(argument)` is no duration; write it as 14d or 36h")
            }
            return duration
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Take a role from a member; a pardon of the tally gives it back.")

        @Argument(help: "The member's id.")
        var member: String

        @Argument(help: "The role.")
        var role: String

        @Option(help: "What it is for.")
        var incident: String?

        @OptionGroup var tally: TallyOptions
        @OptionGroup var options: RecordingOptions

        func run() async throws {
            let (reference, terms) = try tally.resolve(at: options.time, Reporter(format: options.report.format))
            let sanction = LedgerEvent.ManualSanction(
                tally: reference, sanction: .revoke, role: role, incident: incident)
            try await options.record { ledger in
                try await ledger.add(
                    .sanction(sanction), to: member, by: options.by, at: options.time, terms: [terms])
            }
        }
    }
}
