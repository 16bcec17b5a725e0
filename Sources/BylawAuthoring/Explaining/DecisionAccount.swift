public import Bylaw
import BylawCEL

/// Why a request was decided as it was: each rule with the values of its conditions, those that nearly matched, and
/// what would have changed the outcome. For whoever may see the request; what masks hide is shown to nobody.
public struct DecisionAccount: Sendable {
    /// What a policy made of the request.
    public struct PolicyAccount: Sendable {
        /// The policy's id.
        public let policy: String
        /// Its version.
        public let version: Version
        /// Whether it is judged and reported alone.
        public let isShadow: Bool
        /// The rules in the order written.
        public let rules: [RuleAccount]
        /// The names that stand for expressions and were looked at, each with its value and how it came about.
        public let names: [ConditionAccount]
    }

    /// What a rule made of the request.
    public struct RuleAccount: Sendable {
        /// How it went.
        public enum State: Sendable, Hashable {
            case matched
            /// It does not match, but would with that one change: some parts of its condition hold already, an exemption
            /// alone stands against it, or the change is the smallest that there is.
            case near(RequestChange)
            case silent
            /// It cannot be evaluated.
            case errored
            /// It is about other actions.
            case otherAction
        }

        /// Its name in its policy.
        public let rule: String
        /// How it went.
        public let state: State
        /// The effect that counts, of one that matched or errored; what it would have, of others.
        public let effect: Effect
        /// `file:line:column`.
        public let at: String
        /// The sentence that it puts into force, and whether that stands so in its source.
        public let quote: (text: String, isDirect: Bool)?
        /// What it matches by; nil for rules of labels.
        public let condition: ConditionAccount?
        /// Whether it matches where the condition does not hold.
        public let isRequirement: Bool
        /// What exempts from it.
        public let exemption: ConditionAccount?
    }

    /// What was judged.
    public let request: Request
    /// What was decided.
    public let decision: Decision
    /// The policies that apply, those in shadow mode last.
    public let policies: [PolicyAccount]
    /// The smallest sets of changes that bring another outcome, those that bring `allow` first.
    public let alternatives: [Alternative]
}

extension Evaluator {
    /// Judges a request and accounts for the decision. Far slower than judging: the request is judged again with many
    /// small changes.
    public func account(for request: Request, standing: StandingInput) -> DecisionAccount {
        let (decision, examinations) = examine(request, standing: standing)
        let shown = ShownValues(examinations)
        let search = AlternativeSearch(
            evaluator: self, request: request, standing: standing, base: decision, examinations: examinations,
            shown: shown)
        let found = search.run()
        return DecisionAccount(
            request: request, decision: decision,
            policies: examinations.map { examination in
                AccountTaker(examination: examination, shown: shown, decision: decision, near: found.near).account()
            }, alternatives: found.alternatives)
    }
}

/// Takes the account of one policy.
private struct AccountTaker {
    let examination: PolicyExamination
    let shown: ShownValues
    let decision: Decision
    /// Rules that one change would make match, by `policy/rule`.
    let near: [String: AlternativeSearch.NearChange]

    private var conditions: ConditionTaker { ConditionTaker(examination: examination, shown: shown) }

    func account() -> DecisionAccount.PolicyAccount {
        let policy = examination.policy
        return .init(
            policy: policy.id, version: policy.version, isShadow: policy.isShadow,
            rules: examination.plan.rules.indices.map(rule), names: names)
    }

    private func rule(_ index: Int) -> DecisionAccount.RuleAccount {
        let plan = examination.plan.rules[index]
        let rule = plan.rule
        let policy = examination.policy
        let found =
            policy.isShadow
            ? decision.shadow.first { $0.policy == policy.id && $0.version == policy.version }?.rules ?? []
            : decision.rules.filter { $0.policy == policy.id }
        let result = found.first { $0.rule == rule.name }
        let state: DecisionAccount.RuleAccount.State =
            switch result?.result {
            case .matched: .matched
            case .errored: .errored
            case nil where !examination.isAbout(rule): .otherAction
            case nil: nearChange(of: plan).map { .near($0) } ?? .silent
            }
        var condition: ConditionAccount?
        var isRequirement = false
        switch plan.trigger {
        case .when(let when): condition = conditions.account(of: when)
        case .require(let require):
            condition = conditions.account(of: require)
            isRequirement = true
        case .labelMissing, .labelContradicted, .labelUnsupported: break
        }
        return .init(
            rule: rule.name, state: state, effect: result?.effect ?? rule.consequence.effect,
            at: "\(policy.path):\(rule.location.position)",
            quote: rule.source.map { ($0.quote.value, $0.reading == .direct) },
            condition: condition, isRequirement: isRequirement,
            exemption: plan.unless.map { conditions.account(of: $0) })
    }

    private func nearChange(of plan: RulePlan) -> RequestChange? {
        guard let near = near["\(examination.policy.id)/\(plan.rule.name)"] else { return nil }
        if near.isSmallest { return near.change }
        switch plan.trigger {
        case .when(let condition):
            let parts = examination.parts(of: condition)
            return parts.count > 1 && parts.contains(true) || parts == [true] ? near.change : nil
        case .require(let condition): return examination.holds(condition) == false ? near.change : nil
        case .labelMissing, .labelContradicted, .labelUnsupported: return nil
        }
    }

    /// The lets in the order written; each reads only those before it.
    private var names: [ConditionAccount] {
        examination.plan.lets.map { binding in
            let value = examination.value(of: binding.value)
            let reads = binding.value.expression.reads
            let text = shown.text(of: value, reading: reads, in: reads, of: examination)
            let holds: Bool? = if case .bool(let holds) = value { holds } else { nil }
            return ConditionAccount(
                name: binding.name.value, text: binding.value.expression.text, holds: holds,
                error: value.failure?.message,
                parts: conditions.parts(of: binding.value) + (holds == nil ? [.init(text: "value", value: text)] : []),
                items: [])
        }
    }
}
