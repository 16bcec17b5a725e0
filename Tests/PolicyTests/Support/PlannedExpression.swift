import Bylaw
import BylawCEL

/// An expression of a policy and its plan.
struct PlannedExpression {
    /// Which of the policy's expressions it is: `workcircle.consent-asking@1.0.0/operator-asks require`.
    let place: String
    let program: Program

    var text: String { program.expression.text }

    /// Whether it reads an attribute that must be there and could be lost, and nothing guards it: by its text alone.
    func mayMissSomething(in plan: PolicyPlan) -> Bool {
        let guards = ["has(", ".?", "?", "||", "&&", "!"]
        guard !guards.contains(where: text.contains) else { return false }
        return program.expression.reads.attributes.contains { path in
            let isName = path.fields == ["id"] || path.fields == ["type"] || path.fields == ["name"]
            let isOwn = plan.lets.contains { $0.name.value == path.variable } || path.variable == "standing"
            return !path.fields.isEmpty && !isName && !isOwn
        }
    }
}

extension PolicyPlan {
    /// Every expression but those of lets, or those only that are evaluated where an action is judged.
    func expressions(on action: String? = nil) -> [PlannedExpression] {
        var found: [PlannedExpression] = []
        func add(_ place: String, _ programs: [Program]) {
            for (index, program) in programs.enumerated() {
                let number = programs.count > 1 ? " \(index + 1)" : ""
                found.append(
                    PlannedExpression(place: "\(policy.id)@\(policy.version)/\(place)\(number)", program: program))
            }
        }
        func add(_ place: String, _ consequence: ConsequencePlan) {
            add("\(place) await", consequence.awaitedFrom.map { [$0] } ?? [])
            add("\(place) strike", consequence.strikeSubjects.compactMap(\.self))
            add("\(place) merit", consequence.meritSubjects.compactMap(\.self))
            add("\(place) duty", consequence.dutyTargets.compactMap(\.self))
        }
        for fact in facts {
            for key in fact.keys { add("fact \(fact.name).\(key.name)", [key.value]) }
        }
        for label in labels {
            for (value, condition) in label.infer { add("label \(label.label.name): \(value)", condition.expressions) }
            for (value, condition) in label.evidence {
                add("evidence \(label.label.name): \(value)", condition.expressions)
            }
        }
        for (mask, scope) in zip(policy.masks, maskScopes) { add("mask \(mask.name)", scope.map { [$0] } ?? []) }
        let rules = rules.filter { rule in
            action.map { rule.rule.actions.isEmpty || rule.rule.actions.contains($0) } ?? true
        }
        for rule in rules {
            let name = rule.rule.name
            switch rule.trigger {
            case .when(let condition): add("\(name) when", condition.expressions)
            case .require(let condition): add("\(name) require", condition.expressions)
            case .labelMissing, .labelContradicted, .labelUnsupported: break
            }
            add("\(name) unless", rule.unless?.expressions ?? [])
            add(name, rule.consequence)
        }
        for index in Set(rules.flatMap(\.softeners)).sorted() {
            let softener = softeners[index]
            add("\(softener.softener.name) when", softener.when.expressions)
            add(softener.softener.name, softener.consequence)
        }
        return found
    }

    /// The lets, in the order in which they are declared: each reads only those before it.
    var bindings: [(name: String, expression: PlannedExpression)] {
        lets.map { named in
            let name = named.name.value
            return (name, PlannedExpression(place: "\(policy.id)@\(policy.version)/let \(name)", program: named.value))
        }
    }
}
