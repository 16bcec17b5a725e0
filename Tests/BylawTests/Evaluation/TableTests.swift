import Bylaw
import Testing

@Suite("Tables")
struct TableTests {
    static let body = """
        otherwise: allow
        roles: { cashier: , moderators: }
        tables:
          who: { by: post.circle.visibility, rows: { public: cashier }, otherwise: "the 'office'" }
        rules:
          routed: { on: share, when: "who != \\"the 'office'\\"", then: deny, duties: { route: who } }

        """

    @Test(
        "say what follows from a value, and what follows from the rest",
        arguments: [("public", "cashier"), ("private", nil)])
    func routes(visibility: String, to: String?) throws {
        let decision = try Judging.decide(Self.body) {
            $0.resource.attributes["circle"] = ["visibility": .string(visibility)]
        }
        #expect(decision.duties.map(\.to) == [to].compactMap(\.self))
        #expect(decision.outcome == (to == nil ? .allow : .deny))
    }

    @Test("never guess where the value is missing")
    func missing() throws {
        for value: AttributeValue? in [nil, ["visibility": "secret"], ["visibility": 5], [:]] {
            let decision = try Judging.decide(Self.body) { $0.resource.attributes["circle"] = value }
            #expect(decision.outcome == .hold)
            #expect(decision.errored == ["routed"])
        }
    }

    @Test(
        "that leave something out, or say what cannot be, are refused",
        arguments: [
            ("public: cashier }, otherwise: \"the 'office'\"", "public: cashier }", ["missing-row"]),
            ("public: cashier", "publik: cashier", ["unknown-value"]),
            ("public: cashier", "public: cashier, private: moderators", ["unused-key"]),
            ("by: post.circle.visibility", "by: post.text", ["not-an-enumeration"]),
            ("by: post.circle.visibility", "by: post.circle.visibilty", ["unknown-field"]),
            ("who: {", "cashier: {", ["reserved-name"]), ("who: {", "standing: {", ["reserved-name"]),
            ("public: cashier", "public: cashier, public: x", ["duplicate-key"]),
        ])
    func refused(old: String, new: String, codes: [String]) throws {
        #expect(Self.body.contains(old))
        let found = try Judging.problems(Self.body.replacing(old, with: new)).map(\.code)
        // A table of another name leaves its users without it.
        #expect(found.filter { $0 != "unknown-name" } == codes)
    }

    /// A table that a rule asks for nothing but whom it concerns.
    static let consequences = """
        otherwise: allow
        facts: { consent: { by: post.author.id } }
        tallies: { sharing: { within: 180d } }
        tables:
          who: { by: post.circle.visibility, rows: { public: cashier }, otherwise: office }
        let: { where: "'at-' + who" }
        rules:

        """

    @Test("are used by lets, by what is awaited and by points")
    func uses() throws {
        let body =
            Self.consequences + """
                  held: { when: true, then: hold, await: { fact: consent, from: where } }
                  charged: { when: true, then: deny, strike: { sharing: 1, to: who }, duties: { notify: where } }

                """
        let decision = try Judging.decide(body)
        #expect(decision.strikes.map(\.subject) == ["cashier"])
        #expect(decision.duties.map(\.to) == ["at-cashier"])
        let waiting = try Judging.decide(body.replacing("then: deny", with: "then: allow"))
        #expect(waiting.waits.map(\.from) == ["at-cashier"])
        let needed = Evaluator(try Judging.policies(body)).requirements(for: "share")
        #expect(needed.attributes.contains("resource.circle.visibility"))
    }

    /// The rule's condition does not ask the table: without its answer the duty would go to nobody.
    @Test(
        "make a rule errored that cannot tell whom it concerns, and no milder",
        arguments: [
            ("then: deny, duties: { route: who }", Outcome.deny), ("then: allow, duties: { route: who }", .hold),
            ("then: allow, on-error: deny, duties: { route: where }", .deny),
            ("then: hold, await: { fact: consent, from: where }", .hold),
            ("then: deny, strike: { sharing: 1, to: who }", .deny),
        ])
    func missingInConsequences(rule: String, outcome: Outcome) throws {
        let body = Self.consequences + "  r: { when: true, \(rule) }\n"
        for circle: AttributeValue? in [nil, ["visibility": "secret"], [:]] {
            let decision = try Judging.decide(body) { $0.resource.attributes["circle"] = circle }
            #expect(decision.outcome == outcome)
            #expect(decision.errored == ["r"] && decision.errors.map(\.rule) == ["r"])
            #expect(decision.reason == .fault)
            #expect(decision.duties.isEmpty && decision.waits.isEmpty && decision.strikes.isEmpty)
        }
        #expect(try Judging.decide(body).errors.isEmpty)
    }

