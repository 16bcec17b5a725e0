import Bylaw
import BylawAuthoring
import BylawSource
import BylawTestSupport
import BylawTesting
import BylawYAML
import Foundation
import Testing

@Suite("JSON Schema of policies")
struct SchemaTests {
    /// Every policy, vocabulary, lexicon and fixture in the repository.
    static let files: [String] = ["Policies", "Fixtures", "Tests/Histories", "Tests/Published", "Benchmarks/Policies"]
        .flatMap { folder -> [String] in
            let root = SharedData.packageRoot.appending(path: folder)
            let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            return files.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("bylaw-root.yaml") }.map { "\(folder)/\($0)" }
        }.sorted()

    @Test("the schema fits every file that is right", arguments: files)
    func accepts(_ path: String) throws {
        let bytes = try Data(contentsOf: SharedData.packageRoot.appending(path: path))
        let document = try #require(
            YAMLDocument.parse(SourceFile(name: path, bytes: Array(bytes))).0)
        let kind = try #require(Self.kind(of: document))
        let instance = SchemaInstance(document.root)
        #expect(try SchemaValidator(PolicySchema(kind).text).problems(instance) == [])
        #expect(try SchemaValidator(PolicySchema().text).problems(instance) == [])
    }

    @Test("there are files of each kind to try it on")
    func kinds() {
        #expect(Self.files.count > 40)
    }

    @Test("a request in a fixture has the keys of a request but for the time")
    func request() {
        #expect(Set(FixtureShapes.request.keys.map(\.name)) == Set(RequestDecoder.members).subtracting(["time"]))
    }

    @Test(
        "names, versions, durations and timestamps have the forms that the parser reads",
        arguments: [
            ("policy", "a.b", true), ("policy", "規則-1", true), ("policy", "-a", false), ("policy", "a b", false),
            ("policy", "ルール・一", true), ("policy", String(repeating: "a", count: 129), false),
            ("version", "'1.0.0'", true), ("version", "1.0", false), ("version", "01.0.0", false),
            ("effective", "{ from: 2024-08-20T00:00:00+09:00 }", true), ("effective", "{ from: 2024-08-20 }", false),
            ("tallies", "{ t: { within: 1.5h30m } }", true), ("tallies", "{ t: { within: 3 months } }", false),
            ("tallies", "{ t: { within: forever } }", true), ("tallies", "{ t: { within: 14 } }", false),
        ])
    func forms(_ key: String, _ value: String, _ isRight: Bool) throws {
        let keys = "\(key): \(value)\n"
        let text = ExampleGround.merged(keys, over: ExampleGround.policy)
        let document = try #require(YAMLDocument.parse(SourceFile(name: "p.yaml", text: text)).0)
        let problems = try SchemaValidator(PolicySchema(.policy).text).problems(SchemaInstance(document.root))
        #expect(problems.isEmpty == isRight, "\(problems)")
        #expect(ExampleRun(files: ["p.yaml": text]).codes.isEmpty == isRight)
    }

    /// What a page shows as wrong for one of these reasons, editors must underline as well.
    static let structural = [
        "unknown-key", "wrong-type", "missing-key", "unknown-word", "out-of-range", "invalid-name", "invalid-version",
        "invalid-duration", "invalid-percentage", "invalid-timestamp", "missing-condition", "ambiguous-condition",
        "missing-effect",
        "invalid-condition", "invalid-duty", "invalid-type", "empty-mask", "invalid-effect",
    ]

    @Test("the schema refuses what the parser refuses, and fits what is right", arguments: structural)
    func pages(_ code: String) throws {
        let page = try #require(CodePages.page(code))
        for (example, isRight) in [(page.wrong, false), (page.right, true)] {
            guard case .policy(let keys) = example else { continue }
            let text = ExampleGround.merged(keys + "\n", over: ExampleGround.policy)
            let document = try #require(YAMLDocument.parse(SourceFile(name: "p.yaml", text: text)).0)
            let problems = try SchemaValidator(PolicySchema(.policy).text).problems(SchemaInstance(document.root))
            #expect(problems.isEmpty == isRight, "\(problems)")
        }
    }

    /// A matrix by the schema of fixtures.
    private static func problems(ofMatrix keys: String) throws -> [String] {
        let text = "bylaw: 1\npolicies: ../policies\n\(keys)"
        let document = try #require(YAMLDocument.parse(SourceFile(name: "f.yaml", text: text)).0)
        return try SchemaValidator(PolicySchema(.fixture).text).problems(SchemaInstance(document.root))
    }

    @Test("the schema fits the matrix that the README shows")
    func shownMatrix() throws {
        let readme = try String(contentsOf: SharedData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        let start = try #require(readme.range(of: "```yaml\nmatrix:"))
        let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
        #expect(try Self.problems(ofMatrix: "matrix:" + readme[start.upperBound..<end.lowerBound]) == [])
    }

    /// All that a matrix may say, with names of any form and a line that changes nothing.
    static let matrix = """
        matrix:
          - name: all
            now: 2025-05-01T00:00:00Z
            with: { stage: done, action: { count: 3, tags: [a] } }
            without: [resource.owner]
            rows:
              known member:
              "1st": { actor: { joined: 2025-04-30T00:00:00Z, roles: [elder] }, standing: { points: { t: 3 } } }
            columns:
              plain: { context: { urgent: true }, stage: proposed, modes: [quiet], stopped: [p/r] }
              asked: { facts: [{ fact: consent, by: u1, at: 2025-05-01T00:00:00Z }], without: action.text }
            layers:
              shared: { action: { name: share } }
            expect:
              shared:
                known member: { plain: allow, asked: { outcome: hold, rules: [r] } }
                "1st": { plain: deny, asked: { strikes: { t: 1 } } }

        """

    @Test("the schema fits a matrix that says all that one can")
    func wholeMatrix() throws {
        #expect(try Self.problems(ofMatrix: Self.matrix) == [])
    }

    @Test(
        "the schema refuses a matrix that the parser refuses",
        arguments: [
            ("plain: allow", "plain: alow"), ("outcome: hold", "outcom: hold"), ("stage: proposed", "stage: prosed"),
            ("context: {", "contxt: {"), ("stage: proposed", "incident: i1"), ("actor: {", "rulings: [], actor: {"),
            ("with: { stage", "with: { stag"),
        ])
    func slips(_ right: String, _ wrong: String) throws {
        let text = Self.matrix.replacing(right, with: wrong)
        try #require(text != Self.matrix)
        #expect(try !Self.problems(ofMatrix: text).isEmpty)
    }

    @Test("every key is explained")
    func documentation() throws {
        for kind in SchemaKind.allCases {
            for key in kind.shape.keys { #expect(key.documentation.hasSuffix(".") || key.documentation.hasSuffix("`")) }
        }
    }

    private static func kind(of document: YAMLDocument) -> SchemaKind? {
        switch PolicyParser.kind(of: document) {
        case .policy: .policy
        case .vocabulary: .vocabulary
        case .lexicon: .lexicon
        case .source: .source
        case .fixture: document.root.mapping?["equivalent-mutants"] == nil ? .fixture : .equivalentMutants
        case .unknown: nil
        }
    }
}
