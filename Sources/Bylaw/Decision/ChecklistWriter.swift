import BylawCEL

/// Tells of a condition's checklists item by item: what fails, and how to put it right.
struct ChecklistWriter {
    let frame: Frame

    /// A checklist of a condition.
    struct Report {
        var passed = 0
        /// How many items count: all but those that need not hold and do not.
        var of = 0
        /// What does not hold or cannot be evaluated, by path: `bio.link`.
        var failed: [String] = []
        var mends: [CheckedMessage] = []
    }

    /// The outermost checklists, wherever they stand: `all` and `at-least` whose items have names.
    func reports(_ condition: Condition<Program>) -> [Report] {
        guard condition.isChecklist else { return condition.items.flatMap { reports($0.condition) } }
        var report = Report()
        for (index, item) in condition.items.enumerated() {
            if case .holds = item.condition.evaluate(in: frame) {
                report.passed += 1
                report.of += 1
            } else if !item.isOptional {
                report.of += 1
                add(item, at: path("", item, index), to: &report)
            }
        }
        return [report]
    }

    /// An item that fails: its own sub-items that fail, where it is a checklist too, else itself.
    private func add(_ item: Condition<Program>.Item, at path: String, to report: inout Report) {
        if let mend = item.mend { report.mends.append(mend) }
        let failedBefore = report.failed.count
        if item.condition.isChecklist {
            for (index, part) in item.condition.items.enumerated() where !part.isOptional {
                if case .holds = part.condition.evaluate(in: frame) { continue }
                add(part, at: self.path(path, part, index), to: &report)
            }
        }
        if report.failed.count == failedBefore { report.failed.append(path) }
    }

    private func path(_ outer: String, _ item: Condition<Program>.Item, _ index: Int) -> String {
        let name = item.name ?? String(index + 1)
        return outer.isEmpty ? name : "\(outer).\(name)"
    }
}

extension Condition {
    /// Whether its items are reported one by one.
    package var isChecklist: Bool {
        switch self {
        case .all(let items), .atLeast(_, let items): items.contains { $0.name != nil }
        case .expression, .any, .none: false
        }
    }

    /// The paths of the items that may fail in its checklists.
    package var checklistPaths: [String] {
        guard isChecklist else { return items.flatMap(\.condition.checklistPaths) }
        return items.enumerated().flatMap { index, item -> [String] in
            let name = item.name ?? String(index + 1)
            guard item.condition.isChecklist else { return [name] }
            return [name] + item.condition.checklistPaths.map { "\(name).\($0)" }
        }
    }
}
