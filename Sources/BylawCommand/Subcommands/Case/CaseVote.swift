import ArgumentParser
import Bylaw

/// `bylaw case vote`: one person's vote.
struct CaseVote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vote", abstract: "Vote on a case.",
        discussion: """
            Whoever votes needs a role of the tier: from the ledger, or given with --role. Recusal is looked at for every \
            vote: whoever may not decide the case is refused.
            """)

    @Argument(help: "The case, by its id.")
    var id: String

    @Argument(help: "What is voted: allow, deny, abstain or recuse.", transform: read)
    var choice: LedgerEvent.Vote.Choice

    @Option(help: "Who votes, by the member's id.")
    var by: String

    @Option(help: "A role that the member has by the host.")
    var role: [String] = []

    @Option(help: "A member to whom the voter is related.")
    var related: [String] = []

    @Option(help: "When; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    @OptionGroup var people: RosterOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            let book = try ledger.open(.writing)
            let time = at ?? .now
            let given = try people.read()
            let roster = if let given { given } else { try await book.knownRoster(ofCase: id, at: time) }
            let reviewer = Reviewer(id: by, roles: role, related: related)
            try await book.vote(choice, onCase: id, by: reviewer, roster: roster, at: time)
            try reporter.show([try await book.record(ofCase: id, at: time)])
        }
    }

    private static func read(_ argument: String) throws -> LedgerEvent.Vote.Choice {
        guard let choice = LedgerEvent.Vote.Choice(rawValue: argument) else {
            throw ValidationError("a vote is allow, deny, abstain or recuse")
        }
        return choice
    }
}
