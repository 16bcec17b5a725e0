import ArgumentParser
import Bylaw
import BylawJSON
import BylawSource
import Foundation

/// The options that every command has which records something.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Who records it.")
    var by = "bylaw"

    @Option(help: "When it happened; now, unless given.", transform: Timestamp.read)
    var at: Timestamp?

    var time: Timestamp { at ?? .now }

    /// Records, and shows what became of it.
    func record(_ body: (Ledger) async throws -> Recording) async throws {
        let reporter = Reporter(format: report.format)
        try await reporter.reportingRefusals {
            try reporter.show(try await body(try ledger.open(.writing)))
        }
    }
}

extension Timestamp {
    /// The computer's clock, to the second, in UTC.
    static var now: Timestamp {
        Timestamp(clamping: Int64(Date().timeIntervalSince1970))
    }

    /// A moment as it is given on the command line: RFC 3339 with an offset.
    static func read(_ argument: String) throws -> Timestamp {
        guard let time = Timestamp(argument) else {
            throw ValidationError("`\(argument)` is no point in time; write it as 2024-09-01T10:00:00+09:00")
        }
        return time
    }
}

extension Reporter {
    /// Runs a body, and shows why the ledger refuses where it does.
    func reportingRefusals(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as LedgerError {
            try fail([Diagnostic(error.code, error.description, at: nil)], ExitStatus(error))
        }
    }

    /// Shows what became of recording.
    func show(_ recording: Recording) throws {
        switch format {
        case .json: try print(members: recording.writeMembers)
        case .text: try print(recording.text)
        }
    }
}

extension ExitStatus {
    /// A store that cannot be used, or a key that is not its own, is unusable; any other refusal is a no.
    init(_ error: LedgerError) {
        switch error {
        case .unavailable, .wrongKey, .keyNeeded, .unreadable, .unknownZone: self = .unusable
        default: self = .no
        }
    }
}

extension Recording {
    /// A line for each event, and one for each thing that follows.
    var text: String {
        var lines = events.map { "recorded \($0.kind.name) of \($0.subject): \($0.id)" }
        if events.isEmpty { lines.append("nothing new") }
        lines += sanctions.map { "\($0.subject): \($0.sanction.text)" }
        lines += ended.map { "\($0.subject): no longer \($0.sanction.text)" }
        lines += duties.map { "\($0.duty) \($0.to ?? "")" }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Standing.Sanction {
    /// `suspend from share until … (policy/sharing reached 2)`.
    var text: String {
        var words = [rung.sanction.rawValue]
        if rung.sanction == .suspend {
            words.append("from \(rung.actions.isEmpty ? "everything" : rung.actions.joined(separator: ", "))")
        }
        if let role = rung.role { words.append(role) }
        if let title = rung.title { words.append(title) }
        words.append("since \(from)")
        if let until { words.append("until \(until)") }
        return words.joined(separator: " ") + " (\(policy)/\(tally) reached \(rung.at))"
    }
}
