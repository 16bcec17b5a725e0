internal import BylawSource

/// An expression in which every name means something and every type fits: the only kind that can be planned.
package struct CheckedExpression: Sendable {
    /// The text that every range counts in.
    package let text: String
    /// What it evaluates to, if it evaluates.
    package let type: CELType
    /// What is present wherever the expression is true, for expressions that are evaluated only then.
    package let guarantees: Presence
    let root: CheckedNode
}

extension Environment {
    /// Looks up every name and checks every type.
    ///
    /// - Parameters:
    ///   - expected: the type that the expression must have; `dyn` fits it, and fails when evaluated if need be.
    ///   - presence: what is known to be present, from the guarantees of expressions that are true wherever this one
    ///     is evaluated.
    package func check(
        _ expression: ParsedExpression, expecting expected: CELType? = nil, assuming presence: Presence = .nothing
    ) -> (CheckedExpression?, [ExpressionProblem]) {
        var checker = Checker(self, isDynamic: false)
        let checked = checker.check(expression.root, presence)
        let type = checker.unifier.resolve(checked.type, final: true)
        if let expected, !checker.unifier.accepts(expected, checked.type) {
            checker.report(.wrongResult(wanted: expected, given: type, expression.root.range))
        }
        guard checker.problems.isEmpty else {
            return (nil, checker.problems.sorted { $0.range.start < $1.range.start })
        }
        return (
            CheckedExpression(
                text: expression.text, type: type, guarantees: checked.whenTrue.ofVariables, root: checked.node), []
        )
    }

    /// Takes an expression as it is: names are looked up, but every type is `dyn` and every overload is chosen when
    /// evaluated. A name that means nothing is an error value there.
    package func withoutCheck(_ expression: ParsedExpression) -> CheckedExpression {
        var checker = Checker(self, isDynamic: true)
        let checked = checker.check(expression.root, .nothing)
        return CheckedExpression(text: expression.text, type: .dyn, guarantees: .nothing, root: checked.node)
    }
}
