/// cel-go's `strings` library. Positions count Unicode scalars, from 0.
enum StringFunctions {
    static let all = [
        charAt, indexOf, lastIndexOf, join, lowerAscii, upperAscii, quote, replace, reverse, split, substring, trim,
    ]

    static let charAt = Function(
        "charAt", "The character at a position; an empty text at the very end.",
        [.member("string_char_at_int", .string, .int, .string, StringEdits.charAt)])

    static let indexOf = Function(
        "indexOf", "Where the other text first stands, at or after a position if one is given; -1 where nowhere.",
        [
            .member("string_index_of_string", .string, .string, .int) { StringEdits.indexOf($0, $1, .int(0)) },
            .member("string_index_of_string_int", .string, .string, .int, .int, StringEdits.indexOf),
        ])

    static let lastIndexOf = Function(
        "lastIndexOf",
        "Where the other text last stands, at or before a position if one is given; -1 where nowhere.",
        [
            .member("string_last_index_of_string", .string, .string, .int) { StringEdits.lastIndexOf($0, $1, nil) },
            .member("string_last_index_of_string_int", .string, .string, .int, .int) {
                StringEdits.lastIndexOf($0, $1, $2)
            },
        ])

    static let join = Function(
        "join", "The texts of a list one after the other, with a separator between them if one is given.",
        [
            .member("list_join", .list(.string), .string) { StringEdits.join($0, .string("")) },
            .member("list_join_string", .list(.string), .string, .string, StringEdits.join),
        ])

    static let lowerAscii = Function(
        "lowerAscii", "The text with A to Z in lower case, and nothing else changed.",
        [
            .member("string_lower_ascii", .string, .string) {
                StringEdits.mapBytes("lowerAscii", $0) { $0 &- 65 < 26 ? $0 + 32 : $0 }
            }
        ])

    static let upperAscii = Function(
        "upperAscii", "The text with a to z in upper case, and nothing else changed.",
        [
            .member("string_upper_ascii", .string, .string) {
                StringEdits.mapBytes("upperAscii", $0) { $0 &- 97 < 26 ? $0 - 32 : $0 }
            }
        ])

    static let quote = Function(
        "strings.quote", "The text between quotes, with what would end it or break the line escaped.",
        [.unary("strings_quote", .string, .string, StringEdits.quote)])

    static let replace = Function(
        "replace", "The text with every part, or the first so many, that equals the first text replaced by the second.",
        [
            .member("string_replace_string_string", .string, .string, .string, .string) {
                StringEdits.replace($0, $1, $2, .int(-1))
            },
            Overload(
                "string_replace_string_string_int", isMember: true, [.string, .string, .string, .int], .string,
                .variadic {
                    guard $0.count == 4 else { return .noSuchOverload("replace") }
                    return StringEdits.replace($0[0], $0[1], $0[2], $0[3])
                }),
        ])

    static let reverse = Function(
        "reverse", "The characters from the last to the first.",
        [.member("string_reverse", .string, .string, StringEdits.reverse)])

    static let split = Function(
        "split", "The parts between a separator, at most so many if a number is given.",
        [
            .member("string_split_string", .string, .string, .list(.string)) { StringEdits.split($0, $1, .int(-1)) },
            .member("string_split_string_int", .string, .string, .int, .list(.string), StringEdits.split),
        ])

    static let substring = Function(
        "substring", "The text from one position to before another, or to its end.",
        [
            .member("string_substring_int", .string, .int, .string) { StringEdits.substring($0, $1, nil) },
            .member("string_substring_int_int", .string, .int, .int, .string) { StringEdits.substring($0, $1, $2) },
        ])

    static let trim = Function(
        "trim", "The text without white space at either end.",
        [.member("string_trim", .string, .string, StringEdits.trim)])
}
