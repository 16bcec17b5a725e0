/// Expressions joined by `all`, `any`, `none` and `at-least`.
package indirect enum Condition<Expression: Sendable>: Sendable {
    case expression(Expression)
    case all([Condition])
    case any([Condition])
    case none([Condition])
    /// A checklist: so many of the items must hold. Items have names where the author gave them.
    case atLeast(Int, [Item])

    package struct Item: Sendable {
        package let name: String?
        package let condition: Condition
        package let mend: CheckedMessage?
    }

    /// The same condition over other expressions.
    package func map<Other>(_ transform: (Expression) -> Other) -> Condition<Other> {
        switch self {
        case .expression(let expression): .expression(transform(expression))
        case .all(let parts): .all(parts.map { $0.map(transform) })
        case .any(let parts): .any(parts.map { $0.map(transform) })
        case .none(let parts): .none(parts.map { $0.map(transform) })
        case .atLeast(let count, let items):
            .atLeast(
                count,
                items.map { .init(name: $0.name, condition: $0.condition.map(transform), mend: $0.mend) })
        }
    }
}
