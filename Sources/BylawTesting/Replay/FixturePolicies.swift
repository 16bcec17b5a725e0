package import Bylaw
import BylawSource

/// The policies of a fixture, loaded once however many fixtures share them.
package struct FixturePolicies: Sendable {
    package let checked: [CheckedPolicy]
    package let evaluator: Evaluator
    /// In the order of the set.
    package let plans: [PolicyPlan]
    /// The policies as they were read, in the order of their files.
    let loaded: [PolicyLoader.LoadedPolicy]
    let lexicons: [String: HostLexicon]
    private let set: PolicySet
    /// Where they were read from.
    private let source: String

    init(
        _ loaded: [PolicyLoader.LoadedPolicy], _ set: PolicySet, lexicons: [String: HostLexicon], from source: String
    ) {
        self.init(
            loaded, set, lexicons: lexicons, from: source, evaluator: Evaluator(set, lexicons: lexicons),
            plans: set.checked.map { Planner.plan($0) })
    }

    private init(
        _ loaded: [PolicyLoader.LoadedPolicy], _ set: PolicySet, lexicons: [String: HostLexicon], from source: String,
        evaluator: Evaluator, plans: [PolicyPlan]
    ) {
        self.source = source
        self.set = set
        self.loaded = loaded
        self.lexicons = lexicons
        checked = set.checked
        self.evaluator = evaluator
        self.plans = plans
    }

    /// The policies with one of them written otherwise; nil where that would not load.
    ///
    /// - Parameter changesTexts: whether lexicons or masks differ.
    func replacing(_ policy: PolicyLoader.LoadedPolicy, changesTexts: Bool) -> FixturePolicies? {
        guard let set = set.replacing(policy, in: loaded),
            let index = set.checked.firstIndex(where: { $0.path == policy.path })
        else { return nil }
        let evaluator =
            changesTexts ? Evaluator(set, lexicons: lexicons) : evaluator.replacing(policyAt: index, of: set)
        // Plans beside the evaluator's are for who binds fixtures, and these are bound.
        return FixturePolicies(
            loaded, set, lexicons: lexicons, from: source, evaluator: evaluator, plans: plans)
    }

    /// Each policy as it was written and as it was checked.
    var written: [(syntax: PolicySyntax, checked: CheckedPolicy)] {
        loaded.compactMap { loaded in
            checked.first { $0.path == loaded.path }.map { (loaded.syntax, $0) }
        }
    }

    /// Whether both were read from one place.
    func isSame(_ other: FixturePolicies) -> Bool { source.isSame(other.source) }

    /// The policies that judge such a request, at whatever time and in whatever mode.
    package func plans(judging request: Request) -> [PolicyPlan] {
        plans.filter { $0.jurisdiction.judges(request) }
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
