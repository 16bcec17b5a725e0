import Bylaw
import BylawSource
import Foundation
import Testing

/// Policies that nobody means well with are refused, by an error that names the limit, before they cost much.
@Suite("Hostile policies")
struct HostilePolicyTests {
    private func codes(_ body: String) throws -> Set<String> { Set(try Judging.problems(body).map(\.code)) }

    private static let rule = "otherwise: allow\nrules: { r: { when: true, then: deny, says: no } }\n"

    @Test(
        "of each kind of name a policy has so many",
        arguments: [
            ("let", "true"), ("types", "{ a: string }"), ("roles", "{}"), ("tallies", "{ within: 1d }"),
            ("facts", "{}"),
        ])
    func names(key: String, value: String) throws {
        // `types` stands in the head: here it is a file of its own that declares them.
        let many = "\(key):\n" + (0..<1_001).map { "  n\($0): \(value)\n" }.joined()
        if key == "types" {
            let file = ["more.yaml": "bylaw: 1\n" + many]
            #expect(
                try Judging.problems("uses: [more.yaml]\n" + Self.rule, more: file).map(\.code) == ["too-many-names"])
        } else {
            #expect(try codes(many + Self.rule) == ["too-many-names"])
        }
    }

    @Test("a policy has five thousand rules, and no more")
    func rules() throws {
        func rules(_ count: Int) -> String {
            "otherwise: allow\nrules:\n" + (0..<count).map { "  r\($0): { when: true, then: deny }\n" }.joined()
        }
        #expect(try codes(rules(5_001)) == ["too-many-names"])
        #expect(try Judging.policies(rules(5_000)).policies.count == 1)
    }

    @Test("a policy's conditions have a thousand patterns, and no more")
    func patterns() throws {
        func rules(_ count: Int) -> String {
            let rules = (0..<count).map {
                "  r\($0): { when: \"post.text.matches('a\($0)')\", then: deny, says: no }\n"
            }
            return "otherwise: allow\nrules:\n" + rules.joined()
        }
        #expect(try Judging.problems(rules(1_001)).map(\.code) == ["too-many-patterns"])
        #expect(try Judging.policies(rules(1_000)).policies.count == 1)
    }

    @Test("types that lie in one another are refused, not followed")
    func types() throws {
        func vocabulary(_ depth: Int) -> [String: String] {
            let types = (0..<depth).map { "  T\($0): { a: T\($0 + 1) }\n" }.joined()
            return ["more.yaml": "bylaw: 1\ntypes:\n\(types)  T\(depth): { a: string }\n"]
        }
        let body = "uses: [more.yaml]\n" + Self.rule
        #expect(try Judging.policies(body, more: vocabulary(31)).policies.count == 1)
        #expect(Set(try Judging.problems(body, more: vocabulary(32)).map(\.code)) == ["too-deep"])
        #expect(Set(try Judging.problems(body, more: vocabulary(900)).map(\.code)) == ["too-deep"])
    }

    @Test("types of which each holds the next twice cost no more than their number")
    func doublingTypes() throws {
        let types = (0..<30).map { "  T\($0): { a: T\($0 + 1), b: T\($0 + 1) }\n" }.joined()
        let more = ["more.yaml": "bylaw: 1\ntypes:\n\(types)  T30: { a: string }\n"]
        #expect(try Judging.policies("uses: [more.yaml]\n" + Self.rule, more: more).policies.count == 1)
    }

    @Test("names that stand for one another are refused, not followed")
    func lets() throws {
        func body(_ count: Int) -> String {
            "otherwise: allow\nlet:\n  l0: true\n"
                + (1..<count).map { "  l\($0): l\($0 - 1)\n" }.joined()
                + "rules: { r: { when: l\(count - 1), then: deny, says: no } }\n"
        }
        #expect(try codes(body(900)) == ["too-deep"])
        #expect(try codes(body(33)) == ["too-deep"])
        #expect(
            Evaluator(try Judging.policies(body(32))).judge(try Judging.request(), standing: .none).outcome == .deny)
    }

    @Test("nesting of any kind is bounded", arguments: ["[", "{ all: [", "{ any: [", "{ at-least: 1, of: ["])
    func nesting(_ opening: String) throws {
        let body = "otherwise: allow\nrules: { r: { when: \(String(repeating: opening, count: 20_000))"
        #expect(try codes(body) == ["too-deep"])
    }

    @Test("a policy with an error in each line tells all of them, and shows a hundred")
    func errors() throws {
        let diagnostics = try Judging.problems("otherwise: allow\n" + (0..<20_000).map { "k\($0): 1\n" }.joined())
        #expect(diagnostics.count == 20_000)
        let shown = TextRenderer().render(diagnostics)
        #expect(shown.split(separator: "\n").count { $0.hasPrefix("error[") } == 100)
        #expect(shown.contains("… and 19900 more errors"))
    }

    @Test(
        "no id, name or key looks like another in letters of two scripts unseen: such a name is another, and unknown",
        arguments: ["роst.text", "post.tехt", "ｐost.text", "po\u{200B}st.text", "post.te\u{202E}xt"])
    func lookalikes(_ name: String) throws {
        let body = "otherwise: allow\nrules: { r: { when: \"\(name) == 'x'\", then: deny, says: no } }\n"
        let problems = try Judging.problems(body)
        #expect(!problems.isEmpty)
        // Shown so that it turns nothing.
        #expect(!TextRenderer().render(problems).unicodeScalars.contains { $0.properties.isBidiControl })
    }

    @Test(
        "names have no invisible or bidirectional characters",
        arguments: ["a\u{202E}b", "a\u{200B}b", "a\u{1B}b", "\u{2066}a"])
    func invisible(_ name: String) throws {
        #expect(throws: PolicyErrors.self) {
            try PolicySet(texts: ["p.yaml": Judging.head.replacing("test.sharing", with: name) + Self.rule])
        }
        #expect(throws: PolicyErrors.self) {
            try Judging.policies("otherwise: allow\nrules: { \"\(name)\": { when: true, then: deny, says: no } }\n")
        }
    }
}
