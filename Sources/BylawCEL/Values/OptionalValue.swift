/// What `optional.of(x)` and `optional.none()` give.
package final class OptionalValue: Sendable {
    /// What it holds, if anything.
    package let value: Value?
    /// As ``Value/nesting``.
    let nesting: Int32

    /// The optional, however deep; ``Value/some(_:)`` refuses one that is too deep.
    init(_ value: Value?) {
        self.value = value
        nesting = 1 + (value?.nesting ?? 0)
    }

    /// `optional.none()`.
    package static let none = OptionalValue(nil)
}

extension Value {
    /// `optional.none()`.
    package static var noOptional: Value { .optional(.none) }

    /// An optional that holds the value, if there is one.
    static func optional(of value: Value?) -> Value { value.map(Value.some) ?? .noOptional }
}
