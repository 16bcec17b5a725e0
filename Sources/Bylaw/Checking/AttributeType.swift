package import BylawCEL
import BylawSource

/// The declared type of an attribute: what a request's value must be, and what conditions see.
package indirect enum AttributeType: Sendable, Hashable {
    case string
    case bool
    /// A string that masks and lexicons may read.
    case text
    case int
    case double
    case timestamp
    case duration
    case enumeration(Enumeration)
    case list(AttributeType)
    case map(AttributeType)
    case record(RecordSchema)

    /// The host type that stands for `text` in conditions: every string function takes it.
    package static let textType = HostType("text", isString: true)

    package var celType: CELType {
        switch self {
        case .string: .string
        case .bool: .bool
        case .text: .host(Self.textType)
        case .int: .int
        case .double: .double
        case .timestamp: .timestamp
        case .duration: .duration
        case .enumeration(let enumeration): .enumeration(enumeration)
        case .list(let element): .list(element.celType)
        case .map(let value): .map(.string, value.celType)
        case .record(let schema): .record(schema.recordType)
        }
    }

    /// As an author writes it.
    package var name: String {
        switch self {
        case .string: "string"
        case .bool: "bool"
        case .text: "text"
        case .int: "int"
        case .double: "double"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .enumeration(let enumeration): enumeration.values.joined(separator: " | ")
        case .list(let element): "[\(element.name)]"
        case .map(let value): "{string: \(value.name)}"
        case .record(let schema): schema.name
        }
    }

    /// The names of the types that need no declaration.
    package static let builtIn: [(name: String, type: AttributeType)] = [
        ("string", .string), ("bool", .bool), ("text", .text), ("int", .int), ("double", .double),
        ("timestamp", .timestamp), ("duration", .duration),
    ]
}

/// The declared fields of a record.
package final class RecordSchema: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let name: String
        package let type: AttributeType
        package let isOptional: Bool

        package init(_ name: String, _ type: AttributeType, isOptional: Bool = false) {
            self.name = name
            self.type = type
            self.isOptional = isOptional
        }
    }

    package let name: String
    package let fields: [Field]
    package let recordType: RecordType

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        recordType = RecordType(
            name, fields: fields.map { .init($0.name, $0.type.celType, isOptional: $0.isOptional) })
    }

    package func field(_ name: String) -> Field? { index(of: name).map { fields[$0] } }

    /// Where the field of a name stands.
    func index(of name: String) -> Int? {
        fields.indices.first { fields[$0].name.isSameUTF8(as: name) }
    }

    /// The fields on the way that names lead, from record to record; nil where they lead to none.
    package func fields(along names: [String]) -> [Field]? {
        var record: RecordSchema? = self
        var fields: [Field] = []
        for name in names {
            guard let field = record?.field(name) else { return nil }
            fields.append(field)
            if case .record(let next) = field.type { record = next } else { record = nil }
        }
        return fields
    }

    /// Two records are the same type if they say the same, wherever they were declared.
    package static func == (a: RecordSchema, b: RecordSchema) -> Bool {
        a === b || (a.name == b.name && a.fields == b.fields)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(fields.count)
    }
}
