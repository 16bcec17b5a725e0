import ArgumentParser
import BylawSource
import BylawTesting
import Foundation

/// `bylaw test`: replays fixtures against the policies that they name.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replay fixtures and print what differs.",
        discussion: "The report goes to standard output; what keeps a fixture from being replayed, to standard error.")

    @Argument(help: "Fixture files, or folders of them.", transform: NamedPath.read)
    var paths: [String]

    @Option(help: "Replay only the cases whose name contains this.")
    var only: String?

    @Option(help: "Write a report in JUnit's XML to this file too.")
    var junit: String?

    @Flag(help: "Tell what the fixtures never showed of the policies.")
    var coverage = false

    @Option(help: "Exit 1 where the fixtures show less of the policies than this percentage.")
    var minCoverage: Int?

    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard minCoverage.map((0...100).contains) ?? true else {
            throw ValidationError("--min-coverage is a percentage, from 0 to 100")
        }
    }

    func run() throws {
        let reporter = Reporter(format: report.format)
        let cases = try cases(reporter)
        let result = FixtureReport(cases.map { $0.replay() })
        if let junit { try Descriptor.write(result.junit, to: junit) }
        let coverage = coverage || minCoverage != nil ? CoverageReport(cases) : nil
        switch report.format {
        case .text:
            try reporter.print(result.text(style: Terminal.style(of: .standardOutput)) + (coverage?.text ?? ""))
        case .json:
            try reporter.print { json in
                result.write(to: &json)
                coverage?.write(to: &json)
            }
        }
        let isCovered = coverage.flatMap { found in minCoverage.map(found.reaches) } ?? true
        guard result.isPassed, isCovered else { throw ExitStatus.no }
    }

    private func cases(_ reporter: Reporter) throws -> [FixtureCase] {
        let cases: [FixtureCase]
        do {
            cases = try FixtureSuite(contentsOf: paths.map { URL(filePath: $0) }).cases
        } catch {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
        guard let only else { return cases }
        let chosen = cases.filter { $0.name.contains(only) }
        // A run that tests nothing must not pass.
        guard !chosen.isEmpty else {
            try reporter.fail([Diagnostic("no-fixtures", "no case's name contains `\(only)`", at: nil)], .unusable)
        }
        return chosen
    }
}
