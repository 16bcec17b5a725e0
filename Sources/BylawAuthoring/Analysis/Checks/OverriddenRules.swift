import Bylaw
import BylawSource

/// Finds rules that change nothing: another rule of their policy matches wherever they do, is as strict or stricter, and
/// they bring nothing of their own but words.
struct OverriddenRules: AnalysisCheck {
    let codes = ["overridden-rule"]

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        set.policies.flatMap { policy -> [Diagnostic] in
            let conditions = PolicyConditions(policy)
            let softened = Set(policy.checked.softeners.flatMap(\.rules))
            let rules = policy.checked.rules.compactMap { rule in
                conditions.rules.first { $0.name.utf8.elementsEqual(rule.name.utf8) }.map { (rule, $0) }
            }.filter { !softened.contains($0.0.name) }
            return rules.compactMap { rule, condition in
                // Of two that are alike, the later is told of.
                let others = rules.filter { other, otherCondition in
                    other.name != rule.name && Self.isAtLeastAsBroad(other, rule)
                        && Self.mayMeet(otherCondition, condition)
                        && other.consequence.effect >= rule.consequence.effect && other.onError >= rule.onError
                }
                guard Self.bringsOnlyWords(rule), conditions.search.mayBe([(condition.matches, .holds)]),
                    let other = others.first(where: { other, otherCondition in
                        Self.overrides(otherCondition, other, condition, conditions.search)
                            && (other.location.range.start < rule.location.range.start
                                || !Self.isAlike(other, otherCondition, rule, condition, conditions.search))
                    })
                else { return nil }
                return .finding(
                    "overridden-rule", "`\(other.0.name)` matches wherever `\(rule.name)` does", at: rule.location,
                    labels: [.init(other.0.location, "this rule is \(Self.comparison(other.0, rule))")],
                    help: "without `\(rule.name)` every outcome is the same")
            }
        }
    }

    /// Whether a rule has nothing that counts beside its effect: neither points nor duties, nor anything that is awaited
    /// or decided, nor a way to put it right, nor items that are told of.
    private static func bringsOnlyWords(_ rule: CheckedRule) -> Bool {
        let consequence = rule.consequence
        guard consequence.awaited == nil, consequence.tier == nil, consequence.ifDone == nil,
            consequence.strikes.isEmpty, consequence.merits.isEmpty, consequence.duties.isEmpty,
            consequence.mend == nil, consequence.asks == nil
        else { return false }
        switch rule.trigger {
        case .when(let condition), .require(let condition): return !condition.hasNamedItems
        case .labelMissing, .labelContradicted, .labelUnsupported: return false
        }
    }

    /// Whether one condition can follow from the other: what asks for other things follows only if it asks for none. Spares
    /// a search for each two rules of a long policy.
    private static func mayMeet(_ other: PolicyConditions.Rule, _ rule: PolicyConditions.Rule) -> Bool {
        let asked = Set(other.matches.tests.map(\.term))
        return asked.isEmpty || !asked.isDisjoint(with: rule.matches.tests.map(\.term))
    }

    private static func isAtLeastAsBroad(_ other: CheckedRule, _ rule: CheckedRule) -> Bool {
        other.actions.isEmpty || !rule.actions.isEmpty && Set(rule.actions).isSubset(of: other.actions)
    }

    /// Whether the other rule matches where this one does, and is errored, or denies, where this one is errored.
    private static func overrides(
        _ other: PolicyConditions.Rule, _ otherRule: CheckedRule, _ condition: PolicyConditions.Rule,
        _ search: WorldSearch
    ) -> Bool {
        guard !search.mayBe([(condition.matches, .holds), (other.matches, [.fails, .errs])]) else { return false }
        let safe: TruthSet = otherRule.consequence.effect == .deny ? [.errs, .holds] : .errs
        return !search.mayBe([(condition.matches, .errs), (other.matches, TruthSet.any.subtracting(safe))])
    }

    private static func isAlike(
        _ other: CheckedRule, _ otherCondition: PolicyConditions.Rule, _ rule: CheckedRule,
        _ condition: PolicyConditions.Rule, _ search: WorldSearch
    ) -> Bool {
        bringsOnlyWords(other) && other.consequence.effect == rule.consequence.effect
            && isAtLeastAsBroad(rule, other) && rule.onError >= other.onError
            && overrides(condition, rule, otherCondition, search)
    }

    private static func comparison(_ other: CheckedRule, _ rule: CheckedRule) -> String {
        other.consequence.effect == rule.consequence.effect ? "as strict" : "stricter"
    }
}

extension Condition {
    fileprivate var hasNamedItems: Bool {
        items.contains { $0.name != nil || $0.condition.hasNamedItems }
    }
}
