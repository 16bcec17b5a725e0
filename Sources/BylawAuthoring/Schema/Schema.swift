import BylawJSON

/// A JSON Schema that is being put together.
struct Schema: ExpressibleByDictionaryLiteral {
    private(set) var members: [JSONMember]

    init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { JSONMember(key: $0, value: $1) }
    }

    var value: JSONValue { JSONValue(.object(members)) }

    /// This with further members behind.
    func with(_ others: Schema) -> Schema {
        var schema = self
        schema.members += others.members
        return schema
    }

    /// What fits one of several.
    static func anyOf(_ schemas: [Schema]) -> Schema {
        schemas.count == 1 ? schemas[0] : ["anyOf": .array(schemas.map(\.value))]
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .string(text) }

    static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }
    static func bool(_ flag: Bool) -> JSONValue { JSONValue(.bool(flag)) }
    static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    static func integer(_ number: Int) -> JSONValue { JSONValue(.number(JSONNumber(Int64(number)))) }
}
