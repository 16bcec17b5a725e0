/// cel-go's `lists` library.
enum ListFunctions {
    static let all = [slice, flatten, distinct, reverse, sort, first, last, range]

    static let slice = Function(
        "slice", "The elements from one index to before another.",
        [.member("list_slice", .list(.a), .int, .int, .list(.a), ListEdits.slice)])

    static let flatten = Function(
        "flatten", "The list with the elements of its lists in their place, one level deep or so many.",
        [
            .member("list_flatten", .list(.list(.a)), .list(.a)) { ListEdits.flatten($0, .int(1)) },
            .member("list_flatten_int", .list(.dyn), .int, .list(.dyn), ListEdits.flatten),
        ])

    static let distinct = Function(
        "distinct", "The elements without those that equal an earlier one.",
        [.member("list_distinct", .list(.a), .list(.a), ListEdits.distinct)])

    static let reverse = Function(
        "reverse", "The elements from the last to the first.",
        [
            .member("list_reverse", .list(.a), .list(.a)) {
                guard case .list(let list) = $0 else { return .noSuchOverload("reverse", $0) }
                return .list(list.elements.reversed())
            }
        ])

    static let sort = Function(
        "sort", "The elements in order; they must be of one type that has an order.",
        [
            ("int", CELType.int), ("uint", .uint), ("double", .double), ("bool", .bool), ("duration", .duration),
            ("timestamp", .timestamp), ("string", .string), ("bytes", .bytes),
        ].map { .member("list_\($0.0)_sort", .list($0.1), .list($0.1), ListEdits.sort) })

    static let first = Function(
        "first", "The first element, as an optional.",
        [.member("list_first", .list(.a), .optional(.a)) { ListEdits.end("first", $0, \.first) }])

    static let last = Function(
        "last", "The last element, as an optional.",
        [.member("list_last", .list(.a), .optional(.a)) { ListEdits.end("last", $0, \.last) }])

    static let range = Function(
        "lists.range", "The numbers from 0 to before the one given.",
        [.unary("lists_range", .int, .list(.int), ListEdits.range)])
}
