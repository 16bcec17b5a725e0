import BylawCEL
import BylawTesting
import Foundation
import Testing

@testable import Bylaw

/// Every expression of the policies, evaluated by the plan that decides and by a plain tree walker: see ``PlanOracle``.
@Suite("The plan of the policies against a plain tree walker")
struct PlanOracleTests {
    /// Both values of every expression of every policy that applies, for a request and what is lost of it.
    private static func comparisons(
        _ fixture: FixtureCase, _ request: Request, _ standing: StandingInput, walking other: Request? = nil
    ) throws -> [PlanComparison] {
        let policies = fixture.policies
        return try policies.plans.indices.filter { policies.plans[$0].policy.applies(to: request) }.flatMap { index in
            try PlanOracle(policies, policy: index, request, standing, walking: other).comparisons()
        }
    }

    /// Every attribute once deleted and once of another type: what other type is all the same here.
    private static func losses(of request: Request, _ fixture: FixtureCase) -> [Loss] {
        var mistyped: Set<RequestPath> = []
        return Loss.all(in: request, judgedBy: fixture.policies.plans.filter { $0.policy.applies(to: request) })
            .filter { $0.replacement == nil || mistyped.insert(RequestPath($0.part, $0.names)).inserted }
    }

    @Test(arguments: try Situation.distinct())
    func `they agree, whatever attribute is lost`(_ situation: Situation) throws {
        let (fixture, request, standing) = (situation.fixture, situation.request, situation.standing)
        for comparison in try Self.comparisons(fixture, request, standing) {
            #expect(comparison.isSame, "\(comparison)")
        }
        for loss in Self.losses(of: request, fixture) {
            for comparison in try Self.comparisons(fixture, loss.applied(to: request), standing) {
                #expect(comparison.isSame, "\(loss): \(comparison)")
            }
        }
    }

    private static func plans() throws -> [PolicyPlan] {
        try PolicySet(contentsOf: Pack.policies).checked.map { Planner.plan($0) }
    }

    private static func written(in plan: PolicyPlan) -> [PlannedExpression] {
        plan.bindings.map(\.expression) + plan.expressions()
    }

    /// What agrees must be worth comparing: for some fixture every expression of every policy has a value, and each that
    /// may be true or false is both.
    @Test func `every expression has values to compare`() throws {
        let written = try Self.plans().flatMap(Self.written)
        var values: [String: Set<String>] = [:]
        for fixture in try FixtureSuite(contentsOf: Pack.fixtures).cases {
            for (request, standing) in fixture.situations {
                for comparison in try Self.comparisons(fixture, request, standing)
                where !comparison.walked.value.isError {
                    values[comparison.expression.place, default: []].insert(comparison.walked.description)
                }
            }
        }
        #expect(Set(written.map(\.place)).count == written.count)
        // What is written `true` is never false.
        let wanted = written.map {
            ($0.place, $0.program.expression.type == .bool && !$0.program.slots.isEmpty ? 2 : 1)
        }
        #expect(wanted.filter { values[$0, default: []].count < $1 }.map(\.0) == [])
    }

    /// And every expression that reads something is an error for want of it; but nobody can lose what names the actor and
    /// the resource, what is guarded is not missed, and a fact or a strike asks for nothing that the request says.
    @Test func `every expression has errors to compare`() throws {
        var judged: Set<[String]> = []
        var failing: Set<String> = []
        for fixture in try FixtureSuite(contentsOf: Pack.fixtures).cases {
            for (request, standing) in fixture.situations {
                let policies = fixture.policies.plans.map(\.policy).filter { $0.applies(to: request) }
                let key = [request.action.name] + policies.map { "\($0.id)@\($0.version)" }
                guard judged.insert(key).inserted else { continue }
                for loss in Loss.all(in: request, judgedBy: fixture.policies.plans) where loss.replacement == nil {
                    for comparison in try Self.comparisons(fixture, loss.applied(to: request), standing)
                    where comparison.walked.value.isError {
                        failing.insert(comparison.expression.place)
                    }
                }
            }
        }
        let mayFail = try Self.plans().flatMap { plan in
            Self.written(in: plan).filter { $0.mayMissSomething(in: plan) }.map(\.place)
        }
        #expect(mayFail.count > 200)
        #expect(Set(mayFail).subtracting(failing).sorted() == [])
    }

    /// The comparison itself can fail: where the walker sees another request than the plan, every expression that reads
    /// what differs is caught.
    @Test func `a plan that sees another request is caught`() throws {
        let workcircle = Pack.fixtures.appending(path: "workcircle/consent.yaml")
        let fixture = try #require(try FixtureSuite(contentsOf: workcircle).cases.first)
        let (request, standing) = try #require(fixture.situations.first)
        let lost = Loss(
            part: .resource, names: ["circle", "visibility"], replacement: nil,
            declared: .init(types: [], isOptional: false)
        ).applied(to: request)
        let caught = try Self.comparisons(fixture, request, standing, walking: lost).filter { !$0.isSame }
        let plans = fixture.policies.plans.filter { $0.policy.applies(to: request) }
        let readers = plans.flatMap { $0.expressions(on: request.action.name) }
            .filter { $0.text.contains("visibility") }
        #expect(!readers.isEmpty)
        #expect(caught.map(\.expression.place) == readers.map(\.place))
    }
}
