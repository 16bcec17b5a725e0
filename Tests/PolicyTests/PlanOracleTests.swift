import BylawCEL
import BylawTesting
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

    private static func losses(of request: Request, _ fixture: FixtureCase) -> [Loss] {
        Loss.all(in: request, judgedBy: fixture.policies.plans.filter { $0.policy.applies(to: request) })
    }

    @Test(arguments: try FixtureSuite(contentsOf: Pack.fixtures).cases)
    func `they agree, whatever attribute is lost`(_ fixture: FixtureCase) throws {
        for (request, standing) in fixture.situations {
            for comparison in try Self.comparisons(fixture, request, standing) {
                #expect(comparison.isSame, "\(comparison)")
            }
            for loss in Self.losses(of: request, fixture) {
                for comparison in try Self.comparisons(fixture, loss.applied(to: request), standing) {
                    #expect(comparison.isSame, "\(loss): \(comparison)")
                }
            }
        }
    }

    /// What agrees must be worth comparing: every expression of every policy has a value for some fixture, each that may
    /// be true or false is both, and each that reads an attribute fails somewhere for want of one that it reads.
    @Test func `every expression has values and errors to compare`() throws {
        let plans = try PolicySet(contentsOf: Pack.policies).checked.map(Planner.plan)
        let written = plans.flatMap { $0.bindings.map(\.expression) + $0.expressions() }
        var outcomes: [String: Set<String>] = [:]
        for fixture in try FixtureSuite(contentsOf: Pack.fixtures).cases {
            for (request, standing) in fixture.situations {
                for comparison in try Self.comparisons(fixture, request, standing)
                where !comparison.walked.value.isError {
                    outcomes[comparison.expression.place, default: []].insert(comparison.walked.description)
                }
            }
        }
        let places = written.map(\.place)
        #expect(Set(places).count == places.count)
        #expect(places.filter { outcomes[$0] == nil } == [])
        let onesided = written.filter { $0.program.expression.type == .bool && outcomes[$0.place]?.count == 1 }
        #expect(onesided.map(\.place) == [])
        print("compared", written.count, outcomes.mapValues(\.count))
    }

    /// The comparison itself can fail: where the walker sees another request than the plan, every expression that reads
    /// what differs is caught.
    @Test func `a plan that sees another request is caught`() throws {
        let fixture = try #require(try FixtureSuite(contentsOf: Pack.fixtures).cases.first)
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
