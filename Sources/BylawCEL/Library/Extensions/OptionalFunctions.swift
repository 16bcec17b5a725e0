/// cel-go's optional types.
enum OptionalFunctions {
    static let all = [
        of, none, ofNonZeroValue, hasValue, value, or, orValue, select, optionalIndex, index, first, last, unwrap,
        unwrapOpt,
    ]

    static let of = Function(
        "optional.of", "An optional that holds the value.",
        [.unary("optional_of", .a, .optional(.a)) { $0.isError ? $0 : .some($0) }])

    static let none = Function(
        "optional.none", "An optional that holds nothing.",
        [Overload("optional_none", [], .optional(.a), .nullary { .noOptional })])

    static let ofNonZeroValue = Function(
        "optional.ofNonZeroValue", "An optional that holds the value, unless that is null, zero, false or empty.",
        [
            .unary("optional_ofNonZeroValue", .a, .optional(.a)) {
                $0.isError ? $0 : $0.isZero ? .noOptional : .some($0)
            }
        ])

    static let hasValue = Function(
        "hasValue", "Whether the optional holds a value.",
        [
            .member("optional_hasValue", .optional(.a), .bool) {
                if case .optional(let optional) = $0 {
                    .bool(optional.value != nil)
                } else {
                    .noSuchOverload("hasValue", $0)
                }
            }
        ])

    static let value = Function(
        "value", "What the optional holds; an error where it is empty.",
        [
            .member("optional_value", .optional(.a), .a) {
                guard case .optional(let optional) = $0 else { return .noSuchOverload("value", $0) }
                return optional.value ?? .failure(.emptyOptional, "the optional is empty")
            }
        ])

    static let or = Function(
        "or", "The optional, or the other one where it is empty.",
        [
            Overload(
                "optional_or_optional", isMember: true, [.optional(.a), .optional(.a)], .optional(.a),
                .fallback(
                    {
                        guard case .optional(let optional) = $0 else { return .noSuchOverload("or", $0) }
                        return optional.value == nil ? nil : $0
                    },
                    {
                        if case .optional = $0 { $0 } else { .noSuchOverload("or", .noOptional, $0) }
                    }))
        ])

    static let orValue = Function(
        "orValue", "What the optional holds, or the value given where it is empty.",
        [
            Overload(
                "optional_orValue_value", isMember: true, [.optional(.a), .a], .a,
                .fallback(
                    {
                        guard case .optional(let optional) = $0 else { return .noSuchOverload("orValue", $0) }
                        return optional.value
                    }, { $0 }))
        ])

    static let select = Function(
        "_?._", "The field as an optional, empty where it is absent: `x.?y`.",
        [
            .binary("select_optional_field", .dyn, .string, .optional(.dyn), Value.optionalField)
        ])

    static let optionalIndex = Function(
        "_[?_]", "The element or entry as an optional, empty where there is none: `x[?y]`.",
        [
            .binary("list_optindex_optional_int", .list(.a), .int, .optional(.a), Value.optionalElement),
            .binary(
                "optional_list_optindex_optional_int", .optional(.list(.a)), .int, .optional(.a), Value.optionalElement),
            .binary("map_optindex_optional_value", .map(.k, .v), .k, .optional(.v), Value.optionalElement),
            .binary(
                "optional_map_optindex_optional_value", .optional(.map(.k, .v)), .k, .optional(.v),
                Value.optionalElement),
        ])

    static let index = Function(
        "_[_]", CollectionFunctions.index.documentation,
        [
            .binary("optional_list_index_int", .optional(.list(.a)), .int, .optional(.a), Value.element),
            .binary("optional_map_index_value", .optional(.map(.k, .v)), .k, .optional(.v), Value.element),
        ])

    static let first = ListFunctions.first

    static let last = ListFunctions.last

    static let unwrap = Function(
        "optional.unwrap", "What the optionals of a list hold, without the empty ones.",
        [.unary("optional_unwrap", .list(.optional(.a)), .list(.a)) { held("optional.unwrap", $0) }])

    static let unwrapOpt = Function(
        "unwrapOpt", "What the optionals of a list hold, without the empty ones.",
        [.member("optional_unwrapOpt", .list(.optional(.a)), .list(.a)) { held("unwrapOpt", $0) }])

    private static func held(_ name: String, _ value: Value) -> Value {
        guard case .list(let list) = value else { return .noSuchOverload(name, value) }
        var result: [Value] = []
        for element in list.elements {
            guard case .optional(let optional) = element else { return .noSuchOverload(name, element) }
            if let value = optional.value { result.append(value) }
        }
        return .list(result)
    }
}

extension Value {
    /// `a.?b`, with the field's name as a text: of a record, a map, or an optional of one of them.
    package static func optionalField(_ a: Value, _ name: Value) -> Value {
        guard case .string(let field) = name else { return .noSuchOverload("?.", a, name) }
        switch a {
        case .map(let map): return .optional(of: map[field])
        case .record(let record): return .optional(of: record[String(field)])
        case .optional(let optional): return optional.value.map { optionalField($0, name) } ?? a
        default: return .noSuchOverload("?.", a, name)
        }
    }

    /// Whether this is what `optional.ofNonZeroValue` takes for nothing: null, zero, false, empty, 1970, no time. An
    /// optional is always something, even an empty one.
    package var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let bool): !bool
        case .int(let int): int == 0
        case .uint(let uint): uint == 0
        case .double(let double): double == 0
        case .string(let text): text.utf8Count == 0
        case .bytes(let bytes): bytes.count == 0
        case .list(let list): list.count == 0
        case .map(let map): map.count == 0
        case .timestamp(let timestamp): timestamp.seconds == 0 && timestamp.nanoseconds == 0
        case .duration(let duration): duration.seconds == 0 && duration.nanoseconds == 0
        case .type, .optional, .record, .opaque, .error: false
        }
    }
}
