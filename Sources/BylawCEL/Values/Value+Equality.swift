extension Value {
    /// The language's `==`: values of different types are unequal, except that numbers are compared by value whatever
    /// their type. NaN equals nothing. An int and a double are compared as doubles, as cel-go and cel-cpp do.
    ///
    /// Errors must have been dealt with by the caller; an error equals nothing. O(n) in the size of the values.
    package func isEqual(to other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.int(let a), .uint(let b)): a >= 0 && UInt64(bitPattern: a) == b
        case (.uint(let a), .int(let b)): b >= 0 && UInt64(bitPattern: b) == a
        case (.int(let a), .double(let b)): Double(a) == b
        case (.double(let a), .int(let b)): a == Double(b)
        case (.uint(let a), .double(let b)): Double(a) == b
        case (.double(let a), .uint(let b)): a == Double(b)
        case (.string(let a), .string(let b)): a == b
        case (.bytes(let a), .bytes(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.list(let a), .list(let b)): a.isEqual(to: b)
        case (.map(let a), .map(let b)): a.isEqual(to: b)
        case (.optional(let a), .optional(let b)): a.isEqual(to: b)
        case (.record(let a), .record(let b)): a.isEqual(to: b)
        case (.opaque(let a), .opaque(let b)): a.payload === b.payload
        default: false
        }
    }
}

extension ListValue {
    /// Whether both have equal elements in the same order.
    package func isEqual(to other: ListValue) -> Bool {
        guard count == other.count else { return false }
        for index in elements.indices where !elements[index].isEqual(to: other.elements[index]) { return false }
        return true
    }

    /// Whether one of the elements equals `value`. O(n).
    package func contains(_ value: Value) -> Bool {
        // A text among texts is what conditions ask for most: `'moderator' in actor.roles`.
        if case .string(let text) = value { return contains(text) }
        for element in elements where element.isEqual(to: value) { return true }
        return false
    }

    /// Whether one of the elements is that text. O(n).
    package func contains(_ text: StringValue) -> Bool { contains(text.borrowed) }

    /// Whether one of the elements is that text. O(n).
    @inline(__always)
    func contains(_ text: BorrowedText) -> Bool {
        elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return false }
            for index in elements.indices {
                if let element = (start + index).text, element == text { return true }
            }
            return false
        }
    }
}

extension MapValue {
    /// Whether both have equal values for the same keys, in any order.
    package func isEqual(to other: MapValue) -> Bool {
        guard count == other.count else { return false }
        let (keys, values) = (keys, values)
        for index in keys.indices {
            guard let value = other[keys[index]], values[index].isEqual(to: value) else { return false }
        }
        return true
    }
}

extension OptionalValue {
    /// Whether both are empty or hold equal values.
    package func isEqual(to other: OptionalValue) -> Bool {
        switch (value, other.value) {
        case (nil, nil): true
        case (let a?, let b?): a.isEqual(to: b)
        default: false
        }
    }
}

extension RecordValue {
    /// Whether both are of the same type, with the same fields present and equal.
    package func isEqual(to other: RecordValue) -> Bool {
        guard recordType == other.recordType else { return false }
        for index in recordType.fields.indices {
            switch (self[index], other[index]) {
            case (nil, nil): continue
            case (let a?, let b?) where a.isEqual(to: b): continue
            default: return false
            }
        }
        return true
    }
}
