/// Everything that is known of a set of policies before a request comes: planned policies, the way from an action to
/// those that judge it, and what is looked for in texts.
final class PolicySetPlan: Sendable {
    let plans: [PolicyPlan]
    /// Which requests each of them judges, not counted: a count that all threads share would slow each of them down.
    private let jurisdictions: [Unmanaged<Jurisdiction>]
    let index: PolicyIndex
    let texts: TextPlan
    /// The keys of masks that give pseudonyms, by name.
    let keys: [String: MaskKey]
    /// Of the files that the policies were loaded from.
    let digest: String

    init(_ plans: [PolicyPlan], texts: TextPlan, keys: [String: MaskKey], digest: String) {
        self.digest = digest
        self.plans = plans
        jurisdictions = plans.map { Unmanaged.passUnretained($0.jurisdiction) }
        self.texts = texts
        self.keys = keys
        index = PolicyIndex(plans)
    }

    /// Adds the plans of the policies that judge a request, ascending.
    ///
    /// - Parameter usesIndex: Whether those are passed over that the action tells apart; if not, the same are found.
    func addApplicable(to request: Request, usesIndex: Bool, _ found: inout [Int]) {
        guard usesIndex else {
            for plan in plans.indices where applies(plan, to: request, knowsAction: false) { found.append(plan) }
            return
        }
        index.forEachCandidate(for: request.action.name) { plan in
            if applies(plan, to: request, knowsAction: true) { found.append(plan) }
        }
    }

    @inline(__always)
    private func applies(_ plan: Int, to request: Request, knowsAction: Bool) -> Bool {
        jurisdictions[plan]._withUnsafeGuaranteedRef {
            knowsAction ? $0.appliesKnowingAction(to: request) : $0.applies(to: request)
        }
    }
}
