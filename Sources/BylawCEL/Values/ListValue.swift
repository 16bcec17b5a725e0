/// A list. One reference wide: the array's own.
package struct ListValue: Sendable {
    package let elements: [Value]

    @inlinable package init(_ elements: [Value]) { self.elements = elements }

    /// How many elements.
    @inlinable package var count: Int { elements.count }

    /// No elements.
    package static let empty = ListValue([])
}
