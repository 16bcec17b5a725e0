import Bylaw
import BylawCEL
import BylawSource

/// Gathers what examinations show of one policy.
struct PolicySight {
    let map: PolicyMap
    private(set) var points: [CoveragePoint]

    init(_ map: PolicyMap) {
        self.map = map
        points = map.points
    }

    mutating func see(_ seen: PolicyExamination) {
        seeRules(seen)
        seeLabels(seen)
        for (index, point) in map.masks.enumerated() { see(point, seen.finds(mask: index)) }
        for binding in map.lets {
            guard let program: Program = seen.plan.lets.named(binding.name) else { continue }
            see(binding.branch, seen.holds(.expression(program)))
            see(program, binding.expression, seen)
        }
        for (index, tally) in map.tallies.enumerated() { seeTally(index, tally, seen) }
    }

    /// That a point was looked at which counts in its last second, or in the first in which it no longer does.
    mutating func seeWindow(ofTally index: Int, counts: Bool) { see(map.tallies[index].window, counts) }

    private mutating func see(_ point: Int?, _ way: Bool?) {
        guard let point, let way else { return }
        points[point].see(way)
    }

    private mutating func seeRules(_ seen: PolicyExamination) {
        for (index, map) in map.rules.enumerated() {
            let plan = seen.plan.rules[index]
            guard seen.isAbout(plan.rule) else { continue }
            let matches = seen.matches(rule: index)
            see(map.point, matches)
            if let trigger = map.trigger, let condition = plan.trigger.condition {
                see(condition, trigger, seen)
                // An exemption is asked for where the rule would match without it.
                if let unless = plan.unless, let exempted = map.unless,
                    seen.holds(condition) != plan.trigger.silences
                {
                    see(unless, exempted, seen)
                }
            }
            guard matches == true else { continue }
            for index in plan.softeners {
                let softener = self.map.softeners[index]
                let condition = seen.plan.softeners[index].when
                see(softener.point, seen.holds(condition))
                see(condition, softener.condition, seen)
            }
        }
    }

    private mutating func seeLabels(_ seen: PolicyExamination) {
        for (index, map) in map.labels.enumerated() {
            let plan = seen.plan.labels[index]
            for (entry, map) in zip(plan.infer, map.infer) { see(entry.condition, map, seen) }
            let declared = seen.declared(label: index)
            for (entry, map) in zip(plan.evidence, map.evidence) where entry.value == declared {
                see(entry.condition, map, seen)
            }
        }
    }

    private mutating func seeTally(_ index: Int, _ tally: PolicyMap.TallyMap, _ seen: PolicyExamination) {
        for points in seen.points(onTally: index) {
            for rung in tally.rungs {
                if points == rung.at { see(rung.point, true) }
                if points == rung.at - 1 { see(rung.point, false) }
            }
        }
        if seen.isSevere(onTally: index) { see(tally.severe, true) }
    }

    /// Goes as far as the evaluator does: what a deciding item left open was not looked at. Of a checklist every item is
    /// told, and so looked at.
    private mutating func see(
        _ condition: Condition<Program>, _ map: ConditionMap, _ seen: PolicyExamination
    ) {
        see(map.branch, seen.holds(condition))
        if case .expression(let program) = condition { see(program, map.expression, seen) }
        let deciding = condition.isChecklist ? nil : condition.deciding
        for (item, map) in zip(condition.items, map.items) {
            see(item.condition, map, seen)
            if let deciding, seen.holds(item.condition) == deciding { return }
        }
    }

    private mutating func see(_ program: Program, _ map: ExpressionMap, _ seen: PolicyExamination) {
        guard !map.branches.isEmpty || !map.thresholds.isEmpty else { return }
        var values: [SourceRange: Value] = [:]
        for part in seen.explain(program) {
            values[part.range] = part.value
            guard case .bool(let holds) = part.value else { continue }
            for branch in map.branches where branch.range == part.range { see(branch.point, holds) }
            for (threshold, point) in map.thresholds where threshold.range == part.range {
                guard let left = values[threshold.left.range] ?? threshold.left.literalNumber,
                    let right = values[threshold.right.range] ?? threshold.right.literalNumber
                else { continue }
                if ThresholdSight(threshold: threshold).isNear(left, right, holds: holds) { see(point, holds) }
            }
        }
    }
}

extension RulePlan.Trigger {
    /// The rule's own condition; the rules of labels have none.
    fileprivate var condition: Condition<Program>? {
        switch self {
        case .when(let condition), .require(let condition): condition
        case .labelMissing, .labelContradicted, .labelUnsupported: nil
        }
    }

    /// What the condition must come to for the rule to be silent.
    fileprivate var silences: Bool { if case .require = self { true } else { false } }
}

extension Condition {
    /// What an item must come to so that the others do not matter.
    fileprivate var deciding: Bool? {
        switch self {
        case .all: false
        case .any, .none: true
        case .expression, .atLeast: nil
        }
    }
}
