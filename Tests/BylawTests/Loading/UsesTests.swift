import Bylaw
import BylawSource
import Foundation
import Testing

@Suite struct UsesTests {
    static func policy(_ uses: String, _ rules: String = "") -> String {
        """
        bylaw: 1
        policy: test.p
        version: 1.0.0
        uses: [\(uses)]
        judges: { action: { share: Share } }
        otherwise: allow
        \(rules)

        """
    }

    static let types = "bylaw: 1\ntypes: { Share: { text: text } }\n"

    private func problems(_ texts: [String: String]) -> [String] {
        do {
            _ = try PolicySet(texts: texts)
            return []
        } catch {
            return error.diagnostics.map { "\($0.code) \($0.location.map { $0.file.text(in: $0.range) } ?? "-")" }
        }
    }

    @Test func typesAndLexiconsAreShared() throws {
        let policy = Self.policy(
            "../common/types.yaml, ../lexicons/hedges.yaml",
            "rules: { r: { when: \"share.text.mentions('hedges')\", then: deny } }")
        let set = try PolicySet(texts: [
            "a/p.yaml": policy, "common/types.yaml": Self.types,
            "lexicons/hedges.yaml": "bylaw: 1\nlexicon: hedges\nphrases: [maybe]\n",
        ])
        let request = try Request(
            json: Array(
                """
                {"id": "e", "time": "2024-09-01T10:00:00Z", "actor": {"type": "m", "id": "u"},
                 "action": {"name": "share", "text": "Maybe so"}, "resource": {"type": "post", "id": "p"}}
                """.utf8))
        #expect(Evaluator(set).judge(request, standing: .none).outcome == .deny)
    }

    @Test func theDigestCoversWhatIsUsed() throws {
        let policy = Self.policy("types.yaml")
        let one = try PolicySet(texts: ["p.yaml": policy, "types.yaml": Self.types])
        let two = try PolicySet(texts: ["p.yaml": policy, "types.yaml": Self.types + "# another\n"])
        #expect(one.policies.map(\.digest) != two.policies.map(\.digest))
        let again = try PolicySet(texts: ["p.yaml": policy, "types.yaml": Self.types])
        #expect(one.policies == again.policies)
    }

