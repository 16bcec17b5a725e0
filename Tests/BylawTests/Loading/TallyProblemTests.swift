import BylawSource
import Testing

@testable import Bylaw

@Suite("What is wrong with a tally")
struct TallyProblemTests {
    static let body = """
        otherwise: allow
        roles: { member: }
        review: { appeal: { within: 20d, at-most: 1 } }
        rules:
          a: { when: share.count > 2, on: share, then: deny, strike: { conduct: 2 } }
          b: { when: share.count > 9, on: share, then: deny, strike: { conduct: severe } }
        tallies:
          conduct:
            within: never
            warnings: { first: 1, within: 90d }
            training: { lifts: warning, after: 30d, at-most: 1, within: 365d }
            ladder:
              - { at: 2, sanction: suspend, for: forever }
              - { at: 4, sanction: revoke, role: member }
              - { at: severe, points: 3, sanction: suspend, from: share, for: 2w }

        """

    private static func text(_ location: BylawSource.SourceLocation?) -> String? {
        location.map { $0.file.text(in: $0.range) }
    }

    @Test("nothing, where all is right")
    func right() throws {
        #expect(try Judging.policies(Self.body).warnings.isEmpty)
    }

    @Test(
        "is told at its place",
        arguments: [
            ("at: 4", "at: 2", "ladder-not-rising", "2"), ("at: 4", "at: 0", "out-of-range", "0"),
            ("at: severe", "at: sever", "wrong-type", "sever"),
            ("role: member }", "role: membre }", "unknown-role", "membre"),
            ("sanction: suspend, for: forever", "sanction: suspend", "missing-key", "suspend"),
            ("sanction: suspend, for: forever", "sanction: ban", "unknown-word", "ban"),
            ("for: 2w", "for: 2x", "invalid-duration", "2x"),
            ("{ at: 4,", "{ at: 4, points: 3,", "unused-key", "3"),
            ("from: share, for", "from: shares, for", "unknown-action", "shares"),
            ("within: never", "within: { calendar: month }", "missing-key", "month"),
            ("    warnings: { first: 1, within: 90d }\n", "", "nothing-to-lift", "365d"),
            ("first: 1", "first: 0", "out-of-range", "0"),
            ("lifts: warning", "lifts: warnings", "unknown-word", "warnings"),
            ("at-most: 1 } }", "at-most: none } }", "wrong-type", "none"),
            (
                "      - { at: severe, points: 3, sanction: suspend, from: share, for: 2w }\n", "", "no-severe-rung",
                "severe"
            ),
            ("within: never", "within: never\n    per: post.revision", "wrong-type", "post.revision"),
        ])
    func wrong(old: String, new: String, code: String, underlined: String) throws {
        #expect(Self.body.contains(old))
        let problems = try Judging.problems(Self.body.replacing(old, with: new)).filter { $0.severity == .error }
        // What rests on it may be blamed too, behind it.
        #expect(problems.first?.code == code, "\(TextRenderer().render(problems))")
        #expect(problems.count < 3)
        #expect(Self.text(problems.first?.location) == underlined)
    }

    @Test("a rung that the rules always skip, or that no act is severe for, is warned of")
    func unreachable() throws {
        let skipped = try Judging.policies(Self.body.replacing("at: 2, sanction", with: "at: 3, sanction"))
        #expect(skipped.warnings.map(\.code) == ["unreachable-rung"])
        #expect(Self.text(skipped.warnings.first?.location) == "3")
        let mild = try Judging.policies(Self.body.replacing("conduct: severe", with: "conduct: 1"))
        #expect(mild.warnings.map(\.code) == ["unreachable-rung"])
        #expect(Self.text(mild.warnings.first?.location) == "severe")
    }
}
