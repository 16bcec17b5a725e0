import ArgumentParser
import Bylaw
import BylawJSON

/// `bylaw due`: what should have happened by a moment.
struct Due: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List what was due by a moment, and with --judge do what its terms say.",
        discussion: """
            A case whose time is over is decided by the votes that there are, passes to another tier, or is denied. Duties \
            stay until somebody does them (`--done ID --of MEMBER`). Exit code 1: something is overdue.
            """)

    @Option(help: "By which moment; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    @Flag(help: "Do what the terms of what is overdue say, and list what is left.")
    var judge = false

    @Option(help: "A duty that was done, by its id.")
    var done: String?

    @Option(help: "With --done: in whose record the duty is.")
    var of: String?

    @Option(help: "Who records it.")
    var by = "bylaw"

    @OptionGroup var people: RosterOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard (done == nil) == (of == nil) else { throw ValidationError("`--done` and `--of` belong together") }
    }

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let time = at ?? .now
        var isClear = true
        try await reporter.reportingRefusals {
            let book = try ledger.open(judge || done != nil ? .writing : .reading)
            if let done, let of { try await book.close(duty: done, of: of, by: by, at: time) }
            var recording = Recording()
            if judge { recording = try await book.judgeOverdue(at: time, roster: people.read() ?? .unknown) }
            let overdue = try await book.overdue(at: time)
            isClear = overdue.cases.isEmpty && overdue.duties.isEmpty
            switch report.format {
            case .text: try reporter.print((recording.events.isEmpty ? "" : recording.text) + overdue.text)
            case .json:
                try reporter.print(members: { json in
                    recording.writeMembers(to: &json)
                    overdue.writeMembers(to: &json)
                })
            }
        }
        if !isClear { throw ExitStatus.no }
    }
}

extension Overdue {
    fileprivate var text: String {
        if cases.isEmpty, duties.isEmpty { return "nothing is overdue\n" }
        return cases.map(\.line).joined()
            + duties.map { owed in
                "\(owed.duty.duty) \(owed.duty.to ?? "") for \(owed.duty.rule), due \(owed.duty.due?.description ?? "")"
                    + " (--done \(owed.duty.dutyID) --of \(owed.subject))\n"
            }.joined()
    }
}
