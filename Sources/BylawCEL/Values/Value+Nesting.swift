extension Value {
    /// How deeply lists, maps, records and optionals lie in each other: 0 for a number, 1 for `[5]`. O(1).
    ///
    /// It is known beforehand, so that comparing, showing and releasing a value, which all take stack in proportion to
    /// it, cannot run out of stack.
    var nesting: Int32 {
        switch self {
        case .list(let list): list.nesting
        case .map(let map): map.nesting
        case .optional(let optional): optional.nesting
        case .record(let record): record.nesting
        default: 0
        }
    }

    /// The nesting of the deepest of these values.
    static func deepest(_ values: [Value]) -> Int32 {
        values.withUnsafeBufferPointer { values in
            var deepest: Int32 = 0
            for index in values.indices { deepest = max(deepest, values[index].nesting) }
            return deepest
        }
    }

    /// The value, or the error that it is too deep.
    private func limited() -> Value {
        nesting <= ValueLimits.nesting ? self : .error(ValueLimits.tooDeep)
    }

    /// A list value, or the error that it would be nested deeper than ``ValueLimits/nesting``.
    package static func list(_ elements: [Value]) -> Value { Value.list(ListValue(elements)).limited() }

    /// `optional.of(value)`, or the error that it would be nested too deep.
    package static func some(_ value: Value) -> Value { Value.optional(OptionalValue(value)).limited() }
}
