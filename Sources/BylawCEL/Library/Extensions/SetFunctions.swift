/// cel-go's `sets` library: lists taken as sets, in which neither order nor repetition counts.
enum SetFunctions {
    static let all = [contains, equivalent, intersects]

    static let contains = relation("contains", "Whether the first list has every element of the second.") {
        isSuperset($0, of: $1)
    }

    static let equivalent = relation("equivalent", "Whether each list has every element of the other.") {
        isSuperset($0, of: $1) && isSuperset($1, of: $0)
    }

    static let intersects = relation("intersects", "Whether the lists have an element in common.") { first, second in
        let set = ElementSet(first)
        return second.elements.contains { set.contains($0) }
    }

    private static func isSuperset(_ list: ListValue, of other: ListValue) -> Bool {
        let set = ElementSet(list)
        return other.elements.allSatisfy { set.contains($0) }
    }

    private static func relation(
        _ name: String, _ documentation: String, _ holds: @escaping @Sendable (ListValue, ListValue) -> Bool
    ) -> Function {
        Function(
            "sets.\(name)", documentation,
            [
                .binary("list_sets_\(name)_list", .list(.a), .list(.a), .bool) {
                    guard case (.list(let a), .list(let b)) = ($0, $1) else {
                        return .noSuchOverload("sets.\(name)", $0, $1)
                    }
                    return .bool(holds(a, b))
                }
            ])
    }
}
