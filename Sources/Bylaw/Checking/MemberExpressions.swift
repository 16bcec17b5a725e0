import BylawCEL
import BylawSource

/// The expressions by which a policy names members. What they come to stands in decisions and logs as it is.
extension CheckedPolicy {
    /// Each with the place of its rule or softener.
    var memberExpressions: [(expression: CheckedExpression, location: SourceLocation)] {
        rules.flatMap { rule in rule.consequence.members.map { ($0, rule.location) } }
            + softeners.flatMap { softener in softener.consequence.members.map { ($0, softener.location) } }
    }

    /// The attributes whose content may show in what an expression comes to: those that it reads, by itself or by a `let`,
    /// and the texts in which it finds words. That it asks only whether something is there shows nothing.
    func pathsShown(by expression: CheckedExpression) -> [RequestPath] {
        let paths = RequestPaths(schema)
        var shown: [RequestPath] = []
        var expressions = [expression]
        var seen: Set<String> = []
        while let expression = expressions.popLast() {
            var layout = FrameLayout()
            _ = expression.plan(into: &layout)
            for source in layout.sources {
                switch source {
                case .presence: continue
                case .attribute(let path):
                    if let binding: CheckedExpression = lets.named(path.variable) {
                        if seen.insert(path.variable).inserted { expressions.append(binding) }
                    } else if let place = paths.path(path) {
                        shown.append(place)
                    }
                case .host(let number):
                    if case .found(let path, _) = hostSlots[number] { shown.append(path) }
                }
            }
        }
        return shown
    }
}

extension CheckedConsequence {
    /// Whom it charges, thanks, tells and waits for, where that is worked out.
    fileprivate var members: [CheckedExpression] {
        let targets = duties.compactMap { duty in
            if case .member(let expression) = duty.target { expression } else { nil }
        }
        return (strikes + merits).compactMap(\.subject) + targets + [awaited?.from].compactMap(\.self)
    }
}
