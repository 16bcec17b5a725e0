import Bylaw
import BylawTesting
import Testing

/// For each way to lose an attribute from each fixture, nothing opens: see ``LossCheck``.
@Suite("Lost attributes")
struct LostAttributeTests {
    private static let pool = Result { ValuePool(try FixtureSuite(contentsOf: Pack.fixtures).cases) }

    /// Every decision of a fixture after every loss.
    private static func decisions(
        _ fixture: FixtureCase, judge: @escaping (Request, StandingInput) -> Decision
    ) throws -> [(loss: Loss, decision: Decision, violations: [String])] {
        let pool = try pool.get()
        return fixture.situations.flatMap { request, standing in
            let plans = fixture.policies.plans.filter { !$0.policy.isShadow && $0.policy.applies(to: request) }
            let check = LossCheck(request, plans: plans) { judge($0, standing) }
            return Loss.all(in: request, judgedBy: plans).map { loss in
                let (decision, violations) = check.decision(after: loss, pool: pool)
                return (loss, decision, violations)
            }
        }
    }

    @Test(arguments: try FixtureSuite(contentsOf: Pack.fixtures).cases)
    func `losing an attribute opens nothing`(_ fixture: FixtureCase) throws {
        for (loss, _, violations) in try Self.decisions(fixture, judge: fixture.policies.evaluator.judge) {
            #expect(violations.isEmpty, "\(loss)")
        }
    }

    /// The check itself can fail: an engine that passes over what it cannot evaluate is caught, wherever it opens.
    @Test func `an engine that opens on faults is caught`() throws {
        let allowed = try FixtureSuite(contentsOf: Pack.fixtures).cases.first { fixture in
            fixture.situations.first.map {
                fixture.policies.evaluator.judge($0.request, standing: $0.standing).outcome == .allow
            } ?? false
        }
        let fixture = try #require(allowed)
        let isOpened = { (decision: Decision) in decision.reason == .fault }
        let sound = try Self.decisions(fixture, judge: fixture.policies.evaluator.judge)
        let held = sound.filter { isOpened($0.decision) }.map(\.loss.description)
        #expect(held.count > 10)
        let open = try Self.decisions(fixture) { request, standing in
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
