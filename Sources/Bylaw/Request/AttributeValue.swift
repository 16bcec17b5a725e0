import BylawSource

/// A value in a request: what JSON can say. It has no type until a policy's schema gives it one.
public enum AttributeValue: Sendable, Hashable {
    /// The same as absent.
    case null
    /// A truth value.
    case bool(Bool)
    /// A number that is integral and fits, however it was written (`2`, `2.0`, `2e0`).
    case int(Int64)
    /// Any other finite number.
    case double(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case list([AttributeValue])
    /// Named values in the order given; names are unique by their UTF-8 bytes.
    case object([Attribute])

    /// The value of an object's attribute, compared by bytes; nil where there is none or this is no object.
    public subscript(name: String) -> AttributeValue? {
        guard case .object(let attributes) = self else { return nil }
        return attributes.value(name)
    }
}

extension [Attribute] {
    /// The value of the first attribute of a name, compared by bytes.
    func value(_ name: String) -> AttributeValue? {
        withUnsafeBufferPointer { attributes in
            for index in attributes.indices where attributes[index].name.isSameUTF8(as: name) {
                return attributes[index].value
            }
            return nil
        }
    }
}

/// A named value.
public struct Attribute: Sendable, Hashable {
    /// The name, as a policy's `types:` declare it.
    public let name: String
    /// Its value.
    public let value: AttributeValue

    /// A named value.
    public init(_ name: String, _ value: AttributeValue) {
        self.name = name
        self.value = value
    }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integral number.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// Values in order.
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }
    /// Named values; of a repeated name the last counts.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        var attributes: [Attribute] = []
        for (name, value) in elements {
            attributes.removeAll { $0.name.isSameUTF8(as: name) }
            attributes.append(Attribute(name, value))
        }
        self = .object(attributes)
    }
    /// Absent.
    public init(nilLiteral: ()) { self = .null }
}

extension AttributeValue {
    /// Whether it is the same as absent.
    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The kind in a policy author's words, for messages that must not show the value.
    package var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .double: "double"
        case .string: "string"
        case .list: "list"
        case .object: "map"
        }
    }
}
