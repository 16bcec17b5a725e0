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

    /// Whether two values are of one kind and equal: `1` is not `1u` here, and NaN is NaN.
    func isIdentical(to other: Value) -> Bool {
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
