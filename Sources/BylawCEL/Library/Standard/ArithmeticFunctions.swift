/// `+ - * / %` and the sign. Integers that do not fit are an error, never wrapped around.
enum ArithmeticFunctions {
    static let all = [add, subtract, multiply, divide, remainder, negate]

    static let add = Function(
        "_+_",
        "The sum of two numbers or spans of time, an instant moved by a span, or texts, bytes or lists joined.",
        [
            .binary("add_int64", .int, .int, .int, Value.sum),
            .binary("add_uint64", .uint, .uint, .uint, Value.sum),
            .binary("add_double", .double, .double, .double, Value.sum),
            .binary("add_string", .string, .string, .string, Value.sum),
            .binary("add_bytes", .bytes, .bytes, .bytes, Value.sum),
            .binary("add_list", .list(.a), .list(.a), .list(.a), Value.sum),
            .binary("add_timestamp_duration", .timestamp, .duration, .timestamp, Value.sum),
            .binary("add_duration_timestamp", .duration, .timestamp, .timestamp, Value.sum),
            .binary("add_duration_duration", .duration, .duration, .duration, Value.sum),
        ])

    static let subtract = Function(
        "_-_", "The difference of two numbers or spans of time, the span between two instants, or an earlier instant.",
        [
            .binary("subtract_int64", .int, .int, .int, Value.difference),
            .binary("subtract_uint64", .uint, .uint, .uint, Value.difference),
            .binary("subtract_double", .double, .double, .double, Value.difference),
            .binary("subtract_timestamp_timestamp", .timestamp, .timestamp, .duration, Value.difference),
            .binary("subtract_timestamp_duration", .timestamp, .duration, .timestamp, Value.difference),
            .binary("subtract_duration_duration", .duration, .duration, .duration, Value.difference),
        ])

    static let multiply = Function(
        "_*_", "The product of two numbers of one type.",
        [
            .binary("multiply_int64", .int, .int, .int, Value.product),
            .binary("multiply_uint64", .uint, .uint, .uint, Value.product),
            .binary("multiply_double", .double, .double, .double, Value.product),
        ])

    static let divide = Function(
        "_/_", "The quotient of two numbers of one type; of integers, rounded toward zero.",
        [
            .binary("divide_int64", .int, .int, .int, Value.quotient),
            .binary("divide_uint64", .uint, .uint, .uint, Value.quotient),
            .binary("divide_double", .double, .double, .double, Value.quotient),
        ])

    static let remainder = Function(
        "_%_", "What remains of a division of integers; it has the sign of the first.",
        [
            .binary("modulo_int64", .int, .int, .int, Value.remainder),
            .binary("modulo_uint64", .uint, .uint, .uint, Value.remainder),
        ])

    static let negate = Function(
        "-_", "The number with the other sign.",
        [
            .unary("negate_int64", .int, .int, Value.negation),
            .unary("negate_double", .double, .double, Value.negation),
        ])
}
