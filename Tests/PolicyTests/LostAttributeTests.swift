import Bylaw
import BylawTesting
import Testing

/// For each way to lose an attribute from each fixture, nothing opens: see ``LossCheck``.
@Suite("Lost attributes")
struct LostAttributeTests {
    private static let pool = Result { ValuePool(try FixtureSuite(contentsOf: Pack.fixtures).cases) }

    /// The enforced policies that judge a request, and the check of their decisions.
    private static func check(
        _ fixture: FixtureCase, _ request: Request, judge: @escaping (Request) -> Decision
    ) throws -> LossCheck {
        let plans = fixture.policies.plans.filter { !$0.policy.isShadow && $0.policy.applies(to: request) }
        return LossCheck(plans: plans, pool: try pool.get(), judge: judge)
    }

    @Test(arguments: try FixtureSuite(contentsOf: Pack.fixtures).cases)
    func `losing an attribute opens nothing`(_ fixture: FixtureCase) throws {
        for (request, standing) in fixture.situations {
            let check = try Self.check(fixture, request) { fixture.policies.evaluator.judge($0, standing: standing) }
            for loss in Loss.all(in: request, judgedBy: check.plans) {
                let violations = check.violations(of: loss, in: request)
                #expect(violations.isEmpty, "\(loss)")
            }
        }
    }

    /// The check itself can fail: an engine that passed over what it cannot evaluate would be caught.
    @Test func `an engine that opens on faults is caught`() throws {
        var caught = 0
        var held = 0
        for fixture in try FixtureSuite(contentsOf: Pack.fixtures).cases {
            for (request, standing) in fixture.situations {
                let open = try Self.check(fixture, request) { request in
                    var decision = fixture.policies.evaluator.judge(request, standing: standing)
                    if decision.reason == .fault { (decision.outcome, decision.errors) = (.allow, []) }
                    return decision
                }
                for loss in Loss.all(in: request, judgedBy: open.plans) where loss.isFault {
                    if open.violations(of: loss, in: request).contains(where: { $0.hasPrefix("allowed") }) { caught += 1 }
                    let decision = fixture.policies.evaluator.judge(loss.applied(to: request), standing: standing)
                    if decision.outcome >= .hold { held += 1 }
                }
            }
        }
        #expect(caught > 100)
        #expect(held > 1_000)
    }
}
