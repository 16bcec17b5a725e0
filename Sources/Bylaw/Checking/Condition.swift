/// Expressions joined by `all`, `any`, `none` and `at-least`.
package indirect enum Condition<Expression: Sendable>: Sendable {
    case expression(Expression)
    case all([Item])
    case any([Item])
    case none([Item])
    /// So many of the items must hold.
    case atLeast(Int, [Item])

    /// One of several conditions. Where items have names they are a checklist, and reported one by one.
    package struct Item: Sendable {
        package let name: String?
        package let condition: Condition
        /// How to put it right.
        package let mend: CheckedMessage?
        /// Whether it counts only where it holds: what there need not be, but may.
        package let isOptional: Bool

        package init(
            name: String? = nil, _ condition: Condition, mend: CheckedMessage? = nil, isOptional: Bool = false
        ) {
            self.name = name
            self.condition = condition
            self.mend = mend
            self.isOptional = isOptional
        }
    }

    /// The parts that are joined; none for an expression.
    package var items: [Item] {
        switch self {
        case .expression: []
        case .all(let items), .any(let items), .none(let items), .atLeast(_, let items): items
        }
    }

    /// Its expressions, and those of its parts, in the order written.
    package var expressions: [Expression] {
        if case .expression(let expression) = self { [expression] } else { items.flatMap(\.condition.expressions) }
    }

    /// The same condition over other expressions.
    package func map<Other>(_ transform: (Expression) -> Other) -> Condition<Other> {
        func all(_ items: [Item]) -> [Condition<Other>.Item] {
            items.map {
                .init(
                    name: $0.name, $0.condition.map(transform), mend: $0.mend, isOptional: $0.isOptional)
            }
        }
        return switch self {
        case .expression(let expression): .expression(transform(expression))
        case .all(let items): .all(all(items))
        case .any(let items): .any(all(items))
        case .none(let items): .none(all(items))
        case .atLeast(let count, let items): .atLeast(count, all(items))
        }
    }
}
