import Bylaw
import BylawTesting

/// What must hold when an attribute is lost.
///
/// Which rules *read* an attribute cannot be told from their text alone: `false && x` does not depend on `x`, and an
/// outcome that a loss leaves alone may be right. So the rule that faults never open is checked by what it means. A lost
/// attribute is one that may have had any value; an outcome of `allow` is right only where it would be `allow` whatever
/// that value was. Hence, for a loss that is a fault (a required attribute is gone, or any is mistyped):
///
/// 1. If the outcome is `allow`, then every value that the attribute could have had gives `allow` too, with the same
///    masked texts. The value that was lost is one of them, so what was held or denied is never allowed.
/// 2. A rule that does not read the attribute comes to what it came to before: denials stand.
/// 3. Only what reads the attribute is errored by the loss.
/// 4. What is errored charges no strike.
///
/// For an optional attribute that is gone there is no fault: then only the last three hold.
struct LossCheck {
    let plans: [PolicyPlan]
    let pool: ValuePool
    let judge: (Request) -> Decision

    /// What is wrong with the decision on a request after a loss; empty where nothing is.
    func violations(of loss: Loss, in request: Request) -> [String] {
        let before = judge(request)
        let after = judge(loss.applied(to: request))
        var found: [String] = []
        if loss.isFault, after.outcome == .allow {
            if !after.errors.filter(\.isOpen).isEmpty { found.append("allowed with errors") }
            let others = pool.values(for: loss).map { judge(loss.putting($0, into: request)) }
            for other in [before] + others {
                if other.outcome != .allow { found.append("allowed, though it could have been \(other.outcome)") }
                if texts(other, outside: loss) != texts(after, outside: loss) { found.append("masked otherwise") }
            }
        }
        for plan in plans where !plan.policy.isShadow {
            for rule in plan.rules {
                let (old, new) = (result(of: rule, plan, before), result(of: rule, plan, after))
                let isRead = plan.attributes(readBy: rule).contains(where: loss.path.overlaps)
                if !isRead, old != new { found.append("`\(rule.rule.name)` does not read it but changed") }
                if new?.result == .errored, after.strikes.contains(where: { $0.rule == rule.rule.name }) {
                    found.append("`\(rule.rule.name)` is errored but charges")
                }
            }
        }
        return found
    }

    private func result(of rule: RulePlan, _ plan: PolicyPlan, _ decision: Decision) -> Result? {
        decision.rules.first { $0.policy == plan.policy.id && $0.rule == rule.rule.name }
            .map { Result(result: $0.result, effect: $0.effect) }
    }

    private struct Result: Equatable {
        let result: Decision.RuleState
        let effect: Effect
    }

    /// The masked texts but for those that were lost themselves.
    private func texts(_ decision: Decision, outside loss: Loss) -> [Decision.MaskedField] {
        decision.texts.filter { field in field.path != loss.path.description && !field.path.hasPrefix("\(loss.path).") }
    }
}
