import Bylaw
import BylawSource
import Testing

@Suite("What is wrong with review tiers and modes")
struct ReviewProblemTests {
    private typealias Slip = PolicyProblemTests.Slip

    private static let body = """
        otherwise: allow
        roles: { council: , operator: }
        facts: { consent: { by: actor.id } }
        review:
          council: { who: [council], needs: 2, within: 7d, late: operators }
          operators: { who: [operator, council], each: 2, needs: 4, within: 3d, late: deny, if-too-few: council }
          appeal: { within: 20d, to: another-tier }
        rules:
          r: { when: true, then: hold, to: council }
          a: { when: false, then: hold, await: { fact: consent, within: 3d, late: council } }

        """

    @Test("nothing of it as it stands") func right() throws {
        #expect(throws: Never.self) { try Judging.policies(Self.body) }
    }

    @Test(
        "is underlined",
        arguments: [
            ("late: operators", .init("late: oprators", "unknown-tier", "oprators", "did you mean `operators`?")),
            ("late: operators", .init("late: denny", "unknown-tier", "denny", "did you mean `deny`?")),
            ("late: operators", .init("late: council", "same-tier", "council")),
            (
                "within: 7d, late: operators",
                .init("late: operators", "missing-key", "operators", "say how long it may take: `within: 24h`")
            ),
            (
                "within: 3d, late: deny,",
                .init("late: deny,", "missing-key", "deny", "say how long it may take: `within: 24h`")
            ),
            ("if-too-few: council", .init("if-too-few: concil", "unknown-tier", "concil", "did you mean `council`?")),
            ("if-too-few: council", .init("if-too-few: operators", "same-tier", "operators")),
            // Two of each of two roles are four.
            ("each: 2, needs: 4", .init("each: 2, needs: 3", "needs-too-few", "3")),
            (
                "to: another-tier",
                .init("to: anothertier", "unknown-tier", "anothertier", "did you mean `another-tier`?")
            ),
            ("to: another-tier", .init("to: councils", "unknown-tier", "councils", "did you mean `council`?")),
            ("late: council }", .init("late: concil }", "unknown-tier", "concil", "did you mean `council`?")),
            ("hold, to: council", .init("hold, to: council-of-all", "unknown-tier", "council-of-all")),
            ("who: [council], ", .init("", "missing-key", "{ needs: 2, within: 7d, late: operators }")),
            ("needs: 2, within: 7d", .init("needs: 0, within: 7d", "out-of-range", "0")),
            (
                "needs: 2, within: 7d",
                .init("majority: absolut, within: 7d", "unknown-word", "absolut", "did you mean `absolute`?")
            ),
            (
                "needs: 2, within: 7d",
                .init("recuse-wen: true, within: 7d", "unknown-key", "recuse-wen", "did you mean `recuse-when`?")
            ),
        ] as [(String, PolicyProblemTests.Slip)])
    func tiers(old: String, slip: PolicyProblemTests.Slip) throws {
        #expect(Self.body.contains(old))
        try PolicyProblemTests.check(try Judging.problems(Self.body.replacing(old, with: slip.text)), slip)
    }

    @Test(
        "in an expression is underlined inside it",
        arguments: [
            .init("reviewer.relatedTo(case.partys)", "unknown-field", "partys", "did you mean `parties`?"),
            .init("reviewer.age == 3", "unknown-field", "age"),
            .init("reviwer.id == case.actor", "unknown-name", "reviwer", "did you mean `reviewer`?"),
            .init("post.author.id == reviewer.id", "unknown-name", "post"),
            .init(
                "case.relatedTo(case.parties)", "wrong-receiver", "case.relatedTo(case.parties)",
                "write `reviewer.relatedTo(case.parties)`"),
            .init(
                "reviewer.relatedTo(reviewer.id)", "wrong-argument", "reviewer.relatedTo(reviewer.id)",
                "write `case.parties`, `case.actor`, `case.subject` or `case.reporter`"),
            .init("reviewer.relatedTo('ann')", "wrong-argument", "reviewer.relatedTo('ann')"),
            .init("reviewer.relatedTo()", "wrong-argument", "reviewer.relatedTo()"),
            .init("reviewer.id", "wrong-type", "reviewer.id"),
            .init("reviewer.id == 3", "wrong-type", "=="),
        ] as [PolicyProblemTests.Slip])
    func expressions(slip: PolicyProblemTests.Slip) throws {
        // Behind Japanese text on the same line.
        let text = Self.body.replacing(
            "council: { who: [council],",
            with: "議会: { who: [council], recuse-when: \"\(slip.text)\" }\n  council: { who: [council],")
        try PolicyProblemTests.check(try Judging.problems(text), slip)
    }

