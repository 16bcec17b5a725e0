import Bylaw
import BylawSource
import Testing

/// What an author can mistake in a tally, with what is underlined and what is suggested; one by one, each as the only
/// problem that is told.
@Suite("A slip in a tally")
struct TallySlipTests {
    private static func policy(_ tally: String, rules: String = "", more: String = "") -> String {
        """
        otherwise: allow
        roles: { ambassador: { granted-by: operator } }
        \(more)
        tallies:
          規則: { within: 30d }
          sharing: { \(tally) }
        rules: { \(rules) }

        """
    }

    static let tallies: [PolicyProblemTests.Slip] = [
        // Warnings
        .init("within: 90d, warnings: { first: 0 }", "out-of-range", "0"),
        .init("within: 90d, warnings: { first: 1001 }", "out-of-range", "1001"),
        .init("within: 90d, warnings: { first: once }", "wrong-type", "once"),
        .init("within: 90d, warnings: 1", "wrong-type", "1"),
        .init("within: 90d, warnings: { first: 1, within: ever }", "invalid-duration", "ever"),
        .init("within: 90d, warnings: { frist: 1, first: 1 }", "unknown-key", "frist", "did you mean `first`?"),
        .init(
            "within: 90d, warnings: { first: 1, within: { calendar: month } }", "missing-key", "month",
            "add `calendar: { zone: … }` to the policy"),
        // Trainings
        .init("within: 90d, training: { lifts: strikes }", "unknown-word", "strikes", "did you mean `strike`?"),
        .init("within: 90d, training: { lifts: strike, after: soon }", "invalid-duration", "soon"),
        .init("within: 90d, training: { lifts: strike, at-most: 0 }", "out-of-range", "0"),
        .init("within: 90d, training: { lifts: strike, at-most: few }", "wrong-type", "few"),
        .init("within: 90d, training: { lifts: strike, within: year }", "invalid-duration", "year"),
        .init(
            "within: 90d, training: { lifts: strike, atmost: 1 }", "unknown-key", "atmost", "did you mean `at-most`?"),
        .init(
            "within: 90d, training: { lifts: warning, within: 30d }", "nothing-to-lift", "30d",
            "add `warnings`, or write `lifts: strike`"),
        // Who is counted
        .init("within: 90d, per: post.circel", "unknown-field", "circel", "did you mean `circle`?"),
        .init("within: 90d, per: post.author.company", "unguarded-optional", "post.author.company"),
        .init("within: 90d, per: post.revision", "wrong-type", "post.revision"),
        // The ladder
        .init("within: 90d, ladder: [{ at: 0, sanction: warn }]", "out-of-range", "0"),
        .init("within: 90d, ladder: [{ at: 1, sanction: banish }]", "unknown-word", "banish"),
        .init("within: 90d, ladder: [{ at: 1, sanction: warn, points: 2 }]", "unused-key", "2"),
        .init("within: 90d, ladder: [{ at: grave, sanction: warn }]", "wrong-type", "grave"),
        .init(
            "within: 90d, ladder: [{ at: 1, sanction: warn, for: forever }]", "unused-key", "forever"),
        .init("within: 90d, ladder: [{ at: 1, sanction: remind, role: ambassador }]", "unused-key", "ambassador"),
        .init("within: 90d, ladder: [{ at: 1, sanction: revoke, role: ambassador, title: T }]", "unused-key", "T"),
        .init(
            "within: 90d, ladder: [{ at: 1, sanction: revoke, role: ambassador, from: share }]", "unused-key", "share"),
        .init("within: 90d, ladder: [{ at: 1, sanction: recognise }]", "missing-key", "recognise"),
        .init("within: 90d, ladder: [{ at: 1, sanction: revoke }]", "missing-key", "revoke"),
        .init(
            "within: 90d, ladder: [{ at: 2, sanction: warn }, { at: 1, sanction: remind }]", "ladder-not-rising", "1"),
        .init("within: never, per-incident: lowest", "unknown-word", "lowest"),
    ]

    @Test("is underlined", arguments: tallies)
    func underlined(slip: PolicyProblemTests.Slip) throws {
        try PolicyProblemTests.check(try Judging.problems(Self.policy(slip.text)), slip)
    }

