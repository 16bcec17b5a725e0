import BylawYAML

/// A YAML value as JSON Schema sees it.
indirect enum SchemaInstance {
    case null
    case bool(Bool)
    case number(isIntegral: Bool, Double)
    case string(String)
    case array([SchemaInstance])
    case object([(key: String, value: SchemaInstance)])

    init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items): self = .array(items.map { SchemaInstance($0) })
        case .mapping(let mapping):
            self = .object(mapping.entries.map { (key: $0.key.text, value: SchemaInstance($0.value)) })
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let flag): self = .bool(flag)
            case .integer(let number), .float(let number):
                self = .number(isIntegral: number.isIntegral, Double(scalar.text) ?? 0)
            case .string: self = .string(scalar.text)
            }
        }
    }

    /// The names of the types that it has.
    var types: [String] {
        switch self {
        case .null: ["null"]
        case .bool: ["boolean"]
        case .number(let isIntegral, _): isIntegral ? ["number", "integer"] : ["number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}
