extension Overload {
    /// Whether these run-time values may be arguments of this overload, as far as their own types tell: elements of
    /// lists, keys and values of maps are not looked at. For calls whose arguments' types the checker did not know.
    package func accepts(_ arguments: [Value]) -> Bool {
        let count = parameters.count
        guard arguments.count == count || isVariadic && arguments.count > count else { return false }
        for (index, argument) in arguments.enumerated() {
            guard parameters[min(index, count - 1)].admits(argument) else { return false }
        }
        return true
    }
}

extension CELType {
    /// Whether a value of this type may look like `value` from outside.
    package func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.error, _), (.parameter, _), (_, .error): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
        case (.string, .string), (.enumeration, .string), (.bytes, .bytes): true
        case (.timestamp, .timestamp), (.duration, .duration), (.type, .type): true
        case (.list, .list), (.map, .map), (.optional, .optional): true
        case (.record(let type), .record(let record)): type == record.recordType
        case (.host(let type), .opaque(let opaque)): type == opaque.hostType
        case (.host(let type), .string): type.isString
        default: false
        }
    }
}
