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
        #expect(decision.errors.map(\.error) == ["there is no such fact"])
        let lacking = try Judging.decide(body) { $0.facts = [try Self.fact("f", ["by": "u_7"])] }
        #expect(lacking.outcome == .hold)
        #expect(Evaluator(try Judging.policies(body)).requirements(for: "share").facts == ["f"])
        let unknown = try Judging.problems(body.replacing("latest('f')", with: "latest('g')"))
        #expect(unknown.map(\.code) == ["unknown-fact"])
    }
}
