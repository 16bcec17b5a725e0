import Bylaw
import BylawJSON

/// Turns shapes into schemas. Each shape becomes a definition that is referred to wherever it is used.
struct SchemaBuilder {
    private var definitions: [(name: String, schema: Schema)] = []
    /// The bytes of each definition, to tell two shapes of one name apart.
    private var written: [String: String] = [:]

    /// The whole: the schema of a file with every definition that it refers to.
    func document(_ root: Schema) -> JSONValue {
        let head: Schema = ["$schema": "https://json-schema.org/draft/2020-12/schema"]
        let used = definitions.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let definitions = JSONValue(
            .object(used.map { JSONMember(key: $0.name, value: $0.schema.value) }))
        return head.with(root).with(used.isEmpty ? [:] : ["$defs": definitions]).value
    }

    /// A mapping with the keys of a shape and no others.
    mutating func object(_ shape: Shape) -> Schema {
        var schema: Schema = [
            "title": .string(shape.name), "type": "object", "properties": properties(shape.keys),
            "additionalProperties": .bool(false),
        ]
        let required = shape.keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema = schema.with(["required": .strings(required)]) }
        let choices = shape.choices.map { choice -> Schema in
            let one = choice.keys.map { JSONValue(.object([JSONMember(key: "required", value: .strings([$0]))])) }
            return choice.isExclusive ? ["oneOf": .array(one)] : ["anyOf": .array(one)]
        }
        return choices.isEmpty ? schema : schema.with(["allOf": .array(choices.map(\.value))])
    }

    /// What stands behind each key, with what it says.
    private mutating func properties(_ keys: [Shape.Key]) -> JSONValue {
        var properties: [JSONMember] = []
        for key in keys {
            let head: Schema = ["title": .string(key.name), "description": .string(key.documentation)]
            properties.append(JSONMember(key: key.name, value: head.with(value(key.value)).value))
        }
        return JSONValue(.object(properties))
    }

    /// A reference to a shape's definition, which is made where it is not there yet.
    mutating func reference(to shape: Shape) -> Schema {
        let schema = object(shape)
        return reference(to: schema, named: Self.slug(shape.name))
    }

    private mutating func reference(to schema: Schema, named slug: String) -> Schema {
        var writer = JSONWriter()
        writer.value(schema.value)
        var name = slug
        var number = 1
        while let known = written[name], known != writer.text {
            number += 1
            name = "\(slug)-\(number)"
        }
        if written[name] == nil {
            written[name] = writer.text
            definitions.append((name, schema))
        }
        return Self.reference(named: name)
    }

    private static func reference(named name: String) -> Schema { ["$ref": .string("#/$defs/\(name)")] }

    /// `a review tier` as `review-tier`.
    private static func slug(_ name: String) -> String {
        name.split(separator: " ").drop { ["a", "an", "the"].contains($0) }.joined(separator: "-")
            .filter { $0.isASCII && ($0.isLetter || $0 == "-") }
    }

    private mutating func value(_ shape: ValueShape) -> Schema {
        switch shape {
        case .text, .expression: return Self.text
        case .name: return name()
        case .version: return form("version", SchemaPatterns.version)
        case .boolean: return ["type": "boolean"]
        case .integer(let range):
            return [
                "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ]
        case .timestamp: return form("timestamp", SchemaPatterns.timestamp)
        case .duration: return form("duration", SchemaPatterns.duration)
        case .percentage: return form("percentage", SchemaPatterns.percentage)
        case .condition: return condition()
        case .checklistItem: return checklistItem()
        case .message: return message()
        case .type: return type()
        case .words(let words): return ["enum": .strings(words)]
        case .list(let item): return ["type": "array", "items": value(item).value]
        case .oneOrMore(let item):
            let one = value(item)
            return .anyOf([one, ["type": "array", "items": one.value]])
        case .named(let item, let known): return named(item, known)
        case .keyed(let item): return ["type": "object", "additionalProperties": value(item).value]
        case .attributes: return ["type": "object"]
        case .nullable(let item): return .anyOf([value(item), ["type": "null"]])
        case .mapping(let shape): return reference(to: shape)
        case .either(let shapes): return .anyOf(shapes.map { value($0) })
        }
    }

    private mutating func named(_ item: ValueShape, _ known: [Shape.Key]) -> Schema {
        var schema: Schema = ["type": "object"]
        if !known.isEmpty { schema = schema.with(["properties": properties(known)]) }
        let names = name()
        return schema.with(["propertyNames": names.value, "additionalProperties": value(item).value])
    }

    /// Any scalar but null stands for text: an author who writes `2024` means the text.
    private static let text: Schema = ["type": .strings(["string", "number", "boolean"])]

    private mutating func name() -> Schema {
        reference(to: Self.text.with(["pattern": .string(SchemaPatterns.name)]), named: "name")
    }

    /// A text of a certain form.
    private mutating func form(_ name: String, _ pattern: String) -> Schema {
        reference(to: ["type": "string", "pattern": .string(pattern)], named: name)
    }

    // MARK: What holds itself

    /// A definition that refers to itself, so its reference is made before it.
    private mutating func recursive(_ name: String, _ body: (inout Self, _ itself: Schema) -> Schema) -> Schema {
        let reference = Self.reference(named: name)
        guard written[name] == nil else { return reference }
        written[name] = ""
        let schema = body(&self, reference)
        definitions.append((name, schema))
        return reference
    }

    private mutating func condition() -> Schema {
        recursive("condition-value") { builder, itself in
            let list: Schema = ["type": "array", "minItems": .integer(1), "items": itself.value]
            return .anyOf([Self.text, list, builder.reference(to: Shapes.junction)])
        }
    }

    /// An item of a checklist: a condition, or a mapping with one and more to say.
    private mutating func checklistItem() -> Schema {
        recursive("checklist-item-value") { builder, _ in
            let list: Schema = ["type": "array", "minItems": .integer(1), "items": builder.condition().value]
            return .anyOf([Self.text, list, builder.reference(to: Shapes.checklistItem)])
        }
    }

    /// A text, a list with one type, or a mapping: of fields, or `{string: T}`.
    private mutating func type() -> Schema {
        recursive("type-value") { builder, itself in
            let list: Schema = [
                "type": "array", "minItems": .integer(1), "maxItems": .integer(1), "items": itself.value,
            ]
            let record: Schema = [
                "type": "object", "propertyNames": builder.name().value, "additionalProperties": itself.value,
            ]
            return .anyOf([Self.text, list, record])
        }
    }

    /// A text, or one for each language.
    private mutating func message() -> Schema {
        let texts = named(.text, [])
        return reference(to: .anyOf([Self.text, texts]), named: "message-value")
    }
}
