/// What `type(x)` gives: a type by its name, without parameters. Two are the same if their names are.
package struct TypeValue: Sendable {
    private final class Box: Sendable {
        let name: StringValue
        init(_ name: String) { self.name = StringValue(name) }
    }

    private let box: Box

    /// The type of that name: `int`, `list`, `google.protobuf.Timestamp`, `Post`.
    package init(_ name: String) { box = Box(name) }

    /// The type's name.
    package var name: String { String(box.name) }

    package static let null = TypeValue("null_type")
    package static let bool = TypeValue("bool")
    package static let int = TypeValue("int")
    package static let uint = TypeValue("uint")
    package static let double = TypeValue("double")
    package static let string = TypeValue("string")
    package static let bytes = TypeValue("bytes")
    package static let list = TypeValue("list")
    package static let map = TypeValue("map")
    package static let type = TypeValue("type")
    package static let timestamp = TypeValue("google.protobuf.Timestamp")
    package static let duration = TypeValue("google.protobuf.Duration")
    package static let optional = TypeValue("optional_type")

    /// The types that an expression can name: `int`, `list` and so on. `dyn` is none: no value has it.
    package static let standard: [TypeValue] = [
        .null, .bool, .int, .uint, .double, .string, .bytes, .list, .map, .type, .timestamp, .duration, .optional,
    ]
}

extension TypeValue: Hashable {
    package static func == (a: TypeValue, b: TypeValue) -> Bool { a.box === b.box || a.box.name == b.box.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(box.name) }
}
