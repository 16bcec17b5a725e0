/// An operator before its operand. The raw value is how it is written.
package enum UnaryOperator: String, Sendable {
    case not = "!"
    case negate = "-"

    /// The name of the function that declares its overloads, as the specification has it.
    package var functionName: String {
        switch self {
        case .not: "!_"
        case .negate: "-_"
        }
    }
}

/// An operator between two operands. The raw value is how it is written.
package enum BinaryOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in` = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"

    /// The name of the function that declares its overloads, as the specification has it.
    package var functionName: String { self == .in ? "@in" : "_\(rawValue)_" }
}

/// The operators that do not need both operands. The raw value is how they are written.
package enum LogicalOperator: String, Sendable {
    case and = "&&"
    case or = "||"
}
