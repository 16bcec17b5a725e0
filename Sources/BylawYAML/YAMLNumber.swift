/// A number that no schema has given a type yet.
package struct YAMLNumber: Sendable, Hashable {
    /// The number as an integer, where it is one exactly and fits: 2 for `2`, `2.0` and `0.2e1`.
    package let integer: Int64?
    /// The nearest double; infinite beyond the range of doubles.
    package let double: Double
    /// Whether the number has no fraction. With ``integer`` absent it is then out of range.
    package let isIntegral: Bool
}