    // MARK: Modes

    private static let declared = """
        otherwise: allow
        roles: { lead: }
        modes: { emergency: { on-by: [lead], lasts: 24h, renewals: 2 } }

        """

    /// A policy that applies only while the mode is on.
    private static func overlay(
        _ otherwise: String, _ rule: String = "then: deny", mode: String = "emergency"
    ) -> String {
        Judging.head.replacing("test.sharing", with: "test.overlay") + """
            while: \(mode)
            otherwise: \(otherwise)
            rules: { r: { when: true, \(rule) } }

            """
    }

    private static func problems(_ overlay: String, _ main: String = declared) throws -> [Diagnostic] {
        try Judging.problems(main, more: ["overlay.yaml": overlay])
    }

    @Test(
        "is that a policy for a mode opens anything",
        arguments: [
            (overlay("allow"), "allow", "write `otherwise: abstain`"),
            (overlay("abstain", "then: allow"), "r", "a mode only ever tightens: hold or deny"),
        ])
    func opens(overlay: String, underlined: String, help: String) throws {
        let problems = try Self.problems(overlay)
        try PolicyProblemTests.check(problems, .init("", "overlay-opens", underlined, help))
        let label = try #require(problems.first?.labels.first?.location)
        #expect(label.file.text(in: label.range) == "emergency")
        #expect(label.file.name == "overlay.yaml")
    }

    @Test("is nothing that tightens", arguments: ["abstain", "hold", "deny"])
    func tightens(otherwise: String) throws {
        #expect(throws: Never.self) {
            try Judging.policies(Self.declared, more: ["overlay.yaml": Self.overlay(otherwise)])
        }
    }

    @Test("is a mode that nobody declares, where any is declared")
    func unknown() throws {
        try PolicyProblemTests.check(
            try Self.problems(Self.overlay("abstain", mode: "emergenzy")),
            .init("", "unknown-mode", "emergenzy", "did you mean `emergency`?"))
    }

    @Test(
        "is a mode that is declared twice and not alike",
        arguments: [
            ("lasts: 24h", "lasts: 25h"), ("renewals: 2", "renewals: 3"), ("on-by: [lead]", "on-by: [lead, mayor]"),
            ("on-by: [lead]", "on-by: [mayor]"),
        ])
    func twice(old: String, new: String) throws {
        let other = Judging.head.replacing("test.sharing", with: "test.zzz") + Self.declared
        #expect(throws: Never.self) { try Judging.policies(Self.declared, more: ["zzz.yaml": other]) }
        let problems = try Self.problems(other.replacing(old, with: new))
        #expect(problems.map(\.code) == ["duplicate-mode"])
        let places = [problems.first?.location, problems.first?.labels.first?.location].compactMap(\.self)
        #expect(Set(places.map(\.file.name)) == ["overlay.yaml", "sharing.yaml"])
        #expect(places.map { $0.file.text(in: $0.range) } == ["emergency", "emergency"])
    }

    @Test("is no other time: a later version may give a mode other terms")
    func versions() throws {
        let old = Self.declared + "effective: { until: 2025-01-01T00:00:00Z }\n"
        let new =
            Judging.head.replacing("version: 1.0.0", with: "version: 2.0.0")
            + Self.declared.replacing("24h", with: "48h") + "effective: { from: 2025-01-01T00:00:00Z }\n"
        let set = try Judging.policies(old, more: ["new.yaml": new])
        #expect(set.modes(at: try moment("2024-12-31T23:59:59Z")).map(\.lasts) == [.days(1)])
        #expect(set.modes(at: try moment("2025-01-01T00:00:00Z")).map(\.lasts) == [.days(2)])
    }

    @Test(
        "is a key that is missing or of a wrong kind",
        arguments: [
            ("on-by: [lead], ", .init("", "missing-key", "{ lasts: 24h, renewals: 2 }")),
            ("lasts: 24h, ", .init("", "missing-key", "{ on-by: [lead], renewals: 2 }")),
            ("renewals: 2", .init("renewals: -1", "out-of-range", "-1")),
            ("lasts: 24h", .init("lasts: a day", "invalid-duration", "a day")),
        ] as [(String, PolicyProblemTests.Slip)])
    func keys(old: String, slip: PolicyProblemTests.Slip) throws {
        try PolicyProblemTests.check(try Judging.problems(Self.declared.replacing(old, with: slip.text)), slip)
    }
}
