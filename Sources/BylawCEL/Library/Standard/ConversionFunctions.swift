/// From one type to another. What does not fit is an error of kind `range`, what cannot be read one of kind
/// `invalidArgument`.
enum ConversionFunctions {
    static let all = [type, dyn, bool, bytes, double, duration, int, string, timestamp, uint]

    static let type = Function(
        "type", "The type of a value, to be compared with `int`, `string`, `list` and so on.",
        [.unary("type", .a, .type(.a)) { $0.type.map(Value.type) ?? $0 }])

    static let dyn = Function(
        "dyn", "The same value, whose type the checker then does not ask about.", [.unary("to_dyn", .a, .dyn) { $0 }])

    static let bool = Function(
        "bool", "A bool from `true`, `false`, `t`, `f`, `1` or `0`.",
        [.unary("bool_to_bool", .bool, .bool, Value.toBool), .unary("string_to_bool", .string, .bool, Value.toBool)])

    static let bytes = Function(
        "bytes", "The UTF-8 of a text.",
        [
            .unary("bytes_to_bytes", .bytes, .bytes, Value.toBytes),
            .unary("string_to_bytes", .string, .bytes, Value.toBytes),
        ])

    static let double = Function(
        "double", "The nearest double.",
        [
            .unary("double_to_double", .double, .double, Value.toDouble),
            .unary("int64_to_double", .int, .double, Value.toDouble),
            .unary("uint64_to_double", .uint, .double, Value.toDouble),
            .unary("string_to_double", .string, .double, Value.toDouble),
        ])

    static let duration = Function(
        "duration", "A span of time from numbers with units: `90m`, `1h30m`, `-1.5s`. Units: h, m, s, ms, us, ns.",
        [
            .unary("duration_to_duration", .duration, .duration, Value.toDuration),
            .unary("string_to_duration", .string, .duration, Value.toDuration),
        ])

    static let int = Function(
        "int", "An int: doubles are cut toward zero, an instant gives its seconds since 1970.",
        [
            .unary("int64_to_int64", .int, .int, Value.toInt),
            .unary("uint64_to_int64", .uint, .int, Value.toInt),
            .unary("double_to_int64", .double, .int, Value.toInt),
            .unary("string_to_int64", .string, .int, Value.toInt),
            .unary("timestamp_to_int64", .timestamp, .int, Value.toInt),
        ])

    static let string = Function(
        "string", "The value as text; bytes must be UTF-8.",
        [
            .unary("string_to_string", .string, .string, Value.toText),
            .unary("bool_to_string", .bool, .string, Value.toText),
            .unary("int64_to_string", .int, .string, Value.toText),
            .unary("uint64_to_string", .uint, .string, Value.toText),
            .unary("double_to_string", .double, .string, Value.toText),
            .unary("bytes_to_string", .bytes, .string, Value.toText),
            .unary("timestamp_to_string", .timestamp, .string, Value.toText),
            .unary("duration_to_string", .duration, .string, Value.toText),
        ])

    static let timestamp = Function(
        "timestamp", "An instant from RFC 3339 (`2024-09-01T10:00:00+09:00`) or seconds since 1970.",
        [
            .unary("timestamp_to_timestamp", .timestamp, .timestamp, Value.toTimestamp),
            .unary("string_to_timestamp", .string, .timestamp, Value.toTimestamp),
            .unary("int64_to_timestamp", .int, .timestamp, Value.toTimestamp),
        ])

    static let uint = Function(
        "uint", "A uint: doubles are cut toward zero, negative numbers are an error.",
        [
            .unary("uint64_to_uint64", .uint, .uint, Value.toUInt),
            .unary("int64_to_uint64", .int, .uint, Value.toUInt),
            .unary("double_to_uint64", .double, .uint, Value.toUInt),
            .unary("string_to_uint64", .string, .uint, Value.toUInt),
        ])
}
