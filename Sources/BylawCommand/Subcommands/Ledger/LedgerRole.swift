import ArgumentParser
import Bylaw

/// `bylaw ledger role`: roles that people grant and take away.
struct LedgerRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Grant a member a role, or revoke it.", subcommands: [Grant.self, Revoke.self])

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "grant", abstract: "Grant a member a role.")

        @Argument(help: "The member's id.")
        var member: String

        @Argument(help: "The role.")
        var role: String

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            try await options.record { ledger in
                try await ledger.add(.roleGranted(role), to: member, by: options.by, at: options.time)
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke",
            abstract: "Take a role from a member, whatever the host says, until it is granted again.")

        @Argument(help: "The member's id.")
        var member: String

        @Argument(help: "The role.")
        var role: String

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            try await options.record { ledger in
                try await ledger.add(.roleRevoked(role), to: member, by: options.by, at: options.time)
            }
        }
    }
}
