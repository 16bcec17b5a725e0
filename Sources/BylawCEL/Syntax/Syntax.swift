package import BylawSource

/// A node of a parsed expression. Macros are nodes of their own here (``Comprehension``, `bind`, `presence`), as an
/// author wrote them, not the folds that the specification expands them to.
package struct Syntax: Sendable {
    package let kind: Kind
    /// The node's text, without parentheses around it, but with those around its parts.
    package let range: SourceRange
    /// How many nodes the longest way down from here passes, this one included. Bounded by ``ExpressionLimits/depth``,
    /// so that every pass may recurse.
    package let depth: Int

    package indirect enum Kind: Sendable {
        case literal(Literal)
        /// `x`; rooted where written `.x`, which no container and no local variable can hide.
        case identifier(String, isRooted: Bool)
        /// `operand.field`, or `operand.?field`.
        case select(Syntax, field: Name, isOptional: Bool)
        /// `has(operand.field)`.
        case presence(Syntax, field: Name)
        /// `operand[index]`, or `operand[?index]`.
        case index(Syntax, Syntax, isOptional: Bool)
        case unary(UnaryOperator, Syntax)
        case binary(BinaryOperator, Syntax, Syntax, operatorRange: SourceRange)
        /// Two or more operands of one operator: `a && b && c` is one node.
        case logical(LogicalOperator, [Syntax])
        case conditional(Syntax, then: Syntax, otherwise: Syntax)
        /// `name(arguments)`, rooted where written `.name(arguments)`, or `receiver.name(arguments)`.
        case call(Name, receiver: Syntax?, arguments: [Syntax], isRooted: Bool)
        case list([Element])
        case map([Entry])
        /// `type.name{field: value}`. The name is rooted where it begins with a dot.
        case message(Name, [Field])
        case comprehension(Comprehension)
        /// `cel.bind(variable, value, body)`.
        case bind(Name, value: Syntax, body: Syntax)
        /// `operand.optMap(variable, body)`; flat where written `optFlatMap`, whose body is itself an optional.
        case optionalMap(Syntax, variable: Name, body: Syntax, isFlat: Bool)
    }

    /// A name and where it stands.
    package struct Name: Sendable {
        package let text: String
        package let range: SourceRange

        package init(_ text: String, _ range: SourceRange) {
            self.text = text
            self.range = range
        }
    }

    /// An element of a list; an optional one (`?x`) is left out where it has no value.
    package struct Element: Sendable {
        package let value: Syntax
        package let isOptional: Bool
    }

    /// An entry of a map; an optional one (`?k: v`) is left out where its value has none.
    package struct Entry: Sendable {
        package let key: Syntax
        package let value: Syntax
        package let isOptional: Bool
    }

    /// A field of a message literal.
    package struct Field: Sendable {
        package let name: Name
        package let value: Syntax
        package let isOptional: Bool
    }
}

/// A literal's value. Strings are told apart by their bytes, never by Swift's `==`.
package enum Literal: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
}
