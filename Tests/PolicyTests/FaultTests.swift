import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

/// Every way that an evaluation goes wrong, provoked over generated policies: each decision is held against what
/// three-valued logic says of them, which is reckoned apart from the evaluator.
@Suite("Faults provoked")
struct FaultTests {
    /// So many sets of policies are judged, each with every fault alone and with some together.
    private static let seeds: UInt64 = ProcessInfo.processInfo.environment["BYLAW_LONG"] == nil ? 60 : 2_000
    private static let time = Timestamp("2024-09-01T10:00:00+09:00")

    private static func provocations(_ random: inout SeededGenerator) -> [Set<Fault>] {
        let single = Fault.allCases.map { Set([$0]) }
        let several = (0..<3).map { _ in Set(Fault.allCases.filter { _ in Bool.random(using: &random) }) }
        return [[]] + single + several
    }

    private static func set(_ policies: [ExposedPolicy]) throws -> PolicySet {
        let texts = policies.map { ("p\($0.number).yaml", $0.text) }
        return try PolicySet(texts: Dictionary(uniqueKeysWithValues: texts))
    }

    @Test(arguments: 0..<seeds)
    func `faults never open, and denials by unfaulted rules stand`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let policies = (0..<Int.random(in: 1...3, using: &random)).map { ExposedPolicy(number: $0, &random) }
        let enforced = policies.filter { !$0.isShadow }
        let set = try Self.set(policies)
        let time = try #require(Self.time)
        for provoked in Self.provocations(&random) {
            let decision = Fault.evaluator(set, provoked).judge(
                Fault.request(provoked, time: time), standing: Fault.standing(provoked))
            let outcomes = enforced.compactMap { $0.outcome(provoked) }
            #expect(decision.outcome == outcomes.max() ?? .deny, "\(provoked)")

            var (matched, errored): (Set<String>, Set<String>) = ([], [])
            for policy in enforced {
                for rule in policy.rules {
                    switch rule.answer(provoked) {
                    case .fails: continue
                    case .holds: matched.insert("\(policy.id)/\(rule.name)")
                    case .faulty: errored.insert("\(policy.id)/\(rule.name)")
                    }
                }
            }
            func names(_ result: Decision.RuleState) -> Set<String> {
                Set(decision.rules.filter { $0.result == result }.map { "\($0.policy)/\($0.rule)" })
            }
            #expect(names(.matched) == matched, "\(provoked)")
            #expect(names(.errored) == errored, "\(provoked)")
            let isFaulty = !errored.isEmpty || enforced.contains { $0.isFaultyItself(provoked) }
            #expect(isFaulty == !decision.errors.isEmpty, "\(provoked)")
            if isFaulty { #expect(decision.outcome != .allow, "\(provoked)") }

            // Nobody is charged for an error, and nobody earns by one.
            let charged = decision.strikes.map { "\($0.policy)/\($0.rule)" }
            #expect(Set(charged).isSubset(of: matched), "\(provoked)")
            #expect(Set(decision.merits.map { "\($0.policy)/\($0.rule)" }).isSubset(of: matched), "\(provoked)")
            if decision.outcome != .deny { #expect(!decision.strikes.contains { $0.state == .charged }) }
        }
    }

    /// What is provoked must be worth provoking: each fault makes decisions stricter, and denials stand beside it.
    @Test(arguments: Fault.allCases)
    func `each fault is met`(_ fault: Fault) throws {
        let time = try #require(Self.time)
        var (tightened, stood) = (0, 0)
        for seed in 0..<10 * Self.seeds where tightened == 0 || stood == 0 {
            var random = SeededGenerator(seed: seed)
            let policy = ExposedPolicy(number: 0, &random)
            guard policy.isExposed(to: fault) else { continue }
            let set = try Self.set([policy])
            let before = Fault.evaluator(set, []).judge(Fault.request([], time: time), standing: .none)
            let after = Fault.evaluator(set, [fault]).judge(
                Fault.request([fault], time: time), standing: Fault.standing([fault]))
            if before.outcome == .allow, after.outcome != .allow { tightened += 1 }
            if before.outcome == .deny, !after.errors.isEmpty, after.outcome == .deny { stood += 1 }
        }
        #expect(tightened > 0 && stood > 0)
    }
}
