/// Everything that is known of a set of policies before a request comes: planned policies, the way from an action to
/// those that judge it, and what is looked for in texts.
final class PolicySetPlan: Sendable {
    let plans: [PolicyPlan]
    let index: PolicyIndex
    let texts: TextPlan
    /// The keys of masks that give pseudonyms, by name.
    let keys: [String: MaskKey]

    init(_ plans: [PolicyPlan], texts: TextPlan, keys: [String: MaskKey]) {
        self.plans = plans
        self.texts = texts
        self.keys = keys
        index = PolicyIndex(plans)
    }
}
