import BylawYAML

/// A value without its place, to compare with JSON.
enum PlainValue: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([PlainValue])
    case object([String: PlainValue])

    init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items):
            self = .list(items.map(PlainValue.init))
        case .mapping(let mapping):
            let pairs = mapping.entries.map { ($0.key.text, PlainValue($0.value)) }
            self = .object(Dictionary(pairs, uniquingKeysWith: { $1 }))
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let bool): self = .bool(bool)
            case .integer(let number), .float(let number): self = .number(number.double)
            case .string: self = .string(scalar.text)
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let list = try? container.decode([PlainValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: PlainValue].self))
        }
    }
}
