package import Bylaw
import BylawSource

/// The policies of a fixture, loaded once however many fixtures share them.
package struct FixturePolicies: Sendable {
    package let checked: [CheckedPolicy]
    package let evaluator: Evaluator
    /// In the order of the set.
    package let plans: [PolicyPlan]

    init(_ set: PolicySet, lexicons: [String: HostLexicon]) {
        checked = set.checked
        evaluator = Evaluator(set, lexicons: lexicons)
        plans = set.checked.map(Planner.plan)
    }

    /// The policies that judge such a request, at whatever time and in whatever mode.
    package func plans(judging request: Request) -> [PolicyPlan] {
        plans.filter {
            $0.policy.schema.fits(
                actor: request.actor.type, action: request.action.name, resource: request.resource.type)
        }
    }

    /// The tallies of the enforced policies that apply to a request: those that its strikes are counted on.
    func terms(for request: Request) -> [TallyTerms] {
        evaluator.tallies(for: request)
    }

    /// The enforced tallies that a fixture means by a name: `sharing`, or `policy/sharing` where several have one.
    func tallies(named name: String) -> [TallyTerms] {
        var found: [TallyTerms] = []
        for terms in checked.filter({ !$0.isShadow }).flatMap(\.tallies)
        where [terms.tally, "\(terms.policy)/\(terms.tally)"].contains(where: { $0.isSame(name) }) {
            if !found.contains(where: { $0.policy.isSame(terms.policy) }) { found.append(terms) }
        }
        return found
    }

    /// Every mode that a policy declares.
    var modes: [ModeTerms] { checked.flatMap(\.modes) }

    /// Every action that a policy judges.
    var actions: [String] { checked.flatMap { $0.schema.actions.map(\.kind) } }
}

extension String {
    /// Whether the two are the same bytes.
    func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// Whether this names something of a policy: `rule`, or `policy/rule`.
    func means(_ name: String, of policy: String) -> Bool { isSame(name) || isSame("\(policy)/\(name)") }
}
