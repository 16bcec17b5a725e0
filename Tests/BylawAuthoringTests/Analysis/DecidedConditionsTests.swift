import BylawSource
import Testing

@Suite("Conditions that are decided")
struct DecidedConditionsTests {
    struct Case: CustomTestStringConvertible {
        let condition: String
        let finds: [String]
        var testDescription: String { condition }

        init(_ condition: String, _ finds: String...) {
            self.condition = condition
            self.finds = finds
        }
    }

    static let neverHolding = [
        Case("board.topic == 'tools' && board.topic == 'seeds'", "board.topic == 'tools' && board.topic == 'seeds'"),
        // The same attribute by its other name.
        Case(
            "board.topic == 'tools' && resource.topic == 'seeds'", "board.topic == 'tools' && resource.topic == 'seeds'"
        ),
        Case(
            "board.topic != 'tools' && board.topic != 'seeds' && board.topic != 'chat'",
            "board.topic != 'tools' && board.topic != 'seeds' && board.topic != 'chat'"),
        Case(
            "board.topic in ['tools', 'seeds'] && board.topic == 'chat'",
            "board.topic in ['tools', 'seeds'] && board.topic == 'chat'"),
        Case("post.hour > 5 && post.hour < 3", "post.hour > 5 && post.hour < 3"),
        // No integer lies between.
        Case("post.hour > 5 && 6 > post.hour", "post.hour > 5 && 6 > post.hour"),
        Case(
            "post.age > duration('2h') && post.age < duration('60m')",
            "post.age > duration('2h') && post.age < duration('60m')"),
        Case(
            "now - member.joined < duration('1h') && now - member.joined > duration('2h')",
            "now - member.joined < duration('1h') && now - member.joined > duration('2h')"),
        Case("has(board.owner) && !has(board.owner)", "has(board.owner) && !has(board.owner)"),
        Case("context.urgent && context.urgent == false", "context.urgent && context.urgent == false"),
        Case("post.text.size() < 0", "post.text.size() < 0"),
        // Only the side that is decided is underlined.
        Case("context.urgent || (post.hour > 5 && post.hour < 3)", "post.hour > 5 && post.hour < 3"),
        Case("context.urgent || post.hour > 5 || post.hour > 7", "post.hour > 7"),
        Case("[context.urgent, post.hour > 5, post.hour == 2]", "[context.urgent, post.hour > 5, post.hour == 2]"),
        Case("{ none: [context.urgent, '!context.urgent'] }", "{ none: [context.urgent, '!context.urgent'] }"),
        Case(
            "{ at-least: 2, of: [post.hour < 3, post.hour > 5] }", "{ at-least: 2, of: [post.hour < 3, post.hour > 5] }"
        ),
        Case("{ any: [context.urgent, context.urgent] }", "context.urgent"),
        Case("'context.urgent ? post.hour < 1 && post.hour > 1 : post.hour > 3'", "post.hour < 1 && post.hour > 1"),
    ]

