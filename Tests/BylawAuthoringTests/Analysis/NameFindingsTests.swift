import BylawAuthoring
import BylawSource
import Testing

@Suite("Names that nobody uses, and ladders that go down")
struct NameFindingsTests {
    @Test("the codes of all findings are listed, each once")
    func codes() {
        #expect(
            PolicyAnalysis.codes.sorted() == [
                "always-false", "always-true", "bidi-control", "invisible-character", "look-alike", "masks-undo",
                "milder-rung", "overridden-rule", "shows-masked", "unused-name",
            ])
    }

    @Test("each kind of name that is declared and not used is underlined")
    func unused() throws {
        let findings = try AnalysisGround.findings { sections in
            sections.lets = "    late: action.hour > 20"
            sections.others = """
                roles: { steward: { granted-by: [board] } }
                lexicons: { firms: { phrases: [Acme] } }
                facts: { consent: { by: actor.id } }
                tables: { who: { by: board.topic, rows: { tools: a, seeds: b, chat: c } } }
                review: { stewards: { who: [elder], within: 24h, late: stays-held } }

                """
        }
        #expect(
            Set(findings.map(\.brief))
                == [
                    "unused-name: late", "unused-name: steward", "unused-name: firms", "unused-name: consent",
                    "unused-name: who", "unused-name: stewards",
                ])
    }

    @Test("names that are used somewhere are left alone")
    func used() throws {
        let findings = try AnalysisGround.findings { sections in
            sections.lets = "    late: action.hour > 20"
            sections.rules = """
                    rule:
                      when: late && action.text.mentions('firms') && !fact('consent') && 'steward' in member.roles
                      then: hold
                      to: stewards
                      duties: { route: who }
                """
            sections.others = """
                roles: { steward: { granted-by: [board] } }
                lexicons: { firms: { phrases: [Acme] } }
                facts: { consent: { by: actor.id } }
                tables: { who: { by: board.topic, rows: { tools: a, seeds: b, chat: c } } }
                review:
                  stewards: { who: [elder], within: 24h, late: council }
                  council: { who: [elder], within: 24h, late: stays-held }

                """
        }
        #expect(findings.map(\.brief) == [])
    }

    @Test(
        "a tier to which nothing leads is told; an appeal that names no tier may lead to any",
        arguments: [("", []), ("to: another-tier, ", []), ("to: council, ", ["unused-name: elders"])])
    func tiers(_ appeal: String, _ expected: [String]) throws {
        let findings = try AnalysisGround.findings { sections in
            sections.rules = "    early: { when: action.hour < 6, then: hold, to: stewards }"
            sections.others = """
                review:
                  stewards: { who: [steward], within: 24h, late: stays-held }
                  council: { who: [elder], within: 24h, late: stays-held }
                  elders: { who: [elder], within: 24h, late: council }
                  appeal: { \(appeal)within: 20d }

                """
        }
        #expect(findings.map(\.brief) == expected)
    }

    private static let words = "bylaw: 1\nlexicon: words\nphrases: [Acme]\n"

    @Test("a file of which nothing is used is told at `uses`, one that is used is not")
    func files() throws {
        func findings(_ condition: String) throws -> [String] {
            let policy = AnalysisGround.policy {
                $0.rules = "    early: { when: \(condition), then: deny }"
                $0.others = "uses: [words.yaml]\n"
            }
            return try PolicyAnalysis(texts: ["garden.yaml": policy, "words.yaml": Self.words]).findings.map(\.brief)
        }
        #expect(try findings("action.hour < 6") == ["unused-name: words.yaml"])
        #expect(try findings("action.text.mentions('words')") == [])
    }

    @Test("what a shared file declares is told where no policy uses it")
    func shared() throws {
        let shared =
            "bylaw: 1\nvocabulary: shared\nlexicons: { firms: { phrases: [Acme] }, clubs: { phrases: [Rovers] } }\n"
        func policy(_ id: String, _ lexicon: String) -> String {
            AnalysisGround.policy {
                $0.id = id
                $0.rules = "    early: { when: action.text.mentions('\(lexicon)'), then: deny }"
                $0.others = "uses: [shared.yaml]\n"
            }
        }
        func findings(_ other: String) throws -> [String] {
            try PolicyAnalysis(texts: [
                "a.yaml": policy("garden.a", "firms"), "b.yaml": policy("garden.b", other), "shared.yaml": shared,
            ]).findings.map(\.brief)
        }
        #expect(try findings("firms") == ["unused-name: clubs"])
        #expect(try findings("clubs") == [])
    }

    @Test("a mask that nothing asks and that rewrites nothing")
    func idle() throws {
        func findings(_ condition: String) throws -> [String] {
            try AnalysisGround.findings {
                $0.rules = "    early: { when: \(condition), then: deny }"
                $0.masks = "    firm: { find: { phrases: [Acme] }, verify: [action.text], replace: { redact: true } }"
            }.map(\.brief)
        }
        #expect(try findings("action.hour < 6") == ["unused-name: firm"])
        #expect(try findings("action.text.reveals('firm')") == [])
        #expect(try findings("action.text.quotes(action.note)") == [])
    }

    private func ladder(_ rungs: String...) throws -> [String] {
        try AnalysisGround.findings {
            $0.tallies = "    order: { within: 90d, ladder: [\(rungs.joined(separator: ", "))] }"
        }
        .map(\.brief)
    }

    @Test("a rung that brings less than one before it is underlined")
    func milder() throws {
        #expect(
            try ladder("{ at: 1, sanction: suspend, for: 7d }", "{ at: 2, sanction: suspend, for: 3d }")
                == ["milder-rung: { at: 2, sanction: suspend, for: 3d }"])
        #expect(
            try ladder("{ at: 1, sanction: suspend, for: 7d }", "{ at: 2, sanction: warn }")
                == ["milder-rung: { at: 2, sanction: warn }"])
        #expect(
            try ladder("{ at: 1, sanction: suspend, for: forever }", "{ at: 2, sanction: suspend, for: 3d }")
                == ["milder-rung: { at: 2, sanction: suspend, for: 3d }"])
    }

    @Test("rungs that rise, or bring losses of different kinds, are left alone")
    func rising() throws {
        #expect(
            try ladder(
                "{ at: 1, sanction: remind }", "{ at: 2, sanction: warn }", "{ at: 3, sanction: suspend, for: 3d }",
                "{ at: 4, sanction: suspend, for: forever }") == [])
        #expect(
            try ladder(
                "{ at: 1, sanction: suspend, from: post, for: 7d }", "{ at: 2, sanction: suspend, for: 3d }",
                "{ at: 3, sanction: suspend, for: 3d }") == [])
    }
}
