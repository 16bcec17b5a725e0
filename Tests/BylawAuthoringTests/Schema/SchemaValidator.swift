import BylawJSON
import Testing

/// As much of JSON Schema as the schemas of policies use. A keyword that it does not know is a failure of the test, not
/// something to pass over.
struct SchemaValidator {
    let root: JSONValue

    init(_ text: String) throws {
        root = try JSONValue.parse(text)
    }

    /// Where the instance does not fit, and why; empty where it does.
    func problems(_ instance: SchemaInstance) throws -> [String] { try problems(instance, root, at: "") }

    private func problems(_ instance: SchemaInstance, _ schema: JSONValue, at path: String) throws -> [String] {
        if let flag = schema.bool { return flag ? [] : ["\(path): nothing may be here"] }
        var found: [String] = []
        for member in try #require(schema.members) {
            found += try check(member.key, member.value, of: schema, instance, path)
        }
        return found
    }

    private func check(
        _ keyword: String, _ value: JSONValue, of schema: JSONValue, _ instance: SchemaInstance, _ path: String
    ) throws -> [String] {
        func fits(_ schema: JSONValue) throws -> Bool { try problems(instance, schema, at: path).isEmpty }
        switch keyword {
        case "$schema", "$defs", "title", "description": return []
        case "$ref": return try problems(instance, definition(value), at: path)
        case "type":
            let wanted = try value.elements?.map { try #require($0.string) } ?? [#require(value.string)]
            return wanted.contains(where: instance.types.contains) ? [] : ["\(path): is no \(wanted)"]
        case "enum":
            guard case .string(let text) = instance else { return ["\(path): is no word"] }
            return try #require(value.elements).contains { $0.string == text } ? [] : ["\(path): unknown word \(text)"]
        case "pattern":
            guard case .string(let text) = instance else { return [] }
            // ECMA 262 writes `\u30FB` where Swift writes `\u{30FB}`.
            let pattern = try #require(value.string).replacing(/\\u([0-9A-F]{4})/) { "\\u{\($0.1)}" }
            return try Regex(pattern).matchingSemantics(.unicodeScalar).firstMatch(in: text) != nil
                ? [] : ["\(path): `\(text)` is not of the form \(pattern)"]
        case "minimum", "maximum":
            guard case .number(_, let number) = instance, let limit = value.number?.double else { return [] }
            return keyword == "minimum"
                ? (number >= limit ? [] : ["\(path): too small"])
                : (number <= limit ? [] : ["\(path): too large"])
        case "items", "minItems", "maxItems":
            guard case .array(let items) = instance else { return [] }
            if keyword == "items" {
                return try items.enumerated().flatMap { try problems($1, value, at: "\(path)/\($0)") }
            }
            let limit = try Int(#require(value.number?.double))
            return (keyword == "minItems" ? items.count >= limit : items.count <= limit) ? [] : ["\(path): \(keyword)"]
        case "properties", "required", "additionalProperties", "propertyNames":
            guard case .object(let entries) = instance else { return [] }
            return try check(keyword, value, of: schema, entries, path)
        case "anyOf":
            return try #require(value.elements).contains(where: fits) ? [] : ["\(path): fits none of several"]
        case "oneOf":
            return try #require(value.elements).count(where: fits) == 1 ? [] : ["\(path): fits not exactly one"]
        case "allOf": return try #require(value.elements).flatMap { try problems(instance, $0, at: path) }
        case "if":
            let branch = try fits(value) ? schema["then"] : schema["else"]
            return try branch.map { try problems(instance, $0, at: path) } ?? []
        case "then", "else": return []
        default:
            Issue.record("unknown keyword \(keyword)")
            return []
        }
    }

    private func check(
        _ keyword: String, _ value: JSONValue, of schema: JSONValue, _ entries: [(key: String, value: SchemaInstance)],
        _ path: String
    ) throws -> [String] {
        switch keyword {
        case "required":
            return try #require(value.elements).compactMap(\.string)
                .filter { key in !entries.contains { $0.key == key } }.map { "\(path): lacks \($0)" }
        case "properties":
            return try entries.flatMap { entry in
                try value[entry.key].map { try problems(entry.value, $0, at: "\(path)/\(entry.key)") } ?? []
            }
        case "additionalProperties":
            return try entries.filter { schema["properties"]?[$0.key] == nil }
                .flatMap { try problems($0.value, value, at: "\(path)/\($0.key)") }
        default:
            return try entries.flatMap { try problems(.string($0.key), value, at: "\(path)/\($0.key)") }
        }
    }

    /// `#/$defs/rule`
    private func definition(_ reference: JSONValue) throws -> JSONValue {
        let path = try #require(reference.string).split(separator: "/").dropFirst()
        return try path.reduce(root) { try #require($0[String($1)]) }
    }
}
