import ArgumentParser
import Bylaw

/// `bylaw ledger carry-out`: what the host has done about sanctions.
struct LedgerCarryOut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry-out",
        abstract: "Record that all of a member's sanctions were carried out, or that what had to be restored was.")

    @Argument(help: "The member's id.")
    var member: String

    @Flag(help: "What had to be restored was, rather than what stands carried out.")
    var restored = false

    @OptionGroup var options: RecordingOptions

    func run() async throws {
        try await options.record { ledger in
            try await ledger.carryOutAll(of: member, restoring: restored, by: options.by, at: options.time)
        }
    }
}
