/// The operators that decide on truth.
enum LogicFunctions {
    static let all = [conditional, and, or, not]

    static let conditional = Function(
        "_?_:_", "The second operand where the first is true, else the third; only one of them is evaluated.",
        [Overload("conditional", [.bool, .a, .a], .a, .planned)])

    static let and = Function(
        "_&&_", "Whether both are true; false where either is, even if the other is an error.",
        [Overload("logical_and", [.bool, .bool], .bool, .planned)])

    static let or = Function(
        "_||_", "Whether either is true; true where one is, even if the other is an error.",
        [Overload("logical_or", [.bool, .bool], .bool, .planned)])

    static let not = Function(
        "!_", "Whether it is false.", [.unary("logical_not", .bool, .bool, Value.not)])
}

extension Value {
    /// `!a`.
    package static func not(_ a: Value) -> Value {
        if case .bool(let bool) = a { .bool(!bool) } else { .noSuchOverload("!", a) }
    }
}
