import BylawCEL

/// Lays a checked policy out for judging.
package struct Planner {
    private var layout: FrameLayout

    /// - Parameter specialises: Whether the commonest conditions get steps of their own.
    package static func plan(_ policy: CheckedPolicy, specialises: Bool = true) -> PolicyPlan {
        var planner = Planner(layout: FrameLayout(specialises: specialises))
        let lets = policy.lets.map { Named($0.name, planner.program($0.value)) }
        let facts = policy.facts.map { fact in
            FactPlan(name: fact.name, keys: fact.keys.map { ($0.name, planner.program($0.value)) })
        }
        let rules = policy.rules.map { planner.rule($0, of: policy) }
        let labels = policy.labels.map { label in
            LabelPlan(
                label: label, infer: label.infer.map { ($0.value, planner.condition($0.condition)) },
                evidence: label.evidence.map { ($0.value, planner.condition($0.condition)) })
        }
        let softeners = policy.softeners.map { softener in
            SoftenerPlan(
                softener: softener, when: planner.condition(softener.when),
                consequence: planner.consequence(softener.consequence))
        }
        let maskScopes = policy.masks.map { mask -> Program? in
            guard case .pseudonym(_, let scope?, _) = mask.replacement else { return nil }
            return planner.program(scope)
        }
        let tallySubjects = policy.tallySubjects.map { Named($0.name, planner.program($0.value)) }
        return PolicyPlan(
            policy: policy, layout: planner.layout, lets: lets,
            tableSlots: planner.tableSlots(lets, tables: policy.tables), facts: facts, rules: rules, labels: labels,
            softeners: softeners, tallySubjects: tallySubjects, maskScopes: maskScopes)
    }

    private func tableSlots(_ lets: [Named<Program>], tables: [String]) -> Set<Int> {
        var slots: Set<Int> = []
        // Each reads only those before it, and so those that ask a table are known already.
        for binding in lets {
            let asks =
                tables.contains(binding.name.value) || binding.value.slots.contains(where: { slots.contains($0) })
            guard asks else { continue }
            for (slot, source) in layout.sources.enumerated() {
                guard case .attribute(let path) = source, path.variable == binding.name.value else { continue }
                slots.insert(slot)
            }
        }
        return slots
    }

    private mutating func program(_ expression: CheckedExpression) -> Program {
        expression.plan(into: &layout)
    }

    private mutating func condition(_ condition: CheckedCondition) -> Condition<Program> {
        var layout = layout
        defer { self.layout = layout }
        return condition.map { $0.plan(into: &layout) }
    }

    private mutating func rule(_ rule: CheckedRule, of policy: CheckedPolicy) -> RulePlan {
        let trigger: RulePlan.Trigger =
            switch rule.trigger {
            case .when(let condition): .when(self.condition(condition))
            case .require(let condition): .require(self.condition(condition))
            case .labelMissing(let label): .labelMissing(label: label)
            case .labelContradicted(let label): .labelContradicted(label: label)
            case .labelUnsupported(let label): .labelUnsupported(label: label)
            }
        return RulePlan(
            rule: rule, of: policy, trigger: trigger, unless: rule.unless.map { condition($0) },
            consequence: consequence(rule.consequence),
            softeners: policy.softeners.indices.filter { policy.softeners[$0].rules.contains(rule.name) })
    }

    private mutating func consequence(_ checked: CheckedConsequence) -> ConsequencePlan {
        let awaitedFrom = checked.awaited?.from.map { program($0) }
        let strikes = checked.strikes.map { points in points.subject.map { program($0) } }
        let merits = checked.merits.map { points in points.subject.map { program($0) } }
        let targets = checked.duties.map { duty -> Program? in
            if case .member(let expression) = duty.target { program(expression) } else { nil }
        }
        return ConsequencePlan(
            checked: checked, awaitedFrom: awaitedFrom, strikeSubjects: strikes, meritSubjects: merits,
            dutyTargets: targets)
    }
}
