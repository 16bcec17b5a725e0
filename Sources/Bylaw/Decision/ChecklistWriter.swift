import BylawCEL

/// Tells of a condition's checklists item by item: what fails, and how to put it right.
///
/// What an item must come to in order to pass follows from where it stands: `none` turns it round, and so does a rule
/// that stands against what it finds (``RulePlan/wantsCondition``).
struct ChecklistWriter {
    let frame: Frame

    /// A checklist of a condition.
    struct Report {
        var passed = 0
        /// How many items count: all but those that need not hold and do not.
        var of = 0
        /// What does not pass or cannot be evaluated, by path: `bio.link`.
        var failed: [String] = []
        /// What mends those that surely fail; none in a checklist that is fulfilled as it is.
        var mends: [CheckedMessage] = []

        mutating func fail(_ path: String) {
            if !failed.contains(path) { failed.append(path) }
        }
    }

    /// The outermost checklists, wherever they stand. `wanted`: whether the condition ought to hold.
    func reports(_ condition: Condition<Program>, wanted: Bool) -> [Report] {
        let wantsItems = condition.isNone ? !wanted : wanted
        guard condition.isChecklist else {
            return condition.items.flatMap { reports($0.condition, wanted: wantsItems) }
        }
        var report = Report()
        for item in condition.items {
            let truth = item.condition.evaluate(in: frame)
            if item.isOptional, !truth.isTrue { continue }
            report.of += 1
            if truth.is(wantsItems) { report.passed += 1 } else { add(item, truth, under: "", wantsItems, to: &report) }
        }
        if condition.evaluate(in: frame).is(wanted) { report.mends = [] }
        return [report]
    }

    /// An item that does not pass: those of its sub-items that do not, where they have names, else itself.
    private func add(
        _ item: Condition<Program>.Item, _ truth: Truth, under outer: String, _ wanted: Bool, to report: inout Report
    ) {
        let path = [outer, item.name ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        // Nobody can put right what nobody could look at.
        if let mend = item.mend, truth.is(!wanted) { report.mends.append(mend) }
        let failedBefore = report.failed.count
        let wantsParts = item.condition.isNone ? !wanted : wanted
        for part in item.condition.items {
            let truth = part.condition.evaluate(in: frame)
            if truth.is(wantsParts) || part.isOptional && !truth.isTrue { continue }
            add(part, truth, under: path, wantsParts, to: &report)
        }
        if report.failed.count == failedBefore { report.fail(path) }
    }
}

extension Truth {
    fileprivate var isTrue: Bool { self.is(true) }

    /// Whether it surely is so.
    fileprivate func `is`(_ wanted: Bool) -> Bool {
        switch self {
        case .holds: wanted
        case .fails: !wanted
        case .errored: false
        }
    }
}

extension RulePlan {
    /// Whether its condition ought to hold: not where the rule stands against what it finds.
    var wantsCondition: Bool {
        switch trigger {
        case .when: rule.consequence.effect == .allow
        case .require, .labelMissing, .labelContradicted, .labelUnsupported: true
        }
    }
}

extension Condition {
    /// Whether it is a checklist, or one lies in it.
    var hasChecklist: Bool { isChecklist || items.contains { $0.condition.hasChecklist } }

    /// Whether its items are reported one by one.
    package var isChecklist: Bool { items.contains { $0.name != nil } }

    fileprivate var isNone: Bool { if case .none = self { true } else { false } }

    /// The paths of the items that may fail in its checklists.
    package var checklistPaths: [String] {
        isChecklist ? paths(under: "") : items.flatMap(\.condition.checklistPaths)
    }

    private func paths(under outer: String) -> [String] {
        items.flatMap { item -> [String] in
            guard let name = item.name else { return item.condition.paths(under: outer) }
            let path = outer.isEmpty ? name : "\(outer).\(name)"
            return [path] + item.condition.paths(under: path)
        }
    }
}
