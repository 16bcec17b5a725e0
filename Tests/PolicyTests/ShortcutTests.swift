import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

/// Judging with all that spares work against judging without any of it: over generated policies, and requests of which
/// attributes are missing or of another type.
@Suite("Shortcuts against the long way")
struct ShortcutTests {
    /// So many pairs of decisions are compared: 22,400, or over a million.
    private static let seeds: UInt64 = ProcessInfo.processInfo.environment["BYLAW_LONG"] == nil ? 20 : 900
    private static let requests = 80

    private static func policies(_ policies: [GeneratedPolicy]) throws -> PolicySet {
        let texts = policies.enumerated().map { ("p\($0.offset).yaml", $0.element.text) }
        return try PolicySet(texts: Dictionary(uniqueKeysWithValues: texts))
    }

    /// What the order of rules may change is only the order in which they are told.
    private static func unordered(_ decision: Decision) -> Decision {
        var decision = decision
        decision.rules.sort { ($0.policy, $0.rule) < ($1.policy, $1.rule) }
        for index in decision.rules.indices { decision.rules[index].at = "" }
        decision.cases.sort { ($0.rule, $0.id) < ($1.rule, $1.id) }
        decision.errors.sort { ($0.policy, $0.rule, $0.error) < ($1.policy, $1.rule, $1.error) }
        for index in decision.errors.indices { decision.errors[index].at = "" }
        for index in decision.policies.indices { decision.policies[index].digest = "" }
        decision.inputs.policies = ""
        return decision
    }

    /// Each alone, all together, and all together in a session that judged others before, of rules and files in another
    /// order, and of requests read from JSON.
    @Test(arguments: 0..<seeds)
    func `they decide alike`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let policies = (0..<3).map { GeneratedPolicy(number: $0, &random) }
        let set = try Self.policies(policies)
        let plain = Evaluator(set, shortcuts: [])
        let each: [Evaluator.Shortcuts] = [.indexes, .filling, .steps]
        let quick = each.map { Evaluator(set, shortcuts: $0) } + [Evaluator(set)]
        let session = JudgingSession(Evaluator(set))
        let shuffled = Evaluator(
            try Self.policies(policies.shuffled(using: &random).map { $0.shuffled(&random) }))
        for number in 0..<Self.requests {
            var request = try #require(GeneratedPolicy.request(number, &random))
            if number.isMultiple(of: 2) { request.stopped = GeneratedPolicy.stopped(&random) }
            for standing in [StandingInput.none, .unavailable] {
                let expected = plain.judge(request, standing: standing)
                for other in quick {
                    #expect(other.judge(request, standing: standing) == expected, "\(other.shortcuts) \(request)")
                }
                #expect(session.judge(request, standing: standing) == expected, "\(request)")
                #expect(session.outcome(of: request, standing: standing) == expected.outcome, "\(request)")
                session.prepare(request, standing: standing)
                #expect(session.outcome() == expected.outcome, "\(request)")
                #expect(session.outcome() == expected.outcome, "\(request)")
                let other = Self.unordered(shuffled.judge(request, standing: standing))
                #expect(other == Self.unordered(expected), "\(request)")
            }
        }
    }

    /// What agrees must be worth comparing: the requests are allowed, held and denied, and errors and matches are found
    /// of rules that an index keeps.
    @Test func `the generated policies decide all sorts of things`() throws {
        var random = SeededGenerator(seed: 7)
        let policies = (0..<3).map { GeneratedPolicy(number: $0, &random) }
        let evaluator = Evaluator(try Self.policies(policies))
        let decisions = try (0..<300).map { number in
            evaluator.judge(try #require(GeneratedPolicy.request(number, &random)), standing: .none)
        }
        for outcome in [Outcome.allow, .hold, .deny] { #expect(decisions.contains { $0.outcome == outcome }) }
        let rules = Set(decisions.flatMap(\.rules).filter { $0.result == .matched }.map(\.rule))
        let errors = Set(decisions.flatMap(\.errors).map(\.rule))
        for kind in ["action", "key"] {
            #expect(rules.contains { $0.hasPrefix(kind) })
            #expect(errors.contains { $0.hasPrefix(kind) })
        }
        let passedOver = evaluator.plans.filter { plan in
            guard let request = GeneratedPolicy.request(0, &random) else { return false }
            let judged = JudgedRequest()
            judged.begin(request, standing: .none)
            let texts = TextSearch(plan: evaluator.texts)
            let frame = PolicyFrame(index: 0, plan: plan, texts: texts, judged: judged)
            frame.begin()
            return frame.findCandidates() && frame.candidateCount < plan.rules.count
        }
        #expect(!passedOver.isEmpty)
    }
}
