import ArgumentParser
import Bylaw
import BylawAuthoring
import BylawJSON
import BylawSource
import Foundation

/// `bylaw explain`: why a request is decided as it is.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell why a request is decided as it is, and what would change that.",
        discussion: """
            For a moderator: each rule with the values of its conditions, those that nearly match, and the smallest \
            changes that bring another outcome. For the member: a statement of reasons in their language. What masks \
            hide is shown to neither.
            """)

    @Option(help: "The policy file, or the folder of policies, to judge by.", transform: NamedPath.read)
    var policies: String

    @OptionGroup var ledger: LedgerOptions

    @Option(name: .customLong("for"), help: "Who reads it: moderator or member.")
    var reader = Reader.moderator

    @Option(help: "The language of the member's statement, as the policies name it; their first unless given.")
    var language: String?

    @Option(
        help: "The time of a request that has none: 2024-09-01T10:00:00+09:00.", transform: Timestamp.read)
    var time: Timestamp?

    @OptionGroup var report: ReportOptions

    @Argument(help: "The request's file; - is standard input.")
    var file = "-"

    /// Who reads the explanation.
    enum Reader: String, ExpressibleByArgument, CaseIterable {
        case moderator
        case member
    }

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let evaluator = Evaluator(try .loaded(policies, reporter))
        let input = try Descriptor.reading(file)
        let bytes = try input.readAll(limit: JSONLimits.default.bytes)
        let asked = try Request.parsed(bytes, of: input, defaultTime: time, reporter)
        let (request, standing) = try await informed(asked, by: evaluator, reporter)
        switch reader {
        case .moderator:
            let account = evaluator.account(for: request, standing: standing)
            switch report.format {
            case .text: try reporter.print(account.text())
            case .json: try reporter.print(members: account.write)
            }
        case .member:
            let statement = evaluator.statement(on: request, standing: standing, in: language)
            switch report.format {
            case .text: try reporter.print(statement.text())
            case .json: try reporter.print(members: statement.write)
            }
        }
    }

    /// The request with what a ledger knows of it. One that cannot be read is told of, and explained as one.
    private func informed(
        _ request: Request, by evaluator: Evaluator, _ reporter: Reporter
    ) async throws -> (Request, StandingInput) {
        guard ledger.isNamed else { return (request, .none) }
        do {
            let (request, standing) = try await ledger.open(.reading).informed(request, by: evaluator)
            return (request, .known(standing))
        } catch let error as LedgerError {
            try reporter.show([Diagnostic(error.code, error.description, at: nil)])
            return (request, .unavailable)
        }
    }
}
