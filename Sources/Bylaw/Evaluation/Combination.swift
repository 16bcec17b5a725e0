/// How what rules and policies say becomes one outcome: the most restrictive counts, and a fault never opens.
enum Combination {
    /// What one policy comes to; nil where it abstains.
    static func outcome(of verdict: PolicyVerdict) -> Outcome? {
        if verdict.isSuspended { return .deny }
        var outcome: Outcome?
        for index in verdict.rules.indices {
            outcome = max(outcome ?? .allow, verdict.rules[index].effect)
        }
        if outcome == nil { outcome = verdict.plan.policy.otherwise.outcome }
        for index in verdict.faults.indices where verdict.faults[index].holds {
            outcome = max(outcome ?? .hold, .hold)
        }
        return outcome
    }

    static func outcome(of policies: [PolicyVerdict], unjudged: Outcome) -> (Outcome, Reason) {
        var strictest: Outcome?
        for index in policies.indices {
            guard let outcome = outcome(of: policies[index]) else { continue }
            strictest = max(strictest ?? .allow, outcome)
        }
        guard let outcome = strictest else { return (unjudged, .unjudged) }
        return (outcome, reason(for: outcome, policies))
    }

    private static func reason(for outcome: Outcome, _ policies: [PolicyVerdict]) -> Reason {
        var isOtherwise = false
        var isOfRules = false
        for policy in policies.indices {
            if policies[policy].isSuspended { return .suspended }
            for rule in policies[policy].rules.indices {
                let rule = policies[policy].rules[rule]
                if rule.isMatched, rule.effect == outcome { isOfRules = true }
            }
            if policies[policy].rules.isEmpty, policies[policy].plan.policy.otherwise.outcome == outcome {
                isOtherwise = true
            }
        }
        return isOfRules ? .rules : isOtherwise ? .otherwise : .fault
    }
}

extension Otherwise {
    /// What holds where no rule matches; nil where the policy abstains.
    fileprivate var outcome: Outcome? {
        switch self {
        case .allow: .allow
        case .hold: .hold
        case .deny: .deny
        case .abstain: nil
        }
    }
}
