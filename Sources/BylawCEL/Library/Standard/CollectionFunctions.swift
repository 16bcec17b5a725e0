/// Lists and maps: membership, elements, size.
enum CollectionFunctions {
    static let all = [contains, index, size]

    static let contains = Function(
        "@in", "Whether a list has an equal element, or a map an equal key: `x in xs`.",
        [
            .binary("in_list", .a, .list(.a), .bool, Value.isIn),
            .binary("in_map", .k, .map(.k, .v), .bool, Value.isIn),
        ])

    static let index = Function(
        "_[_]", "The element of a list at an index from 0, or the value that a map has for a key.",
        [
            .binary("index_list", .list(.a), .int, .a, Value.element),
            .binary("index_map", .map(.k, .v), .k, .v, Value.element),
        ])

    static let size = Function(
        "size", "How many Unicode characters, bytes, elements or entries there are.",
        [("string", CELType.string), ("bytes", .bytes), ("list", .list(.a)), ("map", .map(.k, .v))].flatMap {
            [
                Overload.unary("size_\($0.0)", $0.1, .int, Value.sizeOf),
                Overload.member("\($0.0)_size", $0.1, .int, Value.sizeOf),
            ]
        })
}

extension Value {
    /// `a in b`.
    package static func isIn(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.error, _): a
        case (_, .list(let list)): .bool(list.contains(a))
        case (_, .map(let map)) where a.canBeLookedFor: .bool(map[a] != nil)
        default: .noSuchOverload("in", a, b)
        }
    }

    /// `a[b]`, for lists and maps, and through an optional of one of them.
    package static func element(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (_, .error): return a.isError ? a : b
        case (.list(let list), _):
            guard let index = b.index else { return .noSuchOverload("[]", a, b) }
            guard let index = Int(exactly: index), list.elements.indices.contains(index) else {
                return .failure(.noSuchKey, "index out of bounds")
            }
            return list.elements[index]
        case (.map(let map), _):
            if let value = map[b] { return value }
            guard b.canBeLookedFor else { return .failure(.invalidKey, "a map has no keys of type `\(b.typeName)`") }
            return .failure(.noSuchKey, "no such key")
        case (.optional(let optional), _):
            guard let value = optional.value else { return a }
            return optionalElement(value, b)
        default:
            return .noSuchOverload("[]", a, b)
        }
    }

    /// `a[?b]`: an optional that is empty where there is no such element, or where `a` is an empty optional.
    package static func optionalElement(_ a: Value, _ b: Value) -> Value {
        if case .optional(let optional) = a {
            guard let value = optional.value else { return b.isError ? b : a }
            return optionalElement(value, b)
        }
        let element = element(a, b)
        guard case .error(let error) = element else { return .some(element) }
        return !b.isError && [.noSuchKey, .invalidKey].contains(error.kind) ? .noOptional : element
    }

    /// `size(a)`.
    package static func sizeOf(_ a: Value) -> Value {
        switch a {
        case .string(let text): .int(Int64(text.scalarCount))
        case .bytes(let bytes): .int(Int64(bytes.count))
        case .list(let list): .int(Int64(list.count))
        case .map(let map): .int(Int64(map.count))
        default: .noSuchOverload("size", a)
        }
    }

    /// The number as an index: an int, a uint, or a double that is whole. Out of `Int64`'s range it is -1.
    private var index: Int64? {
        switch self {
        case .int(let int): int
        case .uint(let uint): Int64(exactly: uint) ?? -1
        case .double(let double) where double == double.rounded(): Int64(exactly: double) ?? -1
        default: nil
        }
    }

    /// Whether a map may be asked for this key.
    private var canBeLookedFor: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string: true
        default: false
        }
    }
}
