package import BylawSource

/// A condition: an expression, or expressions joined by words that authors know. Three-valued: see ``Truth``.
package indirect enum ConditionSyntax: Sendable {
    case expression(ExpressionSyntax)
    case all([Item], SourceLocation)
    case any([Item], SourceLocation)
    case none([Item], SourceLocation)
    case atLeast(Located<Int>, of: [Item], SourceLocation)

    /// One of several conditions. Those of a checklist have a name and may say how to put them right.
    package struct Item: Sendable {
        package let name: Located<String>?
        package let condition: ConditionSyntax
        package let mend: MessageSyntax?
        /// Whether it counts only where it holds.
        package let isOptional: Bool

        package init(
            name: Located<String>? = nil, _ condition: ConditionSyntax, mend: MessageSyntax? = nil,
            isOptional: Bool = false
        ) {
            self.isOptional = isOptional
            self.name = name
            self.condition = condition
            self.mend = mend
        }
    }

    package var location: SourceLocation {
        switch self {
        case .expression(let expression): expression.location
        case .all(_, let location), .any(_, let location), .none(_, let location), .atLeast(_, of: _, let location):
            location
        }
    }

    /// The parts that are joined; none for an expression.
    package var items: [Item] {
        switch self {
        case .expression: []
        case .all(let items, _), .any(let items, _), .none(let items, _), .atLeast(_, of: let items, _): items
        }
    }
}
