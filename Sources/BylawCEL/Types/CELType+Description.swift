extension CELType: CustomStringConvertible {
    /// The type in the words of the language: `list(int)`, `map(string, dyn)`, `optional(Post)`.
    package var description: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let value): "optional(\(value))"
        case .type(let type): "type(\(type))"
        case .dyn, .error, .variable: "dyn"
        case .parameter(let name): name
        case .record(let record): record.name
        case .enumeration(let enumeration): enumeration.values.map { "'\($0)'" }.joined(separator: " | ")
        case .host(let type): type.name
        case .abstract(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        }
    }

    /// Whether nothing is known about the type.
    package var isDynamic: Bool {
        switch self {
        case .dyn, .error: true
        default: false
        }
    }

    /// Whether every value of the type is a string.
    package var isText: Bool {
        switch self {
        case .string, .enumeration: true
        case .host(let type): type.isString
        default: false
        }
    }
}
