import Bylaw
import BylawAuthoring
import BylawCEL
import BylawSource
import BylawTesting
import Foundation
import Testing

/// What comes of an example when it is loaded, judged or evaluated for real.
struct ExampleRun {
    /// The codes of all problems and differences.
    private(set) var codes: Set<String> = []
    /// The codes with which the ledger refused what it was expected to refuse.
    private(set) var refusals: Set<String> = []
    /// The problems as text.
    private(set) var text = ""

    /// Nil for what is only told of.
    init?(_ example: CodeExample) throws {
        switch example {
        case .policy(let keys):
            load(["posting.yaml": ExampleGround.merged(keys + "\n", over: ExampleGround.policy)])
        case .condition(let condition):
            load(condition: condition)
        case .pattern(let pattern):
            let quoted = pattern.replacing("'", with: "''")
            let keys = "lexicons: { money: { phrases: [{ pattern: '\(quoted)' }] } }\n"
            load(["posting.yaml": ExampleGround.merged(keys, over: ExampleGround.policy)])
        case .files(let files):
            load(Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) }))
        case .request(let json):
            do { _ = try Request(json: Array(json.utf8)) } catch { add(error.code, error.message) }
        case .expression(let expression):
            evaluate(expression)
        case .fixture(let keys):
            try replay(keys)
        case .told:
            return nil
        }
    }

    /// The codes of policies that stand in files with these texts.
    init(files: [String: String]) { load(files) }

    private mutating func add(_ code: String, _ text: String) {
        codes.insert(code)
        self.text += text + "\n"
    }

    private mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic.code, TextRenderer().render(diagnostic)) }
    }

    private mutating func load(_ files: [String: String]) {
        do { add(try PolicySet(texts: files).warnings) } catch { add(error.diagnostics) }
    }

    private mutating func load(condition: String) {
        let block = condition.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        let keys = "rules:\n  shown:\n    when: |-\n\(block)\n    then: deny\n"
        load(["posting.yaml": ExampleGround.merged(keys, over: ExampleGround.policy)])
    }

    private mutating func evaluate(_ text: String) {
        let (parsed, problems) = ParsedExpression.parse(text)
        guard let parsed else { return problems.forEach { add($0.code, $0.message) } }
        let environment = Environment(libraries: Library.all)
        let (checked, checkProblems) = environment.check(parsed)
        guard let checked else { return checkProblems.forEach { add($0.code, $0.message) } }
        var layout = FrameLayout()
        let program = checked.plan(into: &layout)
        if case .error(let error) = program.evaluate(in: Frame(layout)) { add(error.kind.code, error.message) }
    }

    private mutating func replay(_ keys: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "policies"), withIntermediateDirectories: true)
        for (name, text) in [
            ("policies/posting.yaml", ExampleGround.judging), ("policies/trial.yaml", ExampleGround.trial),
            ("fixture.yaml", ExampleGround.merged(keys + "\n", over: ExampleGround.fixture)),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let report: FixtureReport
        do {
            report = try FixtureSuite(contentsOf: folder.appending(path: "fixture.yaml")).replay()
        } catch {
            return add(error.diagnostics)
        }
        add(report.results.flatMap(\.diagnostics))
        // A refusal that is expected is no difference, but it is what the page is about.
        if report.isPassed {
            for match in keys.matches(of: /refused: ([a-z-]+)/) { refusals.insert(String(match.1)) }
        }
    }
}