    @Test("that has two severe rungs shows both")
    func twoSevere() throws {
        let ladder =
            "ladder: [{ at: severe, sanction: suspend, for: 1d }, { at: severe, sanction: suspend, for: forever }]"
        let problems = try Judging.problems(
            Self.policy("within: 90d, \(ladder)", rules: "r: { when: true, then: deny, strike: { sharing: severe } }"))
        try PolicyProblemTests.check(problems, .init("", "duplicate-rung", "severe"))
        let problem = try #require(problems.first)
        let label = try #require(problem.labels.first?.location)
        let second = try #require(problem.location)
        #expect(label.file.text(in: label.range) == "severe")
        #expect(label.range.start < second.range.start)
    }

    /// The problem with that code, whatever else follows from the same slip.
    private func check(_ text: String, _ slip: PolicyProblemTests.Slip) throws {
        try PolicyProblemTests.check(try Judging.problems(text).filter { $0.code == slip.code }, slip)
    }

    @Test("in how long a suspension lasts is underlined")
    func duration() throws {
        try check(
            Self.policy("within: 90d, ladder: [{ at: 1, sanction: suspend, for: ever }]"),
            .init("", "invalid-duration", "ever", "write a number with a unit: `72h`, `14d`, `2w`"))
    }

    @Test("in a rule that calls an act severe is underlined")
    func severe() throws {
        let plain = "within: 90d, ladder: [{ at: 1, sanction: warn }]"
        try check(
            Self.policy(plain, rules: "r: { when: true, then: deny, strike: { sharing: severe } }"),
            .init("", "no-severe-rung", "severe", "add `{ at: severe, sanction: … }` to it"))
        let severe = "within: 90d, ladder: [{ at: severe, sanction: warn }]"
        let rules = "s: { when: true, then: deny, strike: { sharing: severe } }, "
        try check(
            Self.policy(severe, rules: rules + "r: { when: true, then: allow, merit: { sharing: severe } }"),
            .init("", "no-severe-rung", "severe", "write how many points it is worth"))
        try check(
            Self.policy(severe, rules: "r: { when: true, then: deny, strike: { sharing: sever } }"),
            .init("", "wrong-type", "sever"))
    }

    static let appeals: [PolicyProblemTests.Slip] = [
        .init("appeal: { within: soon }", "invalid-duration", "soon"),
        .init("appeal: { at-most: 0 }", "out-of-range", "0"),
        .init("appeal: { at-most: often }", "wrong-type", "often"),
        .init("appeal: { within: 14d, to: council }", "unknown-tier", "council"),
    ]

    @Test("in what can be appealed is underlined", arguments: appeals)
    func inAppeals(slip: PolicyProblemTests.Slip) throws {
        try PolicyProblemTests.check(
            try Judging.problems(Self.policy("within: 90d", more: "review: { \(slip.text) }")), slip)
    }

    struct Promise: Sendable, CustomTestStringConvertible {
        let ladder: String
        let rules: String
        /// What is underlined.
        let unreachable: [String]
        var testDescription: String { ladder }
    }

    @Test(
        "is no error where a rung is never reached, but is warned of",
        arguments: [
            Promise(
                ladder: "{ at: 1, sanction: warn }, { at: 2, sanction: remind }, { at: 4, sanction: remind }",
                rules: "strike: { sharing: 2 }", unreachable: ["1"]),
            Promise(
                ladder: "{ at: 1, sanction: warn }, { at: severe, sanction: warn }", rules: "strike: { sharing: 1 }",
                unreachable: ["severe"]),
            Promise(
                ladder: "{ at: 1, sanction: warn }, { at: severe, sanction: warn, points: 1 }",
                rules: "strike: { sharing: severe }", unreachable: ["1"]),
            // Nobody but people gives points there.
            Promise(ladder: "{ at: 1, sanction: warn }, { at: severe, sanction: warn }", rules: "", unreachable: []),
            Promise(
                ladder: "{ at: 1, sanction: warn }, { at: 3, sanction: suspend, for: forever }",
                rules: "strike: { sharing: 1 }", unreachable: []),
        ])
    func unreachable(promise: Promise) throws {
        let rule = "r: { when: true, then: deny\(promise.rules.isEmpty ? "" : ", " + promise.rules) }"
        let set = try Judging.policies(Self.policy("within: 90d, ladder: [\(promise.ladder)]", rules: rule))
        let underlined = set.warnings.map { $0.location.map { $0.file.text(in: $0.range) } }
        #expect(underlined == promise.unreachable)
        #expect(set.warnings.allSatisfy { $0.code == "unreachable-rung" })
    }
}
