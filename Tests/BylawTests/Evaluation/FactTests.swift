import Bylaw
import Testing

@Suite("Facts in one shape")
struct FactTests {
    /// Consent, acknowledgement of the code by version, disclosure, relationship, register and identification.
    static let body = """
        otherwise: allow
        facts:
          consent: { by: post.author.id, revision: post.revision }
          acknowledged: { by: actor.id }
          disclosed: { by: actor.id, about: post.author.id }
          relationship: { by: actor.id, with: post.author.id }
          registered: { by: actor.id, for: resource.id }
          identified: { by: actor.id }
        let: { isCurrent: "facts.latest('acknowledged').version == '2.0.0'" }
        rules:
          consent: { require: fact('consent'), else: deny }
          code: { require: "fact('acknowledged') && isCurrent", else: deny }
          fresh: { when: "fact('acknowledged') && now - facts.latest('acknowledged').at > duration('720h')", then: deny }
          related: { when: "fact('relationship') && !fact('disclosed')", then: deny }
          registered: { require: fact('registered'), else: deny }
          identified: { require: fact('identified'), else: deny }

        """

    private static func fact(
        _ name: String, _ keys: KeyValuePairs<String, AttributeValue>, _ at: String = "2024-08-31T00:00:00Z",
        until: String? = nil
    ) throws -> Fact {
        Fact(name, keys, at: try #require(Timestamp(at)), until: try until.map { try #require(Timestamp($0)) })
    }

    private static func all() throws -> [Fact] {
        [
            try fact("consent", ["by": "u_9", "revision": 2]),
            try fact("acknowledged", ["by": "u_7", "version": "1.0.0"], "2024-08-01T00:00:00Z"),
            try fact("acknowledged", ["by": "u_7", "version": "2.0.0"]),
            try fact("relationship", ["by": "u_7", "with": "u_9"]),
            try fact("disclosed", ["by": "u_7", "about": "u_9"]),
            try fact("registered", ["by": "u_7", "for": "p_9"]), try fact("identified", ["by": "u_7"]),
        ]
    }

    private func matched(_ change: (inout [Fact]) throws -> Void) throws -> [String] {
        let decision = try Judging.decide(Self.body) {
            var facts = try Self.all()
            try change(&facts)
            $0.facts = facts
        }
        #expect(decision.errored.isEmpty, "\(decision.errors)")
        return decision.matched
    }

    @Test("hold by their keys, dates and ends, in whatever order they come")
    func shapes() throws {
        #expect(try matched { _ in } == [])
        #expect(try matched { $0.reverse() } == [])
        #expect(try matched { $0[0].keys = [Attribute("by", "u_9"), Attribute("revision", 1)] } == ["consent"])
        #expect(try matched { $0[2].at = try moment("2024-07-31T00:00:00Z") } == ["code", "fresh"])
        #expect(try matched { $0.remove(at: 4) } == ["related"])
        #expect(try matched { $0[5].until = try moment("2024-09-01T01:00:00Z") } == ["registered"])
        #expect(try matched { $0[6].at = try moment("2024-09-01T01:00:01Z") } == ["identified"])
        #expect(try matched { $0[2].keys = [Attribute("by", "u_7"), Attribute("version", "1.9.0")] } == ["code"])
    }

    @Test("the latest that is not there is an error, and opens nothing")
    func none() throws {
        let body =
            "otherwise: allow\nfacts: { f: { by: actor.id } }\nrules: { r: { when: \"facts.latest('f').x == 1\", then: deny } }\n"
        let decision = try Judging.decide(body)
        #expect(decision.outcome == .hold)
        #expect(decision.errors.map(\.error) == ["no fact `f` holds"])
        let lacking = try Judging.decide(body) { $0.facts = [try Self.fact("f", ["by": "u_7"])] }
        #expect(lacking.outcome == .hold)
        #expect(Evaluator(try Judging.policies(body)).requirements(for: "share").facts == ["f"])
        let unknown = try Judging.problems(body.replacing("latest('f')", with: "latest('g')"))
        #expect(unknown.map(\.code) == ["unknown-fact"])
    }

    @Test("of those that hold the one that was given last counts")
    func latest() throws {
        #expect(try matched { $0[2].until = try moment("2024-09-01T01:00:00Z") } == ["code", "fresh"])
        // One that is yet to come, and one of somebody else.
        let later = "2024-09-01T01:00:01Z"
        #expect(
            try matched { $0.append(try Self.fact("acknowledged", ["by": "u_7", "version": "3.0.0"], later)) } == [])
        #expect(try matched { $0.append(try Self.fact("acknowledged", ["by": "u_8", "version": "3.0.0"])) } == [])
        // Of one moment, in whatever zone, the later in the request.
        let same = "2024-08-31T09:00:00+09:00"
        #expect(
            try matched { $0.append(try Self.fact("acknowledged", ["by": "u_7", "version": "3.0.0"], same)) } == [
                "code"
            ])
        #expect(
            try matched { $0.insert(try Self.fact("acknowledged", ["by": "u_7", "version": "3.0.0"], same), at: 0) }
                == [])
    }

    @Test("the latest shows its time, its end and what it says")
    func shown() throws {
        let body = """
            otherwise: deny
            facts: { f: { by: actor.id } }
            let: { last: facts.latest('f') }
            rules:
              r:
                when:
                  - last.fact == 'f' && last.by == 'u_7' && last.note.size() == 2 && last.at < now
                  - has(last.until) && last.until - now == duration('1h') && !has(last.other)
                then: allow

            """
        let given = try Self.fact("f", ["by": "u_7", "note": ["a", "b"]], until: "2024-09-01T02:00:00Z")
        #expect(try Judging.decide(body) { $0.facts = [given] }.outcome == .allow)
        // Without an end there is nothing to compare with it.
        let endless = try Judging.decide(body) { $0.facts = [try Self.fact("f", ["by": "u_7", "note": ["a", "b"]])] }
        #expect(endless.outcome == .deny && endless.errors.isEmpty)
    }

    @Test(
        "the latest that is not there opens nothing, however it is asked for",
        arguments: [
            ("when: \"facts.latest('f').x == 1\", then: allow", Outcome.hold),
            ("when: \"has(facts.latest('f').x)\", then: allow", .hold),
            ("when: \"facts.latest('f').?x.orValue(1) == 1\", then: allow", .hold),
            ("when: \"!has(facts.latest('f').x)\", then: allow", .hold),
            ("when: last.x == 1, then: allow", .hold), ("require: last.x == 1, else: deny", .hold),
            ("when: true, unless: last.x == 1, then: deny", .hold),
            ("when: \"!(fact('f') && last.x == 1)\", then: deny", .deny),
            ("when: \"fact('f') && last.x == 1\", then: allow", .deny),
        ])
    func absent(rule: String, outcome: Outcome) throws {
        let body =
            "otherwise: deny\nfacts: { f: { by: actor.id } }\nlet: { last: facts.latest('f') }\nrules: { r: { \(rule) } }\n"
        let decision = try Judging.decide(body)
        #expect(decision.outcome == outcome)
        #expect(decision.errored == (outcome == .hold ? ["r"] : []))
    }

    @Test("what a fact must say cannot depend on the fact itself")
    func circular() throws {
        let body = """
            otherwise: allow
            facts: { f: { by: "facts.latest('f').by" } }
            rules: { r: { require: fact('f'), else: deny }, s: { when: "facts.latest('f').by == 'x'", then: deny } }

            """
        let decision = try Judging.decide(body) { $0.facts = [try Self.fact("f", ["by": "u_7"])] }
        #expect(decision.outcome == .hold)
        #expect(decision.errored == ["r", "s"])
    }

    @Test(
        "slips in asking for the latest are underlined",
        arguments: [
            PolicyProblemTests.Slip(
                "facts.latest('consnt').x == 1", "unknown-fact", "'consnt'", "did you mean `consent`?"),
            .init("facts.latest(post.author.id).x == 1", "wrong-argument", "post.author.id"),
            .init("facts.latest().x == 1", "wrong-argument", "facts.latest()"),
            .init("facts.lattest('consent').x == 1", "unknown-function", "lattest", "did you mean `latest`?"),
            .init("post.tags.latest('consent').x == 1", "no-overload", "latest"),
            .init("facts.latest('consent')", "wrong-type", "facts.latest('consent')"),
        ])
    func slips(_ slip: PolicyProblemTests.Slip) throws {
        let rule = "rules: { 規則: { when: \"\(slip.text)\", then: deny } }\n"
        try PolicyProblemTests.check(try Judging.problems(PolicyProblemTests.rest + rule), slip)
    }

    @Test("asked for twice, the latest is one question")
    func once() throws {
        let body = """
            otherwise: allow
            facts: { f: { by: post.author.id } }
            let: { last: facts.latest('f') }
            rules:
              r: { when: "last.x == 1 || facts.latest('f').x == 2", then: deny }
              s: { when: "facts.latest('f').x == 3", then: deny }

            """
        let policies = try Judging.policies(body)
        let checked = try #require(policies.checked.first)
        #expect(checked.hostSlots == [.latestFact("f")])
        let needed = Evaluator(policies).requirements(for: "share")
        #expect(needed.facts == ["f"])
        #expect(needed.attributes == ["resource.author.id"])
        let plan = Planner.plan(checked)
        #expect(plan.attributes(readBy: plan.rules[0]) == [RequestPath(.resource, ["author", "id"])])
    }
}
