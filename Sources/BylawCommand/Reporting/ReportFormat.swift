import ArgumentParser

/// How results are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One JSON object, for programs.
    case json
}

/// How many problems are shown to people.
struct ProblemOptions: ParsableArguments {
    @Option(help: "How many problems are shown at most; the others are counted.")
    var maxProblems = 100

    func validate() throws {
        guard maxProblems >= 0 else { throw ValidationError("--max-problems is a number from 0") }
    }
}

/// The options that every command has that prints a report.
struct ReportOptions: ParsableArguments {
    @Option(help: "How results are printed: text or json.")
    var format = ReportFormat.text
}
