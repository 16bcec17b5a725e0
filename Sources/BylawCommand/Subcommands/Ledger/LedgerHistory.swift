import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw ledger history`: what was recorded of a member.
struct LedgerHistory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was recorded of a member, in the order of recording.")

    @Argument(help: "The member's id.")
    var member: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            let events = try await ledger.open(.reading).events(of: member)
            switch report.format {
            case .text:
                try reporter.print(
                    events.isEmpty ? "nothing was recorded of \(member)\n" : events.map(\.line).joined())
            case .json:
                try reporter.print(members: { json in
                    json.key("events")
                    json.beginArray()
                    for event in events { event.write(to: &json) }
                    json.endArray()
                })
            }
        }
    }
}

extension LedgerEvent {
    /// `2024-09-01T10:00:00+09:00 strike … by service`: a line of compact JSON behind the time.
    fileprivate var line: String {
        var json = JSONWriter()
        write(to: &json)
        return "\(occurred) \(kind.name) \(json.text)\n"
    }
}
