import BylawCEL
import Foundation

// The notation of the conformance files, read independently of the library's own reader.

extension Value {
    init(tagged fields: Fields) throws {
        guard fields.values.count == 1, let (tag, content) = fields.values.first else {
            throw ConformanceFormatError(what: "\(fields.values)")
        }
        func text() throws -> String { try fields.string(tag) }
        func number<T>(_ make: (String) -> T?) throws -> T {
            guard let number = make(try text()) else { throw ConformanceFormatError(what: "\(content)") }
            return number
        }
        switch tag {
        case "null": self = .null
        case "bool": self = .bool(content as? Bool ?? false)
        case "int": self = .int(try number { Int64($0) })
        case "uint": self = .uint(try number { UInt64($0) })
        case "double": self = .double(try number { Double($0.lowercased()) })
        case "string": self = .string(StringValue(try text()))
        case "bytes": self = .bytes(BytesValue([UInt8](try number { Data(base64Encoded: $0) })))
        case "list":
            self = .list(try (content as? [Any] ?? []).map { try Value(tagged: Fields($0)) })
        case "map":
            let entries = try (content as? [[Any]] ?? []).map { try $0.map { try Value(tagged: Fields($0)) } }
            self = .map(try MapValue(keys: entries.map { $0[0] }, values: entries.map { $0[1] }))
        case "type": self = .type(TypeValue(try text()))
        case "timestamp": self = .timestamp(try number { TimestampValue($0) })
        case "duration": self = .duration(try number { DurationValue($0) })
        default: throw ConformanceFormatError(what: tag)
        }
    }
}

extension CELType {
    init(tagged fields: Fields) throws {
        guard fields.values.count == 1, let (tag, content) = fields.values.first else {
            throw ConformanceFormatError(what: "\(fields.values)")
        }
        func inner(_ value: Any) throws -> CELType { try CELType(tagged: Fields(value)) }
        switch tag {
        case "simple":
            let simple: [String: CELType] = [
                "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
                "null_type": .null, "dyn": .dyn, "timestamp": .timestamp, "duration": .duration, "error": .error,
            ]
            guard let type = simple[try fields.string(tag)] else { throw ConformanceFormatError(what: "\(content)") }
            self = type
        case "list": self = .list(try inner(content))
        case "map":
            guard let types = content as? [Any], types.count == 2 else {
                throw ConformanceFormatError(what: "\(content)")
            }
            self = .map(try inner(types[0]), try inner(types[1]))
        case "type": self = .type(try inner(content))
        case "type_param": self = .parameter(try fields.string(tag))
        case "abstract":
            let abstract = try fields.object(tag)
            let parameters = try abstract.list("params").map { try CELType(tagged: $0) }
            let name = try abstract.string("name")
            if name == "optional_type", let held = parameters.first {
                self = .optional(held)
            } else {
                self = .abstract(name, parameters)
            }
        default: throw ConformanceFormatError(what: tag)
        }
    }
}
