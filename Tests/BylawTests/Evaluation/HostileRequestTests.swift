import BylawCEL
import BylawText
import Foundation
import Testing

@testable import Bylaw

/// Requests, and policies for them, that would cost more than a service can bear: what they cost is bounded, and what is cut
/// short holds.
@Suite("Hostile requests")
struct HostileRequestTests {
    private static let megabyte = String(repeating: "x", count: 1 << 20)

    @Test("conditions that are dear only together hold")
    func totalCost() throws {
        // Each puts together two megabytes, for a fifth of what one expression may cost.
        let lets = (0..<300).map { "  l\($0): post.author.id + post.author.id + '\($0)'\n" }.joined()
        let rules = (0..<300).map { "  r\($0): { when: l\($0) == 'x', then: deny, says: no }\n" }.joined()
        let decision = try Judging.decide("otherwise: allow\nlet:\n\(lets)rules:\n\(rules)") { request in
            request.resource.attributes["author"] = ["id": .string(Self.megabyte)]
        }
        #expect(decision.outcome == .hold)
        #expect(decision.errors.contains { $0.error.contains("together") })
        // And in a session the next request has a budget of its own.
        let session = JudgingSession(Evaluator(try Judging.policies("otherwise: allow\nlet:\n\(lets)rules:\n\(rules)")))
        var request = try Judging.request()
        #expect(session.judge(request, standing: .none).outcome == .allow)
        request.resource.attributes["author"] = ["id": .string(Self.megabyte)]
        #expect(session.judge(request, standing: .none).outcome == .hold)
        #expect(session.outcome(of: try Judging.request(), standing: .none) == .allow)
    }

    @Test("names that double what they stand for hold")
    func doubling() throws {
        let lets = (1..<30).map { "  l\($0): l\($0 - 1) + l\($0 - 1)\n" }.joined()
        let decision = try Judging.decide(
            "otherwise: allow\nlet:\n  l0: post.author.id + 'x'\n\(lets)"
                + "rules: { r: { when: l29 == 'x', then: deny, says: no } }\n")
        #expect(decision.outcome == .hold)
        #expect(decision.errors.count == 1)
    }

    @Test("a message shows no more of a value than anybody reads")
    func messages() throws {
        let says = String(repeating: "{post.author.id}", count: 2_000)
        let decision = try Judging.decide(
            "otherwise: allow\nrules: { r: { when: true, then: deny, says: '\(says)' } }\n"
        ) { request in
            request.resource.attributes["author"] = ["id": .string(String(repeating: "字", count: 300_000))]
        }
        let text = try #require(decision.rules.first?.says.first?.text)
        let shown = MessageWriter.maximumValueBytes + 3
        #expect(text.utf8.count <= 2_000 * shown && text.utf8.count > 2_000 * (shown - 6))
        #expect(text.hasPrefix("字字") && text.hasSuffix("字…"))
        #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test("a text that masking would make too long is withheld, and holds")
    func masks() throws {
        let body = """
            otherwise: allow
            masks:
              m: { find: { value: post.author.id }, rewrite: post.text, replace: { text: '\(String(repeating: "z", count: 4_000))' } }
            """
        func decide(_ count: Int) throws -> Decision {
            try Judging.decide(body) { request in
                request.resource.attributes["text"] = .string(String(repeating: "u_9 ", count: count))
            }
        }
        #expect(try decide(100).outcome == .allow)
        let decision = try decide(100_000)
        #expect(decision.outcome == .hold)
        #expect(decision.errors.contains { $0.error.contains("would be longer than") })
        #expect(decision.texts.allSatisfy { $0.masked == nil })
    }

    @Test("a text of ten megabytes is searched by nobody, and allowed to nobody")
    func longText() throws {
        let body = """
            otherwise: allow
            masks: { m: { find: { value: post.author.company }, rewrite: post.text, replace: { redact: true } } }
            rules: { r: { when: "post.text.mentions('l')", then: deny, says: no } }
            lexicons: { l: { phrases: [never] } }

            """
        let decision = try Judging.decide(body) { request in
            request.resource.attributes["text"] = .string(String(repeating: "never ", count: 2_000_000))
        }
        #expect(decision.outcome == .hold)
        #expect(decision.errors.contains { $0.rule == "r" })
        #expect(decision.texts.allSatisfy { $0.masked == nil })
    }

    @Test("facts, rulings, roles and modes in their hundred thousands are judged like few")
    func many() throws {
        let body = """
            otherwise: allow
            facts: { consent: { by: post.author.id } }
            rules:
              r: { require: "fact('consent')", else: hold, await: { fact: consent, from: post.author.id }, says: no }
              s: { when: "standing.hasRole('none')", then: deny, says: no }
            roles: { none: {} }

            """
        let given = Timestamp(clamping: 0)
        let decision = try Judging.decide(body) { request in
            request.facts = (0..<200_000).map { Fact("consent", ["by": .string("u_\($0 + 10)")], at: given) }
            request.rulings = (0..<100_000).map {
                Ruling(case: "c\($0)", rule: "test.sharing/r", verdict: .allow, inputs: "i")
            }
            request.actor.attributes["roles"] = .list((0..<200_000).map { .string("r\($0)") })
            request.modes = (0..<100_000).map { "m\($0)" }
        }
        #expect(decision.outcome == .hold)
        #expect(decision.waits.count == 1)
    }

    @Test(
        "a request that is no honest one is refused",
        arguments: [
            #"{"id":"\ud800"}"#, #"{"id":"a\u0000b"}"#, #"{"id":1e999999999}"#, #"{"id":"a","id":"b"}"#,
            #"{"id":"a","time":"2024-09-01T10:00:00Z","actor":{"type":"m","id":"u","n":1e400},"action":{"name":"a"},"#
                + #""resource":{"type":"p","id":"1"}}"#,
            "[" + String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
        ])
    func refused(_ json: String) {
        #expect(throws: RequestError.self) { try Request(json: Array(json.utf8)) }
    }

    @Test("keys that are the same letters in other scalars are other keys, and what is missing holds")
    func composed() throws {
        let body = "otherwise: allow\nrules: { r: { when: post.revision == 1, then: deny, says: no } }\n"
        let decision = try Judging.decide(body) { request in
            request.resource.attributes["revision"] = nil
            request.resource.attributes.append(Attribute("revision\u{301}", 2))
            request.resource.attributes.append(Attribute("revisiοn", 2))
        }
        #expect(decision.outcome == .hold)
    }
}
