import BylawSource
import BylawYAML
import Testing

@Suite("each limit")
struct LimitTests {
    /// Limits with one of them changed.
    static func limits(_ change: (inout YAMLLimits) -> Void) -> YAMLLimits {
        var limits = YAMLLimits.default
        change(&limits)
        return limits
    }

    @Test(
        "lets through what reaches it, and names what goes beyond",
        arguments: [
            (limits { $0.bytes = 9 }, "a: 456789", "a: 4567890", "file-too-large", SourceRange(9, 9)),
            (limits { $0.depth = 3 }, "[[{あ: b}]]", "[[[[a]]]]", "too-deep", SourceRange(3, 4)),
            (limits { $0.depth = 3 }, "a: &b [c]\nd: [*b]", "a: &b [c]\nd: [[*b]]", "too-deep", SourceRange(15, 17)),
            (limits { $0.nodes = 5 }, "{a: b, c: d}", "{a: b, c: d, e: f}", "too-many-values", SourceRange(13, 14)),
            (limits { $0.nodes = 8 }, "[&a [b, c], *a]", "[&a [b, c], *a, *a]", "too-many-values", SourceRange(16, 18)),
            (limits { $0.anchors = 1 }, "[&a b, *a]", "[&a b, &c d]", "too-many-anchors", SourceRange(7, 9)),
            (limits { $0.aliases = 1 }, "[&a b, *a]", "[&a b, *a, *a]", "too-many-aliases", SourceRange(11, 13)),
            (limits { $0.scalarBytes = 4 }, "a: bcde", "a: bcdef", "text-too-long", SourceRange(3, 8)),
            (
                limits { $0.problems = 2 }, "{a: 1, a: 2}", "{a: 1, a: 2, a: 3, a: 4}", "too-many-problems",
                SourceRange(19, 20)
            ),
        ])
    func limit(_ limits: YAMLLimits, _ within: String, _ beyond: String, _ code: String, _ range: SourceRange) {
        let good = YAMLDocument.parse(SourceFile(name: "test.yaml", text: within), limits: limits)
        #expect(good.document != nil)
        #expect(good.problems.allSatisfy { $0.code == "duplicate-key" })
        let bad = YAMLDocument.parse(SourceFile(name: "test.yaml", text: beyond), limits: limits)
        #expect(bad.document == nil)
        #expect(bad.problems.last?.code == code)
        #expect(code == "too-many-problems" || bad.problems.last?.location?.range == range)
    }

    @Test("stops aliases that grow without bound")
    func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
        }
        let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        // Not the document itself, which a failed expectation would print with all that it repeats.
        let isRefused = document == nil
        #expect(isRefused)
        #expect(problems.map(\.code) == ["too-many-values"])
    }

    @Test(
        "stops nesting in every form before it costs anything",
        arguments: ["[", "{a: ", "- ", "? ", "[a: ", "{", "!t [", "&a ["])
    func nesting(_ opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        #expect(document == nil)
        #expect(problems.last.map { ["too-deep", "too-many-anchors"].contains($0.code) } == true)
    }
}
