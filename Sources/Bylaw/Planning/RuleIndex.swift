import BylawCEL

/// Which rules of a policy a request may concern, so that of thousands of rules only a few are evaluated.
///
/// A rule is passed over only where evaluating it would show at once that it does not match: it is about other actions,
/// or the first thing that it asks is whether an attribute is a text which it is not. Where the attribute is missing or of
/// another type, the rule is evaluated, for that is an error which must be told.
struct RuleIndex: Sendable {
    /// A slot, and the texts of which rules ask first of all whether it is one.
    private struct Key: Sendable {
        let slot: Int
        let rules: [StringValue: [Int]]
        let all: [Int]
    }

    /// The rules that are always evaluated.
    private let general: [Int]
    private let byAction: [ExactText: [Int]]
    private let keys: [Key]

    /// So few rules are evaluated as fast as they are looked up.
    private static let smallest = 8

    init(_ rules: [RulePlan], readings: [SlotReading]) {
        var general: [Int] = []
        var byAction: [ExactText: [Int]] = [:]
        var bySlot: [Int: [StringValue: [Int]]] = [:]
        for (index, rule) in rules.enumerated() {
            if !rule.rule.actions.isEmpty {
                for action in Set(rule.rule.actions.map(ExactText.init)) { byAction[action, default: []].append(index) }
            } else if let (slot, text) = rule.trigger.firstQuestion, case .attribute = readings[slot] {
                bySlot[slot, default: [:]][text, default: []].append(index)
            } else {
                general.append(index)
            }
        }
        var keys: [Key] = []
        for (slot, rules) in bySlot.sorted(by: { $0.key < $1.key }) {
            let all = rules.values.flatMap(\.self)
            if all.count < Self.smallest {
                general += all
            } else {
                keys.append(Key(slot: slot, rules: rules, all: all))
            }
        }
        self.general = general.sorted()
        self.byAction = byAction
        self.keys = keys
    }

    /// Finds the rules to be evaluated for an action, ascending. False where that is all of them.
    func find(_ found: inout [Int], for action: String, in frame: Frame) -> Bool {
        if byAction.isEmpty, keys.isEmpty { return false }
        found.removeAll(keepingCapacity: true)
        found += general
        if !byAction.isEmpty, let rules = byAction[ExactText(action)] { found += rules }
        for key in keys {
            if case .string(let text) = frame.value(key.slot) {
                if let rules = key.rules[text] { found += rules }
            } else {
                found += key.all
            }
        }
        if found.count > 1 { found.sort() }
        return true
    }
}

extension RulePlan.Trigger {
    /// That a slot is a text, where the condition asks this before anything else and cannot hold without it.
    fileprivate var firstQuestion: (slot: Int, text: StringValue)? {
        if case .when(let condition) = self { condition.firstQuestion } else { nil }
    }
}

extension Condition<Program> {
    fileprivate var firstQuestion: (slot: Int, text: StringValue)? {
        switch self {
        case .expression(let program): program.firstQuestion
        case .all(let items): items.first { !$0.isOptional }?.condition.firstQuestion
        case .any, .none, .atLeast: nil
        }
    }
}
