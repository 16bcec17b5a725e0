import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw ledger standing`: a member's points, warnings, roles, titles and suspensions at a moment.
struct LedgerStanding: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "standing", abstract: "Show a member's standing.")

    @Argument(help: "The member's id.")
    var member: String

    @Option(help: "At which moment; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            let time = at ?? .now
            let standing = try await ledger.open(.reading).standing(of: member, at: time)
            switch report.format {
            case .text: try reporter.print(standing.text(at: time))
            case .json:
                try reporter.print(members: { json in
                    json.key("at")
                    json.value(time.description)
                    json.key("standing")
                    standing.write(to: &json)
                })
            }
        }
    }
}

extension Standing {
    /// A line for each thing that counts at a moment.
    fileprivate func text(at time: Timestamp) -> String {
        var lines = ["\(subject) at \(time)"]
        for tally in tallies {
            lines.append("  \(tally.policy)/\(tally.tally): \(tally.points) points, \(tally.warnings) warnings")
        }
        for suspension in suspensions where suspension.until.map({ time < $0 }) ?? true {
            let actions = suspension.actions.isEmpty ? "everything" : suspension.actions.joined(separator: ", ")
            let end = suspension.until.map { "until \($0)" } ?? "without an end"
            lines.append("  suspended from \(actions) by \(suspension.policy) since \(suspension.from) \(end)")
        }
        lines += roles.map { "  has the role \($0)" } + revoked.map { "  lost the role \($0)" }
        lines += titles.map { "  has the title \($0)" }
        lines += restores.map {
            "  to restore: \($0.sanction.rawValue) \($0.role ?? $0.actions.joined(separator: ", "))"
        }
        if lines.count == 1 { lines.append("  a clean record") }
        return lines.map { $0 + "\n" }.joined()
    }
}
