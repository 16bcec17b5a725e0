import BylawSource
import Testing

@Suite("Rules that another overrides")
struct OverriddenRulesTests {
    private func findings(_ rules: String...) throws -> [String] {
        try AnalysisGround.findings { sections in
            sections.rules = rules.map { "    " + $0 }.joined(separator: "\n")
            sections.others = """
                review: { stewards: { who: [steward], within: 24h, late: stays-held } }
                tallies:
                  order: { within: 90d, ladder: [{ at: 1, sanction: remind }] }

                """
        }.filter { $0.code == "overridden-rule" }.map(\.brief)
    }

    @Test("a rule under another's condition that is no stricter and only speaks")
    func overridden() throws {
        #expect(
            try findings(
                "late: { when: action.hour > 20, then: deny }", "later: { when: action.hour > 22, then: deny }")
                == ["overridden-rule: later"])
        #expect(
            try findings(
                "night: { when: action.hour > 22, then: allow }", "late: { when: action.hour > 20, then: deny }")
                == ["overridden-rule: night"])
        // One that always denies leaves nothing to say.
        #expect(
            try findings("closed: { when: true, then: deny }", "late: { when: action.hour > 20, then: deny }")
                == ["overridden-rule: late"])
        // Of two that are alike the later is told.
        #expect(
            try findings("a: { when: action.hour > 20, then: deny }", "b: { when: action.hour >= 21, then: deny }")
                == ["overridden-rule: b"])
    }

    static let neededRules: [[String]] = [
        // Stricter than the broad one.
        [
            "late: { when: action.hour > 20, then: hold, to: stewards }",
            "later: { when: action.hour > 22, then: deny }",
        ],
        // It brings something of its own.
        [
            "late: { when: action.hour > 20, then: deny }",
            "later: { when: action.hour > 22, then: deny, strike: { order: 1 } }",
        ],
        [
            "late: { when: action.hour > 20, then: deny }",
            "later: { when: action.hour > 22, then: deny, duties: { remind: actor } }",
        ],
        ["late: { when: action.hour > 20, then: deny }", "later: { when: action.hour > 22, then: deny, mend: Wait. }"],
        [
            "late: { when: action.hour > 20, then: deny }",
            "later: { when: action.hour > 22, then: hold, to: stewards }",
        ],
        [
            "late: { when: action.hour > 20, then: deny }",
            "later: { when: { all: { evening: { when: action.hour > 22 } } }, then: deny }",
        ],
        // The other is not wherever it is.
        ["late: { when: action.hour > 20, then: deny }", "early: { when: action.hour < 3, then: deny }"],
        ["late: { when: action.hour > 20, then: deny, on: [post] }", "later: { when: action.hour > 22, then: deny }"],
        [
            "late: { when: action.hour > 20, unless: context.urgent, then: deny }",
            "later: { when: action.hour > 22, then: deny }",
        ],
        // It is errored where the other is not, and stricter then.
        [
            "late: { when: action.hour > 20, then: deny }",
            "later: { when: action.hour > 22, then: deny, on-error: deny }",
        ],
        // What is stricter may not be known where this is known to be an error.
        [
            "late: { when: 'action.hour > 20 && !context.urgent', then: deny }",
            "later: { when: 'action.hour > 22', then: deny }",
        ],
    ]

    @Test("a rule that changes something is left alone", arguments: neededRules)
    func needed(_ rules: [String]) throws {
        #expect(
            try AnalysisGround.findings { sections in
                sections.rules = rules.map { "    " + $0 }.joined(separator: "\n")
                sections.others = """
                    review: { stewards: { who: [steward], within: 24h, late: stays-held } }
                    tallies:
                      order: { within: 90d, ladder: [{ at: 1, sanction: remind }] }

                    """
            }.filter { $0.code == "overridden-rule" }.isEmpty)
    }

    @Test("a rule whose overrider is softened is left alone")
    func softened() throws {
        let findings = try AnalysisGround.findings { sections in
            sections.rules = """
                    late: { when: action.hour > 20, then: deny }
                    later: { when: action.hour > 22, then: deny }
                """
            sections.softens = "    mild: { when: context.urgent, rules: [late], to: { then: allow } }"
        }
        #expect(findings.map(\.brief) == [])
    }
}
