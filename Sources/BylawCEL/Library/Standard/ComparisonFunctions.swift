/// Equality and order.
enum ComparisonFunctions {
    static let all = [equal, notEqual, less, lessOrEqual, greater, greaterOrEqual]

    static let equal = Function(
        "_==_", "Whether both are equal; numbers are compared by value, whatever their type.",
        [.binary("equals", .a, .a, .bool, Value.equal)])

    static let notEqual = Function(
        "_!=_", "Whether both are unequal.", [.binary("not_equals", .a, .a, .bool, Value.notEqual)])

    static let less = ordered("_<_", "less", "Whether the first comes before the second.", Value.less)

    static let lessOrEqual = ordered(
        "_<=_", "less_equals", "Whether the first comes before the second or equals it.", Value.lessOrEqual)

    static let greater = ordered("_>_", "greater", "Whether the first comes after the second.", Value.greater)

    static let greaterOrEqual = ordered(
        "_>=_", "greater_equals", "Whether the first comes after the second or equals it.", Value.greaterOrEqual)

    private static func ordered(
        _ name: String, _ id: String, _ documentation: String, _ body: @escaping @Sendable (Value, Value) -> Value
    ) -> Function {
        let types: [(String, CELType)] = [
            ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
            ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
        ]
        return Function(name, documentation, types.map { .binary("\(id)_\($0.0)", $0.1, $0.1, .bool, body) })
    }
}

extension Value {
    /// `a == b`.
    package static func equal(_ a: Value, _ b: Value) -> Value {
        a.isError ? a : b.isError ? b : .bool(a.isEqual(to: b))
    }

    /// `a != b`.
    package static func notEqual(_ a: Value, _ b: Value) -> Value {
        a.isError ? a : b.isError ? b : .bool(!a.isEqual(to: b))
    }

    /// `a < b`.
    package static func less(_ a: Value, _ b: Value) -> Value {
        a.ordering(to: b).map { .bool($0 == .less) } ?? .noSuchOverload("<", a, b)
    }

    /// `a <= b`.
    package static func lessOrEqual(_ a: Value, _ b: Value) -> Value {
        a.ordering(to: b).map { .bool($0 == .less || $0 == .equal) } ?? .noSuchOverload("<=", a, b)
    }

    /// `a > b`.
    package static func greater(_ a: Value, _ b: Value) -> Value {
        a.ordering(to: b).map { .bool($0 == .greater) } ?? .noSuchOverload(">", a, b)
    }

    /// `a >= b`.
    package static func greaterOrEqual(_ a: Value, _ b: Value) -> Value {
        a.ordering(to: b).map { .bool($0 == .greater || $0 == .equal) } ?? .noSuchOverload(">=", a, b)
    }
}
