import ArgumentParser

/// How results are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One JSON object, for programs.
    case json
}

/// The options that every command has that prints a report.
struct ReportOptions: ParsableArguments {
    @Option(help: "How results are printed: text or json.")
    var format = ReportFormat.text
}
