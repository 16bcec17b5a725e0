import BylawTesting
import Foundation
import Testing

@Suite("Mutants")
struct MutationTests {
    private static let policy = """
        rules:
          r: { when: post.a && post.likes >= 3, then: deny, strike: { t: 1 } }
        tallies: { t: { within: forever } }
        """

    /// The survivors, each with what is written instead.
    private static func survivors(_ report: MutationReport) -> [String] {
        report.survivors.map { mutant in
            mutant.change.filter { $0.hasPrefix("+") }.map { $0.dropFirst(2).trimmingPrefix(while: \.isWhitespace) }
                .joined()
        }
    }

    @Test func `a weak fixture leaves alive what it does not look at`() throws {
        // One case, in which everything holds by far, and nothing but the outcome is looked at.
        let folder = try SmallPolicy.folder(
            Self.policy,
            fixture: "cases:\n  - { name: c, with: { action: { a: true, likes: 5 } }, expect: { outcome: deny } }\n")
        let report = try folder.suite().mutation()
        #expect(
            Self.survivors(report) == [
                // No case says what holds where the rule is silent.
                "otherwise: deny",
                // Nothing is known of either side alone.
                "r: { when: post.likes >= 3, then: deny, strike: { t: 1 } }",
                "r: { when: post.a, then: deny, strike: { t: 1 } }",
                // Five is more than all of these.
                "r: { when: post.a && post.likes >= 4, then: deny, strike: { t: 1 } }",
                "r: { when: post.a && post.likes >= 2, then: deny, strike: { t: 1 } }",
                // Nobody counts.
                "r: { when: post.a && post.likes >= 3, then: deny }",
                "r: { when: post.a && post.likes >= 3, then: deny, strike: { t: 2 } }",
                "r: { when: post.a && post.likes >= 3, then: deny, strike: { t: 0 } }",
            ])
        // The whole turned round, each side turned round, and the rule taken out: those it notices.
        #expect(report.noticed == 4)
        #expect(report.count == 12)
        #expect(!report.isPassed)
    }

    private static let strong = """
        cases:
          - { name: at, with: { action: { a: true, likes: 3 } }, expect: { outcome: deny, strikes: { t: 1 } } }
          - { name: below, with: { action: { a: true, likes: 2 } }, expect: { outcome: allow } }
          - { name: without, with: { action: { likes: 3 } }, expect: { outcome: allow } }

        """

    @Test func `a strong fixture notices all`() throws {
        let report = try SmallPolicy.folder(Self.policy, fixture: Self.strong).suite().mutation()
        #expect(Self.survivors(report).isEmpty)
        #expect(report.isPassed)
        #expect(report.summary == "12 mutants: 12 noticed, 0 equivalent, 0 survived")
    }

    /// A rule, mask or tally, and what it is changed to.
    struct Row: Sendable, CustomTestStringConvertible {
        let body: String
        let mutants: [String]

        var testDescription: String { body }
    }

    private static func rule(_ text: String, _ mutants: [String]) -> Row {
        Row(body: "rules: { r: { \(text) } }", mutants: mutants.map { "rules: { r: { \($0) } }" })
    }

    static let rows = [
        // Of a list every item is taken out and turned round.
        rule(
            "when: [post.a, post.b], then: allow",
            [
                "when: not all: [post.a, post.b], then: allow", "when: [post.b], then: allow",
                "when: [!post.a, post.b], then: allow", "when: [post.a], then: allow",
                "when: [post.a, !post.b], then: allow", "when: [post.a, post.b], then: none",
            ]),
        rule(
            "when: { any: [post.a] }, then: allow",
            [
                "when: { none: [post.a] }, then: allow", "when: { any: [!post.a] }, then: allow",
                "when: { any: [post.a] }, then: none",
            ]),
        rule(
            "when: { at-least: 1, of: [post.a, post.b] }, then: allow",
            [
                "when: { not at-least: 1, of: [post.a, post.b] }, then: allow",
                // Not of zero, which is no number of items.
                "when: { at-least: 2, of: [post.a, post.b] }, then: allow",
                "when: { at-least: 1, of: [post.b] }, then: allow",
                "when: { at-least: 1, of: [!post.a, post.b] }, then: allow",
                "when: { at-least: 1, of: [post.a] }, then: allow",
                "when: { at-least: 1, of: [post.a, !post.b] }, then: allow",
                "when: { at-least: 1, of: [post.a, post.b] }, then: none",
            ]),
        // An exemption is taken out, and changed like any condition.
        rule(
            "when: true, unless: post.kind == 'x', then: allow",
            [
                "when: false, unless: post.kind == 'x', then: allow", "when: true, then: allow",
                "when: true, unless: post.kind != 'x', then: allow",
                "when: true, unless: post.kind == 'x', then: none",
            ]),
        rule(
            "when: '(post.a || post.b) && post.c', then: allow",
            [
                // By place: the whole, then its first side and what is in it, then its second.
                "when: '!((post.a || post.b) && post.c)', then: allow", "when: 'post.c', then: allow",
                "when: '(post.a || post.b)', then: allow", "when: '(!(post.a || post.b)) && post.c', then: allow",
                "when: '(!post.a || post.b) && post.c', then: allow", "when: '(post.b) && post.c', then: allow",
                "when: '(post.a) && post.c', then: allow", "when: '(post.a || !post.b) && post.c', then: allow",
                "when: '(post.a || post.b) && !post.c', then: allow",
                "when: '(post.a || post.b) && post.c', then: none",
            ]),
        rule(
            "when: now - member.joined < duration('72h'), then: allow",
            [
                "when: !(now - member.joined < duration('72h')), then: allow",
                "when: now - member.joined < duration('259201s'), then: allow",
                "when: now - member.joined < duration('259199s'), then: allow",
                "when: now - member.joined < duration('72h'), then: none",
            ]),
        // Two values of the request: only what is equal is left to move.
        rule(
            "when: post.likes < size(post.text), then: allow",
            [
                "when: !(post.likes < size(post.text)), then: allow",
                "when: post.likes <= size(post.text), then: allow",
                "when: post.likes < size(post.text), then: none",
            ]),
        // The policy judges nothing else, so that `on` says nothing.
        rule(
            "on: post, when: true, then: allow",
            ["on: post, when: false, then: allow", "on: post, when: true, then: none"]),
        // A denial is weakened to a hold only where somebody can decide.
        Row(
            body: "rules: { r: { when: true, then: deny } }\nreview: { people: { who: [somebody], needs: 1 } }",
            mutants: [
                "rules: { r: { when: false, then: deny } }", "rules: { r: { when: true, then: hold } }",
                "rules: { r: { when: true, then: none } }", "review: { people: { who: [somebody], needs: 2 } }",
            ]),
        Row(
            body: "masks: { m: { find: { phrases: [a, b] }, rewrite: action.text, replace: { redact: true } } }",
            mutants: [
                "masks: { m: { find: { phrases: [] }, rewrite: action.text, replace: { redact: true } } }",
                "masks: { m: { find: { phrases: [b] }, rewrite: action.text, replace: { redact: true } } }",
                "masks: { m: { find: { phrases: [a] }, rewrite: action.text, replace: { redact: true } } }",
            ]),
        Row(
            body: "tallies: { t: { within: 1d, per-incident: sum, ladder: [{ at: 2, sanction: suspend, for: 2d }] } }",
            mutants: [
                "tallies: { t: { within: 86401s, per-incident: sum, ladder: [{ at: 2, sanction: suspend, for: 2d }] } }",
                "tallies: { t: { within: 86399s, per-incident: sum, ladder: [{ at: 2, sanction: suspend, for: 2d }] } }",
                "tallies: { t: { within: 1d, per-incident: highest, ladder: [{ at: 2, sanction: suspend, for: 2d }] } }",
                "tallies: { t: { within: 1d, per-incident: sum, ladder: [] } }",
                "tallies: { t: { within: 1d, per-incident: sum, ladder: [{ at: 3, sanction: suspend, for: 2d }] } }",
                "tallies: { t: { within: 1d, per-incident: sum, ladder: [{ at: 1, sanction: suspend, for: 2d }] } }",
                "tallies: { t: { within: 1d, per-incident: sum, ladder: [{ at: 2, sanction: suspend, for: 172801s }] } }",
            ]),
    ]

    @Test(arguments: rows)
    func `each part is changed in each way that matters`(_ row: Row) throws {
        // Nothing is judged that could be noticed, so that every mutant survives.
        let folder = try SmallPolicy.folder(
            row.body, fixture: "cases: [{ name: c, expect: { errors: { includes: [] } } }]\n")
        let survivors = Self.survivors(try folder.suite().mutation())
        #expect(survivors == ["otherwise: deny"] + row.mutants)
    }

    @Test func `an id stays the same where the rule moves`() throws {
        func ids(_ comment: String) throws -> [String] {
            let folder = try SmallPolicy.folder(
                comment + Self.policy, fixture: "cases: [{ name: c, expect: { errors: [] } }]\n")
            return try folder.suite().mutation().survivors.map(\.id)
        }
        let before = try ids("")
        #expect(before == (try ids("# Moved.\n\n")))
        #expect(Set(before).count == before.count)
        #expect(before.contains { $0.hasPrefix("small/r/when-drop-") })
    }

    @Test func `a policy in shadow mode has only mutants that a fixture can see`() throws {
        let policy = SmallPolicy.text(Self.policy).replacing("version: 1.0.0", with: "version: 1.0.0\nmode: shadow")
        let open = SmallPolicy.text("").replacing("policy: small", with: "policy: open")
        let folder = try FixtureFolder([
            "small/policy.yaml": policy, "small/open.yaml": open,
            "fixtures/a.yaml": SmallPolicy.given + "cases: [{ name: c, expect: { errors: [] } }]\n",
        ])
        #expect(try folder.suite().mutation().survivors.allSatisfy { !$0.id.contains("strike") })
    }

    /// When a rule is to be stopped no fixture can tell, but that it may be, and who decides then.
    @Test func `an emergency stop is noticed where it is missing, and its numbers are not changed`() throws {
        let stop = "emergency-stop: { share: 5%, count: 50, within: 24h, to: people }"
        let policy = """
            rules: { r: { when: post.a, then: deny, \(stop) }, s: { when: post.a, then: hold, to: people } }
            review: { people: { who: elder }, others: { who: elder } }
            """
        func survivors(_ policy: String, stopped: String, expecting: String) throws -> [String] {
            let fixture = "cases: [{ name: c, with: { action: { a: true }\(stopped) }, expect: { \(expecting) } }]\n"
            let mutants = try SmallPolicy.folder(policy, fixture: fixture).suite().mutation().survivors
            return mutants.map(\.id).filter { $0.contains("/stop-") }.compactMap {
                $0.firstMatch(of: /stop-[a-z]+/).map { String($0.0) }
            }
        }
        let plain = "outcome: deny"
        #expect(try survivors(policy, stopped: "", expecting: plain) == ["stop-drop", "stop-to"])
        let named = ", stopped: [small/r]"
        let held = "outcome: hold, cases: [people, people]"
        #expect(try survivors(policy, stopped: named, expecting: held) == [])
        // Without its own the rule would have its policy's.
        let common = policy + "\n" + stop
        #expect(
            Set(try survivors(common, stopped: "", expecting: plain)) == ["stop-never", "stop-drop", "stop-to"])
        #expect(try !survivors(common, stopped: named, expecting: held).contains("stop-never"))
    }

    @Test func `what a history shows is noticed`() throws {
        let history = """
            histories:
              - name: the window
                steps:
                  - at: 2024-09-01T10:00:00Z
                    with: { stage: done, action: { a: true } }
                    expect: { outcome: deny }
                  - { after: 86399s, expect: { standing: { points: { t: 1 } } } }
                  - { after: 1s, expect: { standing: { points: { t: 0 } } } }

            """
        let folder = try SmallPolicy.folder(
            "rules: { r: { when: post.a, then: deny, strike: { t: 1 } } }\ntallies: { t: { within: 1d } }",
            fixture: history)
        // All but `otherwise`: a negated rule denies nothing, and each number is looked at to the second.
        #expect(Self.survivors(try folder.suite().mutation()) == ["otherwise: deny"])
    }
}