    @Test("of a softer consequence count too")
    func softened() throws {
        let body =
            Self.consequences + """
                  r: { when: true, then: deny }
                softens:
                  s: { when: true, rules: [r], to: { then: allow, duty: { route: who } } }

                """
        #expect(try Judging.decide(body).duties.map(\.to) == ["cashier"])
        let missing = try Judging.decide(body) { $0.resource.attributes["circle"] = nil }
        #expect(missing.outcome == .hold)
        #expect(missing.errored == ["r"])
        let plan = Planner.plan(try #require(try Judging.policies(body).checked.first))
        #expect(plan.attributes(readBy: plan.rules[0]) == [RequestPath(.resource, ["circle", "visibility"])])
    }

    @Test("take every word of an enumeration, and every text")
    func words() throws {
        let body = """
            otherwise: allow
            tables:
              t: { by: post.circle.visibility, rows: { +1: "it's \\"\\\\\\n", 18+/x: 12 }, otherwise: 事務局 }
            rules:
              r: { when: true, then: deny, duties: { route: t } }

            """
        let head = Judging.head.replacing("public | private", with: "'+1 | 18+/x | é'")
        let policies = try PolicySet(texts: ["p.yaml": head + body])
        for (value, to) in [("+1", "it's \"\\\n"), ("18+/x", "12"), ("é", "事務局")] {
            var request = try Judging.request()
            request.resource.attributes["circle"] = ["visibility": .string(value)]
            #expect(Evaluator(policies).judge(request, standing: .none).duties.map(\.to) == [to])
        }
    }
}

@Suite("Slips in tables")
struct TableProblemTests {
    typealias Slip = PolicyProblemTests.Slip

    static let slips: [Slip] = [
        .init("{ by: post.circle.visibility, rows: { public: a } }", "missing-row", "post.circle.visibility"),
        .init("{ by: post.circle.visibility, rows: {} }", "missing-row", "post.circle.visibility"),
        .init(
            "{ by: post.circle.visibility, rows: { publc: a }, otherwise: b }", "unknown-value", "publc",
            "did you mean `public`?"),
        .init(
            "{ by: post.circle.visibility, rows: { public: a, private: b }, otherwise: c }", "unused-key", "c",
            "take `otherwise` out"),
        .init(
            "{ by: post.circle.visibility, rows: { public: a, public: b }, otherwise: c }", "duplicate-key", "public"),
        .init("{ by: post.circle.visibility, rows: { public: [a] }, otherwise: c }", "wrong-type", "[a]"),
        .init(
            "{ by: post.circle.visibility, row: { public: a }, rows: { public: a }, otherwise: c }", "unknown-key",
            "row"),
        .init(
            "{ by: post.circle.visibility, otherwise: c }", "missing-key",
            "{ by: post.circle.visibility, otherwise: c }"),
        .init("{ by: post.circle.visiblity, rows: { public: a }, otherwise: c }", "unknown-field", "visiblity"),
        .init(
            "{ by: post.author.company, rows: { public: a }, otherwise: c }", "unguarded-optional",
            "post.author.company"),
        .init("{ by: post.author.id, rows: { public: a }, otherwise: c }", "not-an-enumeration", "post.author.id"),
        .init(
            "{ by: \"true ? post.circle.visibility : post.circle.visibility\", rows: { public: a }, otherwise: c }",
            "not-an-enumeration", "\"true ? post.circle.visibility : post.circle.visibility\""),
        .init("{ by: nobody, rows: { public: a }, otherwise: c }", "unknown-name", "nobody"),
    ]

    @Test("are underlined where they are", arguments: slips)
    func underlined(_ slip: Slip) throws {
        let text = "tables: { 表: \(slip.text) }\n".replacing("表", with: "t")
        try PolicyProblemTests.check(try Judging.problems(PolicyProblemTests.rest + text), slip)
    }

    static let names: [(table: String, slip: Slip)] = [
        ("post", .init("", "reserved-name", "post")), ("now", .init("", "reserved-name", "now")),
        ("moderators", .init("", "reserved-name", "moderators", "give the table another name")),
        ("ambassador", .init("", "reserved-name", "ambassador", "give the table another name")),
        ("a-b", .init("", "invalid-name", "a-b")), ("in", .init("", "invalid-name", "in")),
        ("12", .init("", "invalid-name", "12")), ("表", .init("", "invalid-name", "表")),
    ]

    @Test("in a table's name", arguments: names)
    func named(table: String, slip: Slip) throws {
        let text = "tables: { \(table): { by: post.circle.visibility, rows: { public: a }, otherwise: b } }\n"
        try PolicyProblemTests.check(try Judging.problems(PolicyProblemTests.rest + text), slip)
    }

    @Test("that give a let the name of a table")
    func sameName() throws {
        let text =
            "tables: { t: { by: post.circle.visibility, rows: { public: a }, otherwise: b } }\nlet: { t: \"'x'\" }\n"
        let problems = try Judging.problems(PolicyProblemTests.rest + text)
        #expect(problems.map(\.code) == ["reserved-name"])
        // At the let: the table came first.
        #expect(
            problems.first?.location?.position.line == (Judging.head + PolicyProblemTests.rest).split(
                separator: "\n", omittingEmptySubsequences: false
            ).count + 1)
    }

    @Test("are told once, and not again by whoever uses the table")
    func once() throws {
        let text =
            "tables: { t: { by: post.circle.visibility, rows: { public: a } } }\nrules: { r: { when: t == 'a', then: deny } }\n"
        #expect(try Judging.problems(PolicyProblemTests.rest + text).map(\.code) == ["missing-row"])
        let problem = try #require(try Judging.problems(PolicyProblemTests.rest + text).first)
        #expect(problem.message == "nothing follows from `private`")
    }
}
