import Bylaw
import BylawTesting
import Testing

/// A request of a fixture, with the standing that it is judged by.
struct Situation: Sendable, CustomTestStringConvertible {
    let fixture: FixtureCase
    let request: Request
    let standing: StandingInput

    var testDescription: String { "\(request.action.name) in: \(fixture.name)" }

    /// Of the fixtures' requests one for each outcome that the policies tell apart: which rules match or cannot be
    /// evaluated, with which effects. What holds of one in a thousand ways to lose something holds of its likes.
    static func distinct() throws -> [Situation] {
        var seen: Set<String> = []
        return try FixtureSuite(contentsOf: Pack.fixtures).cases.flatMap { fixture in
            fixture.situations.compactMap { request, standing in
                let decision = fixture.policies.evaluator.judge(request, standing: standing)
                let rules = (decision.rules + decision.shadow.flatMap(\.rules)).map {
                    "\($0.policy)/\($0.rule) \($0.effect)"
                }
                let policies = decision.policies.map { "\($0.policy)@\($0.version)" }
                let key = ([request.action.name, decision.outcome.rawValue] + policies + rules).joined(separator: "\n")
                return seen.insert(key).inserted
                    ? Situation(fixture: fixture, request: request, standing: standing) : nil
            }
        }
    }
}
