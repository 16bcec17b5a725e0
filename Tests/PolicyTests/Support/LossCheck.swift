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
/// 2. A rule that does not read the attribute comes to what it came to before: it is not errored, and denials stand. Where
///    people ruled on it, they ruled on all that the request said, and on nothing any more that says something else.
/// 3. What is errored charges no strike.
///
/// For an optional attribute that is gone there is no fault: then only the last two hold.
struct LossCheck {
    private let request: Request
    private let judge: (Request) -> Decision
    private let before: Decision
    private let rules: [Rule]

    /// A rule of an enforced policy, with all that decides whether it matches.
    private struct Rule {
        let policy: String
        let name: String
        let reads: Set<RequestPath>
    }

    /// Prepares to lose attributes of a request. `plans` are the enforced policies that judge it.
    init(_ request: Request, plans: [PolicyPlan], judge: @escaping (Request) -> Decision) {
        self.request = request
        self.judge = judge
        before = judge(request)
        rules = plans.flatMap { plan in
            plan.rules.map {
                Rule(policy: plan.policy.id, name: $0.rule.name, reads: plan.attributes(readBy: $0))
            }
        }
    }

    /// The decision on the request after a loss, and what is wrong with it: nothing where the list is empty.
    func decision(after loss: Loss, pool: ValuePool) -> (decision: Decision, violations: [String]) {
        let after = judge(loss.applied(to: request))
        var found: [String] = []
        if loss.isFault, after.outcome == .allow {
            if after.errors.contains(where: \.isOpen) { found.append("allowed with errors") }
            let others = pool.values(for: loss).map { judge(loss.putting($0, into: request)) }
            for other in [before] + others {
                if other.outcome != .allow { found.append("allowed, though it could have been \(other.outcome)") }
                if texts(other, outside: loss) != texts(after, outside: loss) { found.append("masked otherwise") }
            }
        }
        for rule in rules {
            let (old, new) = (result(of: rule, before), result(of: rule, after))
            let isRuled = request.rulings.contains { $0.rule == "\(rule.policy)/\(rule.name)" }
            if old != new, !isRuled, !rule.reads.contains(where: loss.path.overlaps) {
                found.append("`\(rule.name)` does not read it but changed")
            }
            if new?.result == .errored, after.strikes.contains(where: { $0.rule == rule.name }) {
                found.append("`\(rule.name)` is errored but charges")
            }
        }
        return (after, found)
    }

    private func result(of rule: Rule, _ decision: Decision) -> Result? {
        decision.rules.first { $0.policy == rule.policy && $0.rule == rule.name }
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