    @Test("what can never hold is underlined", arguments: neverHolding)
    func never(_ test: Case) throws {
        #expect(
            try AnalysisGround.findings(when: test.condition).map(\.brief) == test.finds.map { "always-false: \($0)" })
    }

    static let alwaysHolding = [
        Case("board.topic != 'tools' || board.topic != 'seeds'", "board.topic != 'tools' || board.topic != 'seeds'"),
        Case(
            "board.topic == 'tools' || board.topic == 'seeds' || board.topic == 'chat'",
            "board.topic == 'tools' || board.topic == 'seeds' || board.topic == 'chat'"),
        Case("post.hour > 5 || post.hour < 6", "post.hour > 5 || post.hour < 6"),
        Case("context.urgent || true", "context.urgent || true"),
        Case("post.text.size() >= 0", "post.text.size() >= 0"),
        Case("post.hour > 5 && post.hour > 3", "post.hour > 3"),
        Case("board.topic == 'tools' && board.topic != 'seeds'", "board.topic != 'seeds'"),
        Case("[context.urgent, post.hour > 5, context.urgent]", "context.urgent"),
    ]

    @Test("what always holds is underlined", arguments: alwaysHolding)
    func always(_ test: Case) throws {
        #expect(
            try AnalysisGround.findings(when: test.condition).map(\.brief) == test.finds.map { "always-true: \($0)" })
    }

    // `context.urgent || true` holds even where there is no such attribute; a comparison does not.
    @Test("what holds whenever it can be evaluated is not called always true")
    func errors() throws {
        #expect(try AnalysisGround.findings(when: "context.urgent || true").first?.message == "this always holds")
        #expect(
            try AnalysisGround.findings(when: "post.hour > 5 || post.hour < 6").first?.message
                == "this holds whenever it can be evaluated")
    }

    static let undecided = [
        "post.hour > 5 && post.hour < 7", "board.topic == 'tools' || board.topic == 'seeds'",
        "board.topic != 'tools' && board.topic != 'seeds'",
        // Between two numbers there are others, and NaN is on neither side.
        "post.weight > 5.0 && post.weight < 5.5", "post.weight > 5.0 || post.weight <= 5.0",
        // Two elements of one list, two texts, two fields.
        "'a' in board.tags && 'b' in board.tags", "post.text.contains('a') && !post.text.contains('b')",
        "post.hour > 5 && post.text.size() < 3", "board.tags[0] == 'a' && board.tags[1] == 'b'",
        // The presence of what is read is asked first, and guards it.
        "has(board.owner) && board.owner == 'ada'", "!has(board.owner) || board.owner == 'ada'",
        // What a variable stands for differs.
        "board.tags.exists(t, t == 'a') && board.tags.exists(t, t == 'b')",
        "board.tags.exists(t, t == 'a' && t != 'b')",
        // A truth value that is written out is meant.
        "true", "post.hour < 0", "standing.hasRole('steward') && !member.roles.exists(r, r == 'steward')",
        "{ at-least: 2, of: [post.hour < 3, post.hour < 5, context.urgent] }",
        "{ all: { early: { when: post.hour < 3 }, not-late: { when: post.hour < 5 } } }",
        // Times of two things.
        "now - member.joined < duration('1h') && post.age > duration('2h')",
    ]

    @Test("what may hold and may not is left alone", arguments: undecided)
    func open(_ condition: String) throws {
        let role = "roles: { steward: { granted-by: [board] } }\n"
        let findings = try AnalysisGround.findings { sections in
            sections.rules =
                "    rule: { when: \(condition.hasPrefix("{") ? condition : "\"\(condition)\""), then: deny, on: [post] }"
            sections.others = condition.contains("steward") ? role : ""
        }
        #expect(findings.map(\.brief) == [])
    }

    @Test("a let is told of once, and not again where it is used")
    func lets() throws {
        let findings = try AnalysisGround.findings { sections in
            sections.lets = "    odd: action.hour > 5 && action.hour < 3"
            sections.rules =
                "    rule: { when: odd, then: deny }\n    other: { when: odd && context.urgent, then: deny }"
        }
        #expect(findings.map(\.brief) == ["always-false: action.hour > 5 && action.hour < 3"])
    }

    @Test("a let is what its body says")
    func bodies() throws {
        let findings = try AnalysisGround.findings { sections in
            sections.lets = "    late: action.hour > 20\n    hours: action.hour"
            sections.rules = "    rule: { when: late && hours < 20, then: deny }"
        }
        #expect(findings.map(\.brief) == ["always-false: late && hours < 20"])
    }

    @Test("conditions that would take for ever are left alone, and in good time", .timeLimit(.minutes(1)))
    func large() throws {
        let doubled = (1...31).map { "    x\($0): x\($0 - 1) && x\($0 - 1) || context.urgent" }
        let many = (0..<400).map { "(action.hour != \($0) || action.weight > \($0).5)" }.joined(separator: " && ")
        _ = try AnalysisGround.findings { sections in
            sections.lets = (["    x0: action.hour > 3"] + doubled).joined(separator: "\n")
            sections.rules = "    rule: { when: x31, then: deny }\n    many: { when: '\(many)', then: deny }"
        }
    }

    @Test("an exemption that covers the whole rule is told at the rule's condition")
    func cancelled() throws {
        let findings = try AnalysisGround.findings(when: "post.hour > 20", more: "      unless: post.hour > 10")
        #expect(findings.map(\.brief) == ["always-false: post.hour > 20"])
        #expect(findings.first?.labels.map { $0.location.file.text(in: $0.location.range) } == ["post.hour > 10"])
    }

    @Test("an exemption from nothing is told", arguments: [("when", "post.hour > 20"), ("require", "post.hour <= 20")])
    func exemptsNothing(_ word: String, _ condition: String) throws {
        let findings = try AnalysisGround.findings { sections in
            sections.rules = """
                    rule:
                      \(word): \(condition)
                      \(word == "when" ? "then" : "else"): deny
                      on: [post]
                      unless: post.hour < 10
                """
        }
        #expect(findings.map(\.brief) == ["always-false: post.hour < 10"])
    }

    @Test("an exemption from some is left alone")
    func exemptsSome() throws {
        #expect(try AnalysisGround.findings(when: "post.hour > 20", more: "      unless: post.hour > 22").isEmpty)
        // Where it cannot be told whether the rule is triggered, the exemption counts.
        #expect(try AnalysisGround.findings(when: "post.hour > 20", more: "      unless: context.urgent").isEmpty)
    }

    @Test("a softener that cannot hold where its rule matches is told at the rule's name")
    func softener() throws {
        func findings(_ hour: Int) throws -> [String] {
            try AnalysisGround.findings { sections in
                sections.rules = "    late: { when: action.hour > 20, then: deny }"
                sections.softens = "    mild: { when: action.hour < \(hour), rules: [late], to: { then: allow } }"
            }.map(\.brief)
        }
        #expect(try findings(10) == ["always-false: late"])
        #expect(try findings(22) == [])
    }
}
