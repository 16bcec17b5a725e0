/// How one value stands to another.
package enum Ordering: Sendable {
    case less
    case equal
    case greater
    /// One of them is NaN: every comparison is false.
    case unordered

    @inlinable
    init<T: Comparable>(_ a: T, _ b: T) {
        self = a < b ? .less : b < a ? .greater : a == b ? .equal : .unordered
    }
}

extension Value {
    /// The order of two values, or nothing where `<` has no meaning for them.
    ///
    /// Numbers of different types are compared by value, an integer being rounded to a double first where the other
    /// is one; texts by their scalars, bytes by their bytes, `false` before `true`.
    package func ordering(to other: Value) -> Ordering? {
        switch (self, other) {
        case (.int(let a), .int(let b)): Ordering(a, b)
        case (.uint(let a), .uint(let b)): Ordering(a, b)
        case (.double(let a), .double(let b)): Ordering(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Ordering(UInt64(bitPattern: a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Ordering(a, UInt64(bitPattern: b))
        case (.int(let a), .double(let b)): Ordering(Double(a), b)
        case (.double(let a), .int(let b)): Ordering(a, Double(b))
        case (.uint(let a), .double(let b)): Ordering(Double(a), b)
        case (.double(let a), .uint(let b)): Ordering(a, Double(b))
        case (.string(let a), .string(let b)): Ordering(a, b)
        case (.bytes(let a), .bytes(let b)): Ordering(a, b)
        case (.timestamp(let a), .timestamp(let b)): Ordering(a, b)
        case (.duration(let a), .duration(let b)): Ordering(a, b)
        case (.bool(let a), .bool(let b)): Ordering(a ? 1 : 0, b ? 1 : 0)
        default: nil
        }
    }
}
