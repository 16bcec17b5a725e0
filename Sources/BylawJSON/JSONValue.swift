package import BylawSource

/// A value in a JSON text, with the bytes that it was read from.
package struct JSONValue: Sendable {
    /// What the value is.
    package let content: JSONContent

    /// Where it stands in the text: from its first byte to behind its last, quotes and brackets included.
    package let range: SourceRange

    /// A value that stands somewhere; one that was never written has an empty range at 0.
    package init(_ content: JSONContent, range: SourceRange = SourceRange(0, 0)) {
        self.content = content
        self.range = range
    }
}

/// What a JSON value is.
package enum JSONContent: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, kept as it was written: what type it has is for a schema to say.
    case number(JSONNumber)
    /// A string with its escapes resolved.
    case string(String)
    /// The elements in their order.
    case array([JSONValue])
    /// The members in the order they were written; no two of them have the same bytes for a key.
    case object([JSONMember])
}

/// A key and its value.
package struct JSONMember: Sendable {
    /// The key with its escapes resolved. Compare its UTF-8, as the subscript does: `==` on strings takes composed and
    /// decomposed characters for the same.
    package let key: String
    /// Where the key stands, quotes included.
    package let keyRange: SourceRange
    /// What it is bound to.
    package let value: JSONValue

    /// A member that stands somewhere.
    package init(key: String, keyRange: SourceRange = SourceRange(0, 0), value: JSONValue) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}

extension JSONValue {
    /// The value under a key, if this is an object that has it. Keys are compared by their bytes.
    /// O(number of members): to read most of an object, go through its members once instead.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// The element at an index, if this is an array that has it.
    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = content, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The string, if this is one.
    package var string: String? {
        guard case .string(let text) = content else { return nil }
        return text
    }

    /// The number, if this is one.
    package var number: JSONNumber? {
        guard case .number(let number) = content else { return nil }
        return number
    }

    /// The truth value, if this is one.
    package var bool: Bool? {
        guard case .bool(let flag) = content else { return nil }
        return flag
    }

    /// The elements, if this is an array.
    package var elements: [JSONValue]? {
        guard case .array(let elements) = content else { return nil }
        return elements
    }

    /// The members, if this is an object.
    package var members: [JSONMember]? {
        guard case .object(let members) = content else { return nil }
        return members
    }

    /// Whether this is `null`.
    package var isNull: Bool {
        guard case .null = content else { return false }
        return true
    }
}
