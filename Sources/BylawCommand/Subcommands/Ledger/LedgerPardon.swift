import ArgumentParser
import Bylaw

/// `bylaw ledger pardon`: what was done stands, but its consequences end.
struct LedgerPardon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pardon", abstract: "End a member's suspensions and revocations, and with `points` the points too."
    )

    @Argument(help: "The member's id.")
    var member: String

    @Option(help: "How far it goes: sanction (the points stay), or points.", transform: read)
    var clears: LedgerEvent.Pardon.Clears

    @Option(help: "The policy that it is limited to; all, unless given.")
    var policy: String?

    @Option(help: "The tally of that policy that it is limited to.")
    var tally: String?

    @OptionGroup var options: RecordingOptions

    private static func read(_ argument: String) throws -> LedgerEvent.Pardon.Clears {
        guard let clears = LedgerEvent.Pardon.Clears(rawValue: argument) else {
            throw ValidationError("`--clears` is sanction or points")
        }
        return clears
    }

    func validate() throws {
        guard tally == nil || policy != nil else { throw ValidationError("`--tally` needs its `--policy`") }
    }

    func run() async throws {
        try await options.record { ledger in
            try await ledger.add(
                .pardon(.init(clears: clears, policy: policy, tally: tally)), to: member, by: options.by,
                at: options.time)
        }
    }
}
