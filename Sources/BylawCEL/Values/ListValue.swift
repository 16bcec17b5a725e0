/// A list: the array's own reference, and how deeply it is nested.
package struct ListValue: Sendable {
    package let elements: [Value]
    /// As ``Value/nesting``.
    let nesting: Int32

    /// The list, however deep; ``Value/list(_:)`` refuses one that is too deep. O(n).
    init(_ elements: [Value]) {
        self.elements = elements
        nesting = 1 + Value.deepest(elements)
    }

    /// How many elements.
    @inlinable package var count: Int { elements.count }

    /// No elements.
    package static let empty = ListValue([])
}
