/// How what rules and policies say becomes one outcome: the most restrictive counts, and a fault never opens.
enum Combination {
    /// What one policy comes to; nil where it abstains.
    static func outcome(of verdict: PolicyVerdict) -> Outcome? {
        var outcome = verdict.rules.map(\.effect).max()
        if outcome == nil {
            switch verdict.plan.policy.otherwise {
            case .allow: outcome = .allow
            case .hold: outcome = .hold
            case .deny: outcome = .deny
            case .abstain: break
            }
        }
        if verdict.faults.contains(where: \.holds) { outcome = max(outcome ?? .hold, .hold) }
        return verdict.isSuspended ? .deny : outcome
    }

    static func outcome(of policies: [PolicyVerdict], unjudged: Outcome) -> (Outcome, Reason) {
        guard let outcome = policies.compactMap(outcome(of:)).max() else { return (unjudged, .unjudged) }
        if policies.contains(where: \.isSuspended) { return (outcome, .suspended) }
        if policies.contains(where: { $0.rules.contains { $0.isMatched && $0.effect == outcome } }) {
            return (outcome, .rules)
        }
        let isOtherwise = policies.contains { policy in
            policy.rules.isEmpty && policy.plan.policy.otherwise.rawValue == outcome.rawValue
        }
        return (outcome, isOtherwise ? .otherwise : .fault)
    }
}
