import BylawTestSupport
import Testing

@testable import Bylaw

/// Whatever rules are stopped: what was denied is at least held, and nothing else changes.
@Suite("Emergency stops over generated policies")
struct EmergencyStopTests {
    @Test func `they never allow, and change nothing but what a rule denied that may be stopped`() throws {
        // What agrees must be worth comparing.
        #expect(try (UInt64(0)..<12).map(held).reduce(0, +) > 20)
    }

    /// Compares decisions with and without stops; returns how many denials were held.
    private func held(_ seed: UInt64) throws -> Int {
        var random = SeededGenerator(seed: 1000 + seed)
        let texts = (0..<3).map { ("p\($0).yaml", GeneratedPolicy(number: $0, &random).text) }
        let set = try PolicySet(texts: Dictionary(uniqueKeysWithValues: texts))
        let session = JudgingSession(Evaluator(set))
        let stoppable = Set(set.checked.flatMap { policy in policy.stops.map { policy.qualified($0.rule) } })
        let all = set.checked.flatMap { policy in policy.rules.map { policy.qualified($0.name) } }
        var held = 0
        for number in 0..<80 {
            var request = try #require(GeneratedPolicy.request(number, &random))
            if number.isMultiple(of: 3) { request.stage = .done }
            for standing in [StandingInput.none, .unavailable] {
                let before = session.judge(request, standing: standing)
                var stopped = request
                let isWhole = Bool.random(using: &random)
                stopped.stopped = isWhole ? all.shuffled(using: &random) : GeneratedPolicy.stopped(&random)
                let after = session.judge(stopped, standing: standing)
                let named = Set(stopped.stopped).intersection(stoppable)
                #expect(Set(after.inputs.stopped).isSubset(of: named))
                held += check(before, after, named, stopped)
            }
        }
        return held
    }

    /// Returns 1 where a denial was held.
    private func check(_ before: Decision, _ after: Decision, _ named: Set<String>, _ request: Request) -> Int {
        func name(_ rule: Decision.RuleResult) -> String { "\(rule.policy)/\(rule.rule)" }
        #expect(before.rules.map(name) == after.rules.map(name), "\(request)")
        for (old, new) in zip(before.rules, after.rules) {
            let isHeld = old.result == .matched && old.effect == .deny && named.contains(name(old))
            #expect(new.effect == (isHeld ? .hold : old.effect), "\(request) \(name(old))")
            // What is held has somebody who decides it, wherever the request is not denied all the same.
            if isHeld, after.outcome == .hold || request.stage == .done {
                #expect(after.cases.contains { $0.rule == name(old) && $0.tier == "people" }, "\(request)")
            }
        }
        // Strictness of the whole follows from that of the rules, whatever wrote them down.
        if before.outcome == .deny {
            #expect(after.outcome != .allow, "\(request)")
            let stands = before.rules.contains { rule in
                rule.effect == .deny && (rule.result == .errored || !named.contains(name(rule)))
            }
            #expect((after.outcome == .deny) == stands || before.reason != .rules, "\(request)")
        } else {
            #expect(after.outcome == before.outcome && after.reason == before.reason, "\(request)")
            #expect(after.cases == before.cases && after.remedy == before.remedy && after.texts == before.texts)
        }
        return before.outcome == .deny && after.outcome == .hold ? 1 : 0
    }
}
