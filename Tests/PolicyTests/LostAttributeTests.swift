import Bylaw
import BylawTesting
import Foundation
import Testing

/// For each way to lose an attribute from each fixture, nothing opens: see ``LossCheck``.
@Suite("Lost attributes")
struct LostAttributeTests {
    private static let pool = Result { ValuePool(try FixtureSuite(contentsOf: Pack.fixtures).cases) }

    /// Every decision on a request after every loss.
    private static func decisions(
        _ situation: Situation, judge: @escaping (Request, StandingInput) -> Decision
    ) throws -> [(loss: Loss, decision: Decision, violations: [String])] {
        let pool = try pool.get()
        let request = situation.request
        let plans = situation.fixture.policies.plans.filter { !$0.policy.isShadow && $0.policy.applies(to: request) }
        let check = LossCheck(request, plans: plans) { judge($0, situation.standing) }
        return Loss.all(in: request, judgedBy: plans).map { loss in
            let (decision, violations) = check.decision(after: loss, pool: pool)
            return (loss, decision, violations)
        }
    }

    @Test(arguments: try Situation.distinct())
    func `losing an attribute opens nothing`(_ situation: Situation) throws {
        let evaluator = situation.fixture.policies.evaluator
        for (loss, _, violations) in try Self.decisions(situation, judge: evaluator.judge) {
            #expect(violations.isEmpty, "\(loss)")
        }
    }

    /// The check itself can fail: an engine that passes over what it cannot evaluate is caught, wherever it opens.
    @Test func `an engine that opens on faults is caught`() throws {
        let workcircle = Pack.fixtures.appending(path: "workcircle/consent.yaml")
        let allowed = try FixtureSuite(contentsOf: workcircle).cases.lazy.compactMap { fixture -> Situation? in
            guard let (request, standing) = fixture.situations.first,
                fixture.policies.evaluator.judge(request, standing: standing).outcome == .allow
            else { return nil }
            return Situation(fixture: fixture, request: request, standing: standing)
        }.first
        let situation = try #require(allowed)
        let fixture = situation.fixture
        let isOpened = { (decision: Decision) in decision.reason == .fault }
        let sound = try Self.decisions(situation, judge: fixture.policies.evaluator.judge)
        let held = sound.filter { isOpened($0.decision) }.map(\.loss.description)
        #expect(held.count > 10)
        let open = try Self.decisions(situation) { request, standing in
            var decision = fixture.policies.evaluator.judge(request, standing: standing)
            if isOpened(decision) { (decision.outcome, decision.errors) = (.allow, []) }
            return decision
        }
        let caught = open.filter { !$0.violations.isEmpty }.map(\.loss.path)
        #expect(caught.contains(RequestPath(.resource, ["circle", "visibility"])))
        #expect(caught.contains(RequestPath(.action, ["text"])))
        #expect(caught.contains(RequestPath(.resource, ["author"])))
    }
}
