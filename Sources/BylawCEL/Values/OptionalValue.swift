/// What `optional.of(x)` and `optional.none()` give.
package final class OptionalValue: Sendable {
    /// What it holds, if anything.
    package let value: Value?

    package init(_ value: Value?) { self.value = value }

    /// `optional.none()`.
    package static let none = OptionalValue(nil)
}

extension Value {
    /// `optional.none()`.
    package static var noOptional: Value { .optional(.none) }

    /// `optional.of(value)`.
    package static func some(_ value: Value) -> Value { .optional(OptionalValue(value)) }
}
