import ArgumentParser
import Bylaw
import BylawAuthoring
import BylawSource
import Foundation

/// `bylaw publish`: the rule book that members read, and what became of the texts that it puts into force.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publish policies as the rule book that members read.",
        discussion: """
            Each PATH is a set of its own. With --sources the result is a report instead: which sentence of each text \
            became which rule, what was left out and why, and what nobody accounts for; exit code 1 where something is \
            amiss.
            """)

    @Argument(help: "Policy files, or folders of them.", transform: NamedPath.read)
    var paths: [String]

    @Option(help: "Publish in this language alone; in each of the policies', unless given.")
    var language: String?

    @Option(
        help: "A file, or a folder (one that exists, or a name that ends in /) for a file of each language.",
        transform: NamedPath.read)
    var output: String?

    @Flag(help: "One page of HTML with all languages, in the place of Markdown.")
    var html = false

    @Option(help: "Tell what has changed since these policies.", transform: NamedPath.read)
    var since: String?

    @Option(
        help: "Report what became of the texts in this folder, in the place of a rule book.", transform: NamedPath.read)
    var sources: String?

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if sources == nil, report.format == .json { throw ValidationError("--format json goes with --sources") }
        if sources != nil, html || since != nil || language != nil || output != nil {
            throw ValidationError("--sources makes a report, and no rule book")
        }
    }

    func run() throws {
        let reporter = Reporter(format: report.format)
        let policies = try paths.map { try PolicySet.loaded($0, reporter) }
        if let sources {
            try show(SourceReport(policies, textsIn: URL(filePath: sources)), reporter)
        } else {
            let old = try since.map { [try PolicySet.loaded($0, reporter)] }
            try write(RuleBook(policies, since: old, languages: language.map { [$0] }), reporter)
        }
    }

    private func show(_ result: SourceReport, _ reporter: Reporter) throws {
        switch report.format {
        case .text:
            try reporter.print(result.text())
            try reporter.show(result.diagnostics)
        case .json: try reporter.print(members: result.write)
        }
        guard result.isComplete else { throw ExitStatus.no }
    }

    private func write(_ book: RuleBook, _ reporter: Reporter) throws {
        for language in book.languagesWithoutWords {
            try reporter.note("no words of a rule book are known in `\(language)`: they are in English\n")
        }
        let files = book.files(asHTML: html)
        guard let output else {
            // As in a file: it is the renderers that let nothing through.
            return try reporter.print(files.map(\.text).joined(separator: "\n"), isMarkedUp: true)
        }
        guard let folder = try OutputFolder(output) else {
            return try Descriptor.write(files.map(\.text).joined(separator: "\n"), to: output)
        }
        for file in files { try Descriptor.write(file.text, to: folder.path(of: file.name)) }
    }
}
