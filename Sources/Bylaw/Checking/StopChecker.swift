import BylawSource

/// Checks when rules are stopped: that the tier is there that decides then, and that there is a denial to stop.
struct StopChecker {
    let policy: PolicyChecker
    private let common: EmergencyStop?

    init(policy: PolicyChecker) {
        self.policy = policy
        common = policy.syntax.stop.map(Self.terms)
    }

    /// Reports what is wrong with the stop of all rules.
    func check() {
        if let stop = policy.syntax.stop { policy.checkTier(stop.tier) }
    }

    /// When a rule of that effect is stopped; nil where it never is. `own` is what the rule says itself.
    func stop(_ effect: Effect, own: Located<RuleStopSyntax>? = nil) -> EmergencyStop? {
        switch own?.value {
        case .never: return nil
        case .when(let syntax):
            policy.checkTier(syntax.tier)
            guard effect == .deny else {
                policy.problems.error(
                    "stop-without-deny", "only a rule that denies can be stopped", at: own?.location,
                    help: "take it out: what a rule allows or holds stays as it is")
                return nil
            }
            return Self.terms(syntax)
        case nil: return effect == .deny ? common : nil
        }
    }

    private static func terms(_ syntax: StopSyntax) -> EmergencyStop {
        EmergencyStop(share: syntax.share, count: syntax.count, window: syntax.window, tier: syntax.tier.value)
    }
}
