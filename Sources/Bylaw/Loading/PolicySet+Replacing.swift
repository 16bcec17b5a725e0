/// Sets and evaluators in which one policy is another, for those who try what a change would do.
extension PolicySet {
    /// The set with one of its policies written otherwise, under the same path and with the same vocabulary; nil where
    /// that would not load. Its digest stays that of the files.
    ///
    /// - Parameter loaded: what the set was checked from.
    package func replacing(
        _ policy: PolicyLoader.LoadedPolicy, in loaded: [PolicyLoader.LoadedPolicy]
    ) -> PolicySet? {
        let problems = Problems()
        guard let index = checked.firstIndex(where: { $0.path == policy.path }),
            let changed = PolicyChecker.check(policy, lexicons: checked[index].lexicons, problems: problems)
        else { return nil }
        var all = checked
        all[index] = changed
        PolicySetChecker(problems: problems).check(
            loaded.map { $0.path == policy.path ? policy : $0 }, all, sources: sources)
        return problems.errorCount == 0 ? PolicySet(checked: all, insteadOf: self) : nil
    }
}

extension PolicyLoader.LoadedPolicy {
    /// The policy as its author might have written it, with the vocabulary that it uses.
    package func written(_ syntax: PolicySyntax) -> PolicyLoader.LoadedPolicy {
        .init(path: path, syntax: syntax, vocabulary: vocabulary, digest: digest)
    }
}

extension Evaluator {
    /// The evaluator for a set in which only the policy of that index differs, and looks for the same in texts: lexicons
    /// and masks, which cost the most to lay out, are shared.
    package func replacing(policyAt index: Int, of policies: PolicySet) -> Evaluator {
        var plans = plans
        plans[index] = Planner.plan(policies.checked[index])
        return Evaluator(plans: plans, sharing: self)
    }
}
