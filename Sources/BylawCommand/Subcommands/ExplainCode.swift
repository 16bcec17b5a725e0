import ArgumentParser
import BylawAuthoring
import BylawJSON

/// `bylaw explain-code`: says what a kind of problem means and how to put it right.
struct ExplainCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-code", abstract: "Say what a problem's code means and how to put it right.",
        discussion: "The code stands in brackets before a problem: error[unknown-field]. Without one, all are listed.")

    @Argument(help: "A code: unknown-field.")
    var code: String?

    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = Reporter(format: report.format)
        guard let code else { return try list(reporter) }
        let page: CodePage
        do {
            page = try CodePages.find(code)
        } catch {
            try reporter.fail([error.diagnostic], .unusable)
        }
        switch report.format {
        case .text: try reporter.print(page.text)
        case .json:
            try reporter.print { json in
                json.key("page")
                json.value(page)
            }
        }
    }

    private func list(_ reporter: Reporter) throws {
        switch report.format {
        case .text: try reporter.print(CodePages.list)
        case .json:
            try reporter.print { json in
                json.key("pages")
                json.beginArray()
                for page in CodePages.all { json.value(page) }
                json.endArray()
            }
        }
    }
}
