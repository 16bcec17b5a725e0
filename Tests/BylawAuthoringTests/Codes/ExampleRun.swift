import Bylaw
import BylawAuthoring
import BylawCEL
import BylawSource
import BylawTesting
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
        case .strict(let keys):
            analyse(ExampleGround.merged(keys + "\n", over: ExampleGround.strict))
        case .quoting(let keys, let files):
            try report(ExampleGround.merged(keys + "\n", over: ExampleGround.policy), files)
        case .mutants(let keys):
            try mutate(keys)
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

    private mutating func analyse(_ policy: String) {
        do {
            let analysis = try PolicyAnalysis(texts: ["posting.yaml": policy])
            add(analysis.policies.warnings + analysis.findings)
        } catch {
            add(error.diagnostics)
        }
    }

    /// Reports on the texts among the files, if there are any.
    private mutating func report(_ policy: String, _ files: [CodeExample.File]) throws {
        let (yaml, texts) = (files.filter(\.isYAML), files.filter { !$0.isYAML })
        let policies: PolicySet
        do {
            policies = try PolicySet(
                texts: Dictionary(uniqueKeysWithValues: [("posting.yaml", policy)] + yaml.map { ($0.name, $0.text) }))
        } catch {
            return add(error.diagnostics)
        }
        add(policies.warnings)
        guard !texts.isEmpty else { return }
        let folder = try ExampleFolder(Dictionary(uniqueKeysWithValues: texts.map { ($0.name, $0.text) }))
        defer { folder.remove() }
        add(SourceReport([policies], textsIn: folder.url).diagnostics)
    }

    private mutating func mutate(_ keys: String) throws {
        let folder = try ExampleFolder.judging([
            "fixture.yaml": ExampleGround.sale,
            "equivalent-mutants.yaml": ExampleGround.merged(keys + "\n", over: "bylaw: 1\n"),
        ])
        defer { folder.remove() }
        do { add(try FixtureSuite(contentsOf: folder.fixture).mutation().diagnostics) } catch { add(error.diagnostics) }
    }

    private mutating func replay(_ keys: String) throws {
        let folder = try ExampleFolder.judging([
            "fixture.yaml": ExampleGround.merged(keys + "\n", over: ExampleGround.fixture)
        ])
        defer { folder.remove() }
        let report: FixtureReport
        do { report = try FixtureSuite(contentsOf: folder.fixture).replay() } catch { return add(error.diagnostics) }
        add(report.results.flatMap(\.diagnostics))
        // A refusal that is expected is no difference, but it is what the page is about.
        if report.isPassed {
            for match in keys.matches(of: /refused: ([a-z-]+)/) { refusals.insert(String(match.1)) }
        }
    }
}

extension CodeExample.File {
    fileprivate var isYAML: Bool { name.hasSuffix(".yaml") }
}
