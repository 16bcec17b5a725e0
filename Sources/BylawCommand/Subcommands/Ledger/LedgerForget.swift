import ArgumentParser
import Bylaw

/// `bylaw ledger forget`: a member who leaves.
struct LedgerForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Put a keyed pseudonym in the place of a member's id and texts, in every entry.",
        discussion: "Numbers, points and the chain stay as they are. It needs the ledger's key, and cannot be undone.")

    @Argument(help: "The member's id.")
    var member: String

    @OptionGroup var options: RecordingOptions

    func run() async throws {
        try await options.record { ledger in
            let event = try await ledger.forget(member, by: options.by, at: options.time)
            return Recording(events: event.map { [$0] } ?? [])
        }
    }
}
