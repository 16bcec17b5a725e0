/// Which of the rules that a request says are stopped really are.
struct StoppedRules {
    /// Those that a policy which judges the request allows to be stopped: `policy/rule`, in the order of their bytes.
    private(set) var names: [String] = []
    /// Those of such a policy that may not be stopped, or are not there. They judge as ever, and that is told.
    private(set) var faults: [Decision.Fault] = []

    init(_ names: [String], _ policies: [PolicyVerdict]) {
        // Few requests name any.
        guard !names.isEmpty else { return }
        var seen: Set<ExactText> = []
        let distinct = names.filter { seen.insert(ExactText($0)).inserted }
        for name in distinct.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let plans = policies.map(\.plan).filter { $0.policy.has(ruleNamed: name) }
            guard let plan = plans.first else { continue }
            let rule = plan.rules.first { $0.qualifiedName.isSameUTF8(as: name) }
            if rule?.stopped != nil {
                self.names.append(name)
            } else {
                faults.append(
                    .init(
                        policy: plan.policy.id,
                        rule: String(decoding: name.utf8.dropFirst(plan.policy.id.utf8.count + 1), as: UTF8.self),
                        error: rule == nil
                            ? "there is no such rule to be stopped"
                            : "the policy does not allow the rule to be stopped",
                        at: rule?.place ?? plan.policy.path.description, isOpen: false))
            }
        }
    }
}

extension CheckedPolicy {
    /// Whether a name, `policy/rule`, is that of a rule of this policy, if there is one.
    fileprivate func has(ruleNamed name: String) -> Bool { name.utf8.starts(with: "\(id)/".utf8) }
}
