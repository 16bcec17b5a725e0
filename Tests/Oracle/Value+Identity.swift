package import BylawCEL

extension Value {
    /// Whether two values are of one kind and equal: `1` is not `1u` here, and NaN is NaN. All errors are alike:
    /// which of several is told is the evaluator's choice.
    package func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)):
            return a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a.elements, b.elements).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let a), .map(let b)):
            return a.count == b.count
                && zip(a.keys, a.values).allSatisfy { key, value in
                    zip(b.keys, b.values).contains { key.isIdentical(to: $0) && value.isIdentical(to: $1) }
                }
        case (.optional(let a), .optional(let b)):
            guard let x = a.value, let y = b.value else { return a.value == nil && b.value == nil }
            return x.isIdentical(to: y)
        case (.record(let a), .record(let b)):
            return a.recordType == b.recordType
                && a.recordType.fields.indices.allSatisfy { index in
                    guard let x = a[index], let y = b[index] else { return a[index] == nil && b[index] == nil }
                    return x.isIdentical(to: y)
                }
        default:
            return typeName == other.typeName && (isError || isEqual(to: other))
        }
    }
}
