import BylawTesting
import Testing

@Suite("Coverage")
struct CoverageTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        /// What the action of each case has.
        let cases: [String]
        /// What was never seen: the part, and which way.
        let missing: [String]

        var testDescription: String { "\(rule) by \(cases)" }
    }

    private static let both = "when: post.a && post.b, then: deny"

    static let rows = [
        // Both sides hold: neither is ever false.
        Row(rule: both, cases: ["a: true, b: true"], missing: ["r: silent", "post.a: false", "post.b: false"]),
        // The left side decides, so the right one was not looked at.
        Row(rule: both, cases: ["a: false, b: true"], missing: ["r: fired", "post.a: true", "post.b: true, false"]),
        Row(rule: both, cases: ["a: true, b: true", "a: true", "b: true"], missing: []),
        Row(
            rule: "when: post.a || post.b, then: deny", cases: ["a: true"],
            missing: ["r: silent", "post.a: false", "post.b: true, false"]),
        Row(
            rule: "when: '!(post.a || post.b)', then: deny", cases: ["a: false"],
            missing: ["r: silent", "post.a: true", "post.b: true"]),
        Row(
            rule: "when: 'post.a ? post.b : post.c', then: deny", cases: ["a: true, b: true"],
            missing: ["r: silent", "post.a: false", "post.b: false", "post.c: true, false"]),
        // What is written `true` can only go one way.
        Row(rule: "when: true, then: deny", cases: ["a: true"], missing: []),
        Row(
            rule: "when: post.a, unless: post.b, then: deny", cases: ["a: true"],
            missing: ["r: silent", "post.a: false", "post.b: true"]),
        Row(
            rule: "when: post.a, unless: post.b, then: deny", cases: ["b: true"],
            missing: ["r: fired", "post.a: true", "post.b: true, false"]),
        Row(
            rule: "require: post.a, unless: post.b, else: deny", cases: ["b: true"],
            missing: ["r: fired", "post.a: true", "post.b: false"]),
        // A list is looked at until an item decides; of a checklist every item is told.
        Row(
            rule: "when: [post.a, post.b], then: deny", cases: ["b: true"],
            missing: ["r: fired", "post.a: true", "post.b: true, false"]),
        Row(
            rule: "when: { any: [post.a, post.b] }, then: deny", cases: ["a: true"],
            missing: ["r: silent", "post.a: false", "post.b: true, false"]),
        Row(
            rule: "require: { all: { one: post.a, two: post.b } }, else: deny", cases: ["c: true"],
            missing: ["r: silent", "post.a: true", "post.b: true"]),
        Row(
            rule: "require: { at-least: 1, of: [post.a, { none: [post.b] }] }, else: deny", cases: ["a: true, b: true"],
            missing: ["r: fired", "post.a: false", "none of 1: true", "post.b: false"]),
        // The nearest value that holds, and the nearest that does not.
        Row(rule: "when: post.likes >= 3, then: deny", cases: ["likes: 3", "likes: 2"], missing: []),
        Row(
            rule: "when: post.likes >= 3, then: deny", cases: ["likes: 4", "likes: 1"],
            missing: ["post.likes >= 3: reached, just missed"]),
        Row(rule: "when: post.likes > 3, then: deny", cases: ["likes: 4", "likes: 3"], missing: []),
        Row(
            rule: "when: post.likes > 3, then: deny", cases: ["likes: 5", "likes: 2"],
            missing: ["post.likes > 3: reached, just missed"]),
        Row(rule: "when: 3 > post.likes, then: deny", cases: ["likes: 2", "likes: 3"], missing: []),
        Row(rule: "when: post.score >= 2.5, then: deny", cases: ["score: 2.5", "score: 2.4"], missing: []),
        Row(
            rule: "when: post.score >= 2.5, then: deny", cases: ["score: 2.5", "score: 2.3"],
            missing: ["post.score >= 2.5: just missed"]),
        // Only a comparison with what is written has a threshold.
        Row(rule: "when: post.likes >= size(post.text), then: deny", cases: ["likes: 99", "likes: 1"], missing: []),
        // What cannot be evaluated goes neither way.
        Row(
            rule: "when: 1 / post.likes > 9, then: deny", cases: ["likes: 0"],
            missing: ["r: fired, silent", "1 / post.likes > 9: reached, just missed"]),
    ]

    @Test(arguments: rows)
    func `what no case shows is told`(_ row: Row) throws {
        let folder = try SmallPolicy.folder("rules: { r: { \(row.rule) } }", fixture: SmallPolicy.cases(row.cases))
        #expect(try Self.missing(folder) == row.missing)
    }

    /// What was never seen of the small policy.
    private static func missing(_ folder: FixtureFolder) throws -> [String] {
        try folder.suite().coverage().policies.flatMap(\.uncovered).map {
            "\($0.text): \($0.missing.joined(separator: ", "))"
        }
    }

    @Test(arguments: [
        // 72 h before now is 2024-08-29T10:00:00Z.
        (["2024-08-29T10:00:01Z", "2024-08-29T10:00:00Z"], [String]()),
        (["2024-08-29T10:00:02Z", "2024-08-29T10:00:00Z"], ["reached"]),
        (["2024-08-29T10:00:01Z", "2024-08-29T09:59:58Z"], ["just missed"]),
    ])
    func `times are near within a second`(_ joined: [String], _ missing: [String]) throws {
        let cases = joined.map {
            "  - { name: '\($0)', with: { actor: { joined: \($0) } }, expect: { errors: [] } }\n"
        }
        let folder = try SmallPolicy.folder(
            "rules: { r: { when: now - member.joined < duration('72h'), then: deny } }",
            fixture: "cases:\n" + cases.joined())
        #expect(try folder.suite().coverage().policies.flatMap(\.uncovered).flatMap(\.missing) == missing)
    }

    @Test func `masks, softeners, labels and lets are looked at`() throws {
        let body = """
            let: { loud: post.a || post.b }
            rules:
              r: { when: loud, then: deny }
              twice: { when: [loud, "loud"], then: hold, to: people }
            masks:
              name: { find: { phrases: [morning] }, rewrite: [action.text], replace: { redact: true } }
              other: { find: { phrases: [evening] }, rewrite: [action.text], replace: { redact: true } }
            labels:
              kind:
                values: [x, y]
                declared: post.kind
                infer: { x: post.c }
                evidence: { y: post.likes > 0 }
                if-missing: { then: deny }
                if-contradicted: { then: deny }
            softens:
              s: { when: post.c, rules: [r], to: { then: hold, to: people } }
            review: { people: { who: [somebody] } }
            """
        let folder = try SmallPolicy.folder(body, fixture: SmallPolicy.cases(["a: true, kind: y, c: true"]))
        // By the order of the file. The label is declared as y and shown as x, and nothing is liked.
        #expect(
            try Self.missing(folder) == [
                "loud: false", "post.a: false", "post.b: true, false", "r: silent", "twice: silent", "loud: false",
                "loud: false", "name: silent", "other: fired", "post.c: false", "post.likes > 0: true",
                "post.likes > 0: reached", "kind.missing: fired", "kind.contradicted: silent", "s: silent",
            ])
    }

    @Test func `a policy in shadow mode is looked at, and its tallies are not`() throws {
        let policy = SmallPolicy.text("rules: { r: { when: post.a, then: deny } }")
            .replacing("version: 1.0.0", with: "version: 1.0.0\nmode: shadow")
        let tally = "tallies: { t: { within: 9d, ladder: [{ at: 1, sanction: warn }] } }\n"
        let folder = try FixtureFolder([
            "small/policy.yaml": policy + tally,
            "small/open.yaml": SmallPolicy.text("").replacing("policy: small", with: "policy: open"),
            "fixtures/a.yaml": SmallPolicy.given + SmallPolicy.cases(["a: true"]),
        ])
        #expect(try Self.missing(folder) == ["r: silent"])
    }

    @Test(arguments: [
        // Two points reach the second rung from nothing and are one short of the third.
        (
            "",
            [
                "rung at 1: reached, just missed", "rung at 2: just missed", "rung at 3: reached",
                "window: reached, just missed",
            ]
        ),
        // Before anything happens, and one by one up to the third.
        (
            "      - { at: 2024-10-01T00:00:00Z, with: { action: { text: they say so, label: fact } }, expect: { cases: [moderators] } }\n",
            ["rung at 1: reached, just missed", "rung at 2: just missed", "window: reached, just missed"]
        ),
        // 180 days later to the second, and the second before.
        (
            "      - { after: 15551999s, expect: { standing: { points: { conduct: 2 } } } }\n"
                + "      - { after: 1s, expect: { standing: { points: { conduct: 0 } } } }\n",
            ["rung at 1: reached, just missed", "rung at 2: just missed", "rung at 3: reached"]
        ),
        // Two seconds are too many.
        (
            "      - { after: 15551998s, expect: { standing: { points: { conduct: 2 } } } }\n"
                + "      - { after: 4s, expect: { standing: { points: { conduct: 0 } } } }\n",
            [
                "rung at 1: reached, just missed", "rung at 2: just missed", "rung at 3: reached",
                "window: reached, just missed",
            ]
        ),
    ])
    func `rungs and windows are reached by what histories charge`(_ steps: String, _ missing: [String]) throws {
        let folder = try FixtureFolder(
            """
            histories:
              - name: the history
                steps:
                  - at: 2024-09-01T10:00:00+09:00
                    with: { stage: done, incident: one, resource: { visibility: private } }
                    expect: { strikes: { conduct: 2 } }

            """ + steps)
        let points = try folder.suite().coverage().policies.flatMap(\.uncovered).filter { $0.owner == "conduct" }
        #expect(
            points.map { "\($0.text): \($0.missing.joined(separator: ", "))" }.sorted() == missing)
    }

    @Test func `a report tells each file's lines and rounds down`() throws {
        let folder = try SmallPolicy.folder(
            "rules: { r: { when: post.a && post.b, then: deny } }",
            fixture: SmallPolicy.cases(["a: true, b: true", "b: true"]))
        let report = try folder.suite().coverage()
        // Fired and silent, a both ways, b true: five of six.
        #expect(report.covered == 5)
        #expect(report.total == 6)
        #expect(report.reaches(percent: 83))
        #expect(!report.reaches(percent: 84))
        let lines = report.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasSuffix("small/policy.yaml: 83 % (5 of 6)"))
        #expect(lines[1] == "  11:31: `post.b` in `r`: never false")
        #expect(lines[2] == "coverage 83 % (5 of 6)")
    }
}
