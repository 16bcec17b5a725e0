import ArgumentParser
import Bylaw

/// `bylaw ledger appeal`: a member contests what was recorded.
struct LedgerAppeal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal", abstract: "Open an appeal, decide it, or withdraw it.",
        subcommands: [Open.self, Decide.self, Withdraw.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Contest a strike, a warning or a sanction by hand.",
            discussion: "The id that is printed is the appeal's.")

        @Argument(help: "The event that is contested, by its id; with --member, the incident.")
        var event: String

        @Option(help: "The member whose strike for the incident is contested.")
        var member: String?

        @Option(help: "Until when it must be decided.", transform: Timestamp.read)
        var due: Timestamp?

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            try await options.record { ledger in
                if let member {
                    return try await ledger.openAppeal(
                        ofIncident: event, member: member, by: options.by, at: options.time, due: due)
                }
                return try await ledger.openAppeal(of: event, by: options.by, at: options.time, due: due)
            }
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide",
            abstract: "Decide an open appeal: what is contested stands, or is as if it had never been.")

        @Argument(help: "The appeal, by its id.")
        var appeal: String

        @Flag(help: "What is contested stands.")
        var uphold = false

        @Flag(help: "What is contested is as if it had never been.")
        var overturn = false

        @OptionGroup var options: RecordingOptions

        func validate() throws {
            guard uphold != overturn else { throw ValidationError("decide with `--uphold` or with `--overturn`") }
        }

        func run() async throws {
            try await options.record { ledger in
                try await ledger.decideAppeal(appeal, overturns: overturn, by: options.by, at: options.time)
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "Give an open appeal up.")

        @Argument(help: "The appeal, by its id.")
        var appeal: String

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            try await options.record { ledger in
                try await ledger.withdrawAppeal(appeal, by: options.by, at: options.time)
            }
        }
    }
}
