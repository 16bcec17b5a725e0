/// Short forms for declaring overloads.
extension Overload {
    /// A global function of one argument.
    static func unary(
        _ id: String, _ parameter: CELType, _ result: CELType, _ body: @escaping @Sendable (Value) -> Value
    ) -> Overload {
        Overload(id, [parameter], result, .unary(body))
    }

    /// A global function of two arguments.
    static func binary(
        _ id: String, _ first: CELType, _ second: CELType, _ result: CELType,
        _ body: @escaping @Sendable (Value, Value) -> Value
    ) -> Overload {
        Overload(id, [first, second], result, .binary(body))
    }

    /// `x.f()`.
    static func member(
        _ id: String, _ receiver: CELType, _ result: CELType, _ body: @escaping @Sendable (Value) -> Value
    ) -> Overload {
        Overload(id, isMember: true, [receiver], result, .unary(body))
    }

    /// `x.f(y)`.
    static func member(
        _ id: String, _ receiver: CELType, _ argument: CELType, _ result: CELType,
        _ body: @escaping @Sendable (Value, Value) -> Value
    ) -> Overload {
        Overload(id, isMember: true, [receiver, argument], result, .binary(body))
    }

    /// `x.f(y, z)`.
    static func member(
        _ id: String, _ receiver: CELType, _ first: CELType, _ second: CELType, _ result: CELType,
        _ body: @escaping @Sendable (Value, Value, Value) -> Value
    ) -> Overload {
        Overload(id, isMember: true, [receiver, first, second], result, .ternary(body))
    }
}

extension CELType {
    /// The parameter of a generic signature: an element, or whatever the same type stands for.
    static let a = CELType.parameter("A")
    /// The keys of a generic map.
    static let k = CELType.parameter("K")
    /// The values of a generic map.
    static let v = CELType.parameter("V")
}
