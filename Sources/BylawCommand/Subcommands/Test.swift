import ArgumentParser
import BylawSource
import BylawTesting
import Foundation

/// `bylaw test`: replays fixtures against the policies that they name.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Replay fixtures and print what differs.",
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

    @Flag(help: "Change the policies in every way that the fixtures ought to notice; exit 1 where they do not.")
    var mutate = false

    @OptionGroup var problems: ProblemOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard minCoverage.map((0...100).contains) ?? true else {
            throw ValidationError("--min-coverage is a percentage, from 0 to 100")
        }
    }

    func run() throws {
        let reporter = Reporter(format: report.format, maximum: problems.maxProblems)
        let suite = try suite(reporter)
        let cases = try chosen(suite.cases, reporter)
        let result = FixtureReport(cases.map { $0.replay() })
        if let junit { try Descriptor.write(result.junit, to: junit) }
        let coverage = coverage || minCoverage != nil ? CoverageReport(cases) : nil
        // A case that fails by the policies as they are notices nothing.
        let mutants = mutate && result.isPassed ? mutants(cases, suite) : nil
        try print(result, coverage, mutants, reporter)
        let isCovered = coverage.flatMap { found in minCoverage.map(found.reaches) } ?? true
        guard result.isPassed, isCovered, mutants?.isPassed ?? true else { throw ExitStatus.no }
    }

    private func mutants(_ cases: [FixtureCase], _ suite: FixtureSuite) -> MutationReport {
        let progress = Progress()
        defer { progress.end() }
        return MutationReport(cases, equivalents: suite.equivalents, isWhole: only == nil) { done, total in
            progress.show(done, of: total, "\(done) of \(total) mutants")
        }
    }

    private func print(
        _ result: FixtureReport, _ coverage: CoverageReport?, _ mutants: MutationReport?, _ reporter: Reporter
    ) throws {
        switch report.format {
        case .text:
            let style = Terminal.style(of: .standardOutput)
            try reporter.print(
                result.text(style: style) + HarmlessText.ofLines(coverage?.text ?? "")
                    + (mutants?.text(style: style) ?? ""),
                isMarkedUp: true)
        case .json:
            try reporter.print { json in
                result.write(to: &json)
                coverage?.write(to: &json)
                mutants?.write(to: &json)
            }
        }
    }

    private func suite(_ reporter: Reporter) throws -> FixtureSuite {
        do {
            return try FixtureSuite(contentsOf: paths.map { URL(filePath: $0) })
        } catch {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }

    /// The cases that are named.
    private func chosen(_ cases: [FixtureCase], _ reporter: Reporter) throws -> [FixtureCase] {
        guard let only else { return cases }
        let chosen = cases.filter { $0.name.contains(only) }
        // A run that tests nothing must not pass.
        guard !chosen.isEmpty else {
            try reporter.fail([Diagnostic("no-fixtures", "no case's name contains `\(only)`", at: nil)], .unusable)
        }
        return chosen
    }
}