    @Test func whatCannotBeUsedIsToldAtItsPlace() {
        #expect(problems(["p.yaml": Self.policy("types.yaml")]).contains("missing-file types.yaml"))
        #expect(problems(["p.yaml": Self.policy("../types.yaml")]).contains("outside-root ../types.yaml"))
        #expect(problems(["p.yaml": Self.policy("/etc/passwd")]).contains("outside-root /etc/passwd"))
        #expect(
            problems([
                "p.yaml": Self.policy("q.yaml"), "q.yaml": Self.policy("p.yaml").replacing("test.p", with: "test.q"),
            ])
            .contains("not-a-vocabulary q.yaml"))
        #expect(
            problems([
                "p.yaml": Self.policy("a.yaml"), "a.yaml": "bylaw: 1\nuses: [b.yaml]\n" + Self.types.dropFirst(9),
                "b.yaml": "bylaw: 1\nuses: [a.yaml]\n",
            ]) == ["circular-use a.yaml"])
        #expect(
            problems(["p.yaml": Self.policy("a.yaml, b.yaml"), "a.yaml": Self.types, "b.yaml": Self.types])
                == ["duplicate-name Share"])
    }

    @Test func versionsInForceAtOnceAreAnError() {
        let one = Self.policy("types.yaml")
        let two = one.replacing("1.0.0", with: "1.1.0")
        func both(_ a: String, _ b: String) -> [String] {
            problems(["a.yaml": one + a, "b.yaml": two + b, "types.yaml": Self.types])
        }
        #expect(both("", "") == ["overlapping-versions 1.1.0"])
        #expect(both("", "mode: shadow\n").isEmpty)
        #expect(
            both("effective: { until: 2024-01-01T00:00:00Z }\n", "effective: { from: 2024-01-01T00:00:00Z }\n").isEmpty)
        #expect(
            both("effective: { until: 2024-01-02T00:00:00Z }\n", "effective: { from: 2024-01-01T00:00:00Z }\n")
                == ["overlapping-versions 1.1.0"])
        #expect(problems(["a.yaml": one, "b.yaml": one, "types.yaml": Self.types]) == ["duplicate-policy test.p"])
    }

    @Test func aPolicysMessageMayNotShowWhatAnotherHides() {
        let masks = Self.policy(
            "types.yaml", "masks: { m: { find: { pattern: x }, rewrite: share.text, replace: { redact: true } } }")
        let shows = Self.policy("types.yaml", "rules: { r: { when: true, then: deny, says: 'it is {share.text}' } }")
            .replacing("test.p", with: "test.q")
        #expect(
            problems(["a.yaml": masks, "b.yaml": shows, "types.yaml": Self.types]) == ["hidden-placeholder r"])
    }

    /// An id stands in a decision as it is, so that none may be read from a text that a mask hides: in the same policy and
    /// in another, by itself, by a `let` and by the words that are found in it.
    @Test(arguments: [
        ("duties: [{ remind: share.text }]", true), ("strike: { care: 1, to: share.text }", true),
        ("duties: [{ remind: \"'x' + share.text\" }]", true), ("duties: [{ remind: who }]", true),
        ("duties: [{ remind: \"share.text.found('words')[0]\" }]", true),
        ("duties: [{ remind: \"share.text.mentions('words') ? actor.id : 'nobody'\" }]", false),
        ("duties: [{ remind: actor.id }]", false), ("strike: { care: 1 }", false),
    ])
    func noMemberIsNamedByWhatIsHidden(_ consequence: String, isHidden: Bool) {
        let masks = "masks: { m: { find: { pattern: x }, rewrite: share.text, replace: { redact: true } } }\n"
        let rule = """
            let: { who: share.text }
            lexicons: { words: { phrases: [fool], boundary: none } }
            tallies: { care: { within: 9d, ladder: [{ at: 9, sanction: remind }] } }
            rules: { r: { when: true, then: deny, \(consequence) } }

            """
        let expected = isHidden ? ["hidden-member r"] : []
        #expect(problems(["a.yaml": Self.policy("types.yaml", masks + rule), "types.yaml": Self.types]) == expected)
        let other = Self.policy("types.yaml", rule).replacing("test.p", with: "test.q")
        #expect(
            problems(["a.yaml": Self.policy("types.yaml", masks), "b.yaml": other, "types.yaml": Self.types])
                == expected)
    }

    @Test func aFolderOnDiskIsReadAndItsLinksStayInside() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appending(path: "policies/a")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ text: String, _ path: String) throws {
            try Data(text.utf8).write(to: root.appending(path: path))
        }
        try write("bylaw: 1\n", "policies/bylaw-root.yaml")
        try write(Self.types, "policies/types.yaml")
        try write(Self.types, "secret.yaml")
        try write(Self.policy("../types.yaml"), "policies/a/p.yaml")
        #expect(try PolicySet(contentsOf: folder).policies.map(\.policy) == ["test.p"])
        #expect(try PolicySet(contentsOf: folder.appending(path: "p.yaml")).policies.count == 1)

        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "policies/link.yaml"), withDestinationURL: root.appending(path: "secret.yaml"))
        try write(Self.policy("../link.yaml"), "policies/a/p.yaml")
        let error = try #require(throws: PolicyErrors.self) { try PolicySet(contentsOf: folder) }
        #expect(error.diagnostics.map(\.code).contains("outside-root"))
        let missing = try #require(throws: PolicyErrors.self) {
            try PolicySet(contentsOf: root.appending(path: "nowhere"))
        }
        #expect(missing.diagnostics.map(\.code) == ["missing-file"])
        try FileManager.default.removeItem(at: folder.appending(path: "p.yaml"))
        let empty = try #require(throws: PolicyErrors.self) { try PolicySet(contentsOf: folder) }
        #expect(empty.diagnostics.map(\.code) == ["no-policies"])
    }
}
