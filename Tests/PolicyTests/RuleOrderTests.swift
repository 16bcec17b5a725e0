import Foundation
import Testing

@testable import Bylaw

/// Judging by indexes, which pass over policies and rules that cannot match, against asking every rule: over generated
/// policies, and requests of which attributes are missing or of another type.
@Suite("Indexes against asking every rule")
struct RuleOrderTests {
    private static let isLong = ProcessInfo.processInfo.environment["BYLAW_LONG"] != nil

    private static func evaluator(_ policies: [GeneratedPolicy]) throws -> Evaluator {
        let texts = policies.enumerated().map { ("p\($0.offset).yaml", $0.element.text) }
        return Evaluator(try PolicySet(texts: Dictionary(uniqueKeysWithValues: texts)))
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
        return decision
    }

    @Test(arguments: 0..<(isLong ? 400 : 25))
    func `they decide alike, in whatever order rules stand`(_ seed: UInt64) throws {
        var random = GeneratedPolicy.Random(seed: seed)
        let policies = (0..<3).map { GeneratedPolicy(number: $0, &random) }
        let indexed = try Self.evaluator(policies)
        var plain = indexed
        plain.usesIndexes = false
        let shuffled = try Self.evaluator(policies.map { $0.shuffled(&random) })
        for number in 0..<100 {
            let request = try #require(GeneratedPolicy.request(number, &random))
            for standing in [StandingInput.none, .unavailable] {
                let expected = plain.judge(request, standing: standing)
                #expect(indexed.judge(request, standing: standing) == expected, "\(request)")
                let other = Self.unordered(shuffled.judge(request, standing: standing))
                #expect(other == Self.unordered(expected), "\(request)")
            }
        }
    }

    /// What agrees must be worth comparing: the requests are allowed, held and denied, and errors and matches are found
    /// of rules that an index keeps.
    @Test func `the generated policies decide all sorts of things`() throws {
        var random = GeneratedPolicy.Random(seed: 7)
        let policies = (0..<3).map { GeneratedPolicy(number: $0, &random) }
        let evaluator = try Self.evaluator(policies)
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
