import ArgumentParser
import Bylaw
import BylawAuthoring
import BylawSource
import Foundation

/// `bylaw diff`: judges a history by two sets of policies and shows what changes.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Judge a history of requests by two sets of policies and print what changes.",
        discussion: """
            Each line of the history is a request, as `bylaw judge --lines` reads them. Without --ledger and --carry \
            nobody has points or sanctions, and memory does not grow with the history.
            Exit codes: 0 nothing changes (see --fail-on); 1 something does; 2 wrong usage, or a line is no request.
            """)

    @Argument(help: "The policy file or folder that is in force.", transform: NamedPath.read)
    var old: String

    @Argument(help: "The policy file or folder to compare it with.", transform: NamedPath.read)
    var new: String

    @Option(help: "The history, as JSON Lines; - is standard input.")
    var over: String

    @OptionGroup var ledger: LedgerOptions

    @Flag(help: "Carry strikes, sanctions and cases from request to request, for each set by itself.")
    var carry = false

    @Option(
        help: "The time of requests that have none: 2024-09-01T10:00:00+09:00.", transform: Timestamp.read)
    var time: Timestamp?

    @Option(help: "Write the comparison as a page to this file too.")
    var html: String?

    @Option(help: "What ends the command with 1: any change, milder outcomes alone, or never.")
    var failOn = Failing.any

    @OptionGroup var report: ReportOptions

    /// What is an answer of no.
    enum Failing: String, ExpressibleByArgument, CaseIterable {
        case any
        case milder
        case never
    }

    func validate() throws {
        guard !carry || ledger.ledger == nil else {
            throw ValidationError("`--carry` and `--ledger` exclude each other")
        }
    }

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let input = try Descriptor.reading(over)
        let past: HistoryJudge.Past = carry ? .carried : ledger.isNamed ? .ledger(try ledger.open(.reading)) : .clean
        let judges = (
            old: HistoryJudge(Evaluator(try .loaded(old, reporter)), past: past),
            new: HistoryJudge(Evaluator(try .loaded(new, reporter)), past: past)
        )
        var history = RequestHistory(input, defaultTime: time)
        var comparison = PolicyComparison()
        let progress = Progress()
        while let batch = try history.next(upTo: 256) {
            let requests = batch.map(\.request)
            async let before = judges.old.judge(requests)
            async let after = judges.new.judge(requests)
            for (line, (old, new)) in zip(batch.map(\.line), zip(await before, await after)) {
                comparison.add(old: old, new: new, line: line)
            }
            progress.show(
                history.bytes, of: input.size, "\(comparison.requests) requests, \(comparison.changed) change")
        }
        progress.end()
        try await tell(of: judges.old, judges.new, reporter)
        try show(comparison, reporter)
        if !history.errors.isEmpty {
            try reporter.show(history.errors)
            throw ExitStatus.unusable
        }
        if fails(comparison) { throw ExitStatus.no }
    }

    private func show(_ comparison: PolicyComparison, _ reporter: Reporter) throws {
        if let html {
            try Descriptor.write(comparison.html(title: "\(old) → \(new)"), to: html)
        }
        switch report.format {
        case .text: try reporter.print(comparison.text())
        case .json: try reporter.print(members: comparison.write)
        }
    }

    /// Where something could not be carried on, what is compared behind it is not what would have been.
    private func tell(of old: HistoryJudge, _ new: HistoryJudge, _ reporter: Reporter) async throws {
        for (name, judge) in [("old", old), ("new", new)] {
            for (code, count) in await judge.refused.sorted(by: { $0.key < $1.key }) {
                try reporter.show([
                    Diagnostic(
                        "not-carried", severity: .warning,
                        "\(count) requests could not be carried on by the \(name) set: \(code)", at: nil)
                ])
            }
        }
    }

    private func fails(_ comparison: PolicyComparison) -> Bool {
        switch failOn {
        case .any: comparison.changed > 0
        case .milder: comparison.milder > 0
        case .never: false
        }
    }
}
