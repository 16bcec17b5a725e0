import ArgumentParser
import BylawJSON
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

    @OptionGroup var problems: ProblemOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = Reporter(format: report.format, maximum: problems.maxProblems)
        let result = FixtureReport(try cases(reporter).map { $0.replay() })
        if let junit { try Descriptor.write(result.junit, to: junit) }
        switch report.format {
        case .text: try reporter.print(result.text(style: Terminal.style(of: .standardOutput)))
        case .json: try reporter.print(members: result.write)
        }
        guard result.isPassed else { throw ExitStatus.no }
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

extension FixtureReport {
    /// Writes the members of the report's JSON object.
    fileprivate func write(to json: inout JSONWriter) {
        json.key("passed")
        json.value(passed)
        json.key("failed")
        json.value(failed)
        json.key("cases")
        json.beginArray()
        for result in results {
            json.beginObject()
            json.key("name")
            json.value(result.fixture.name)
            json.key("file")
            json.value(result.fixture.file)
            json.key("line")
            json.value(result.fixture.location.position.line)
            json.key("passed")
            json.value(result.isPassed)
            json.key("diagnostics")
            json.value(result.diagnostics)
            json.endObject()
        }
        json.endArray()
    }
}
