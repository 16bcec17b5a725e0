import Bylaw
import BylawAuthoring
import BylawSource
import BylawTesting
import BylawText
import BylawYAML
import Testing

/// What pages only tell of, because it is too large to show or is no text: made here, and loaded for real.
@Suite("What pages tell of")
struct ToldExampleTests {
    @Test("has the problem", arguments: Array(made.keys).sorted())
    func hasProblem(_ code: String) throws {
        let make = try #require(Self.made[code])
        #expect(try make().contains(code))
    }

    /// What comes of a store, a service or a command, and is tested where those are.
    private static let elsewhere: Set<String> = [
        "already-there", "damaged-bundle", "damaged-entry", "damaged-event", "damaged-terms", "host", "id-in-use",
        "import-refused",
        "invalid-binding", "key-needed", "ledger-unavailable", "line-too-long", "missing-attribute", "missing-entries",
        "no-fixtures",
        "no-such-field", "not-a-bundle", "not-a-key", "not-bundled", "not-carried", "not-signed", "too-many-files",
        "undetermined-terms", "unknown-code", "unknown-terms",
        "unlisted-policy",
        "unreadable", "unreadable-event", "unwritable", "wrong-key", "wrong-signature",
        // Of decision logs and policy stores.
        "after-end", "changed-line", "decision-too-long", "empty-file", "lines-missing", "log-closed", "log-damaged",
        "log-full", "log-in-use", "log-unusable", "log-unwritten", "malformed-line", "misplaced-beginning",
        "next-file-missing", "no-beginning", "not-closed", "other-last", "other-previous", "policies-changing",
        "too-few-decisions", "torn-line",
        // No text is known that comes to it.
        "yaml-syntax",
    ]

    @Test("every page that only tells is tried here, or known to be tried elsewhere")
    func complete() {
        let told = Set(CodePages.all.filter(\.wrong.isTold).map(\.code))
        #expect(told == Self.elsewhere.union(Self.made.keys))
        #expect(Self.elsewhere.isDisjoint(with: Self.made.keys))
    }

    private static let made: [String: @Sendable () throws -> Set<String>] = [
        "not-utf-8": { yaml([0x61, 0x3A, 0x20, 0xFF]) },
        "file-too-large": { files(["p.yaml": "# " + String(repeating: "x", count: 2 << 20)]) },
        "too-many-values": { yaml("a: [" + String(repeating: "b,", count: 150_000) + "]") },
        "too-many-anchors": { yaml((1...33).map { "a\($0): &a\($0) x\n" }.joined()) },
        "too-many-aliases": { yaml("a: &a x\nb: [" + String(repeating: "*a ,", count: 129) + "]") },
        "text-too-long": { yaml("a: " + String(repeating: "x", count: 300_000)) },
        "too-many-problems": { yaml((1...1000).map { "a\($0): !x y\n" }.joined()) },
        "too-long": { condition("[" + (1...10_000).map { "'n\($0)'" }.joined(separator: ", ") + "] == []") },
        "too-many-nodes": { condition("[" + String(repeating: "1,", count: 20_000) + "1] == []") },
        "pattern-too-long": { try pattern(String(repeating: "abcdefg|", count: 10_000)) },
        "pattern-too-deep": {
            try pattern(String(repeating: "(?:", count: 1_200) + String(repeating: ")", count: 1_200))
        },
        "pattern-too-many-groups": { try pattern(String(repeating: "(a)", count: 3_000)) },
        "too-many-patterns": {
            let patterns = (1...300).map { "{ pattern: a\($0) }" }.joined(separator: ", ")
            return policy("lexicons: { money: { phrases: [\(patterns)] } }\n")
        },
        "too-many-names": { policy("let:\n" + (1...1_200).map { "  l\($0): true\n" }.joined()) },
        "too-many-phrases": { lexicon((0...1_000_000).map { "\($0)\n" }.joined().utf8.map(\.self)) },
        "not-utf8": { lexicon([0x61, 0x0A, 0xE4, 0x0A]) },
        "ambiguous-tally": {
            let second = ExampleGround.merged("policy: garden.swaps\n", over: ExampleGround.policy)
            return try fixture("expect: { strikes: { conduct: 1 } }", beside: second)
        },
        "invalid-utf8": { request(Array(#"{"id":""#.utf8) + [0xFC] + Array(#""}"#.utf8)) },
        "byte-order-mark": { request([0xEF, 0xBB, 0xBF, 0x7B, 0x7D]) },
        "too-large": { request([UInt8](repeating: 0x20, count: 64 << 20)) },
        "too-many-members": {
            request(Array(("{" + (0...1_000_000).map { "\"\($0)\":1" }.joined(separator: ",") + "}").utf8))
        },
    ]
}

extension ToldExampleTests {
    private static func yaml(_ bytes: [UInt8]) -> Set<String> {
        Set(YAMLDocument.parse(SourceFile(name: "p.yaml", bytes: bytes)).1.map(\.code))
    }

    private static func yaml(_ text: String) -> Set<String> { yaml(Array(text.utf8)) }

    private static func files(_ files: [String: String]) -> Set<String> { ExampleRun(files: files).codes }

    private static func policy(_ keys: String) -> Set<String> {
        files(["p.yaml": ExampleGround.merged(keys, over: ExampleGround.policy)])
    }

    private static func condition(_ text: String) -> Set<String> {
        policy("rules:\n  shown:\n    when: |-\n      \(text)\n    then: deny\n")
    }

    private static func pattern(_ pattern: String) throws -> Set<String> {
        try #require(try ExampleRun(.pattern(pattern))).codes
    }

    private static func lexicon(_ bytes: [UInt8]) -> Set<String> {
        let file = LexiconFile(SourceFile(name: "l.txt", bytes: bytes), boundary: .word, anchors: [])
        return Set(file.diagnostics.map(\.code))
    }

    private static func request(_ json: [UInt8]) -> Set<String> {
        do { _ = try Request(json: json) } catch { return [error.code] }
        return []
    }

    private static func fixture(_ expectation: String, beside policy: String) throws -> Set<String> {
        let folder = try ExampleFolder([
            "policies/a.yaml": ExampleGround.policy, "policies/b.yaml": policy,
            "fixture.yaml": ExampleGround.fixture + "cases: [{ name: a, \(expectation) }]\n",
        ])
        defer { folder.remove() }
        do { _ = try FixtureSuite(contentsOf: folder.fixture) } catch {
            return Set(error.diagnostics.map(\.code))
        }
        return []
    }
}
