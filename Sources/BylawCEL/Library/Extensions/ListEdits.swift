/// How the functions of the `lists` library are computed.
package enum ListEdits {
    static func slice(_ value: Value, _ start: Value, _ end: Value) -> Value {
        guard case (.list(let list), .int(let start), .int(let end)) = (value, start, end) else {
            return .noSuchOverload("slice", value, start, end)
        }
        guard start >= 0, start <= end, end <= list.count else {
            return .failure(.range, "the slice is outside the list")
        }
        return .list(Array(list.elements[Int(start)..<Int(end)]))
    }

    static func flatten(_ value: Value, _ depth: Value) -> Value {
        guard case (.list(let list), .int(let depth)) = (value, depth) else {
            return .noSuchOverload("flatten", value, depth)
        }
        guard depth >= 0 else { return .failure(.invalidArgument, "the depth is negative") }
        var result: [Value] = []
        guard flatten(list.elements, depth, into: &result) else { return .error(ValueLimits.tooManyElements) }
        return .list(result)
    }

    /// False where there are too many elements.
    private static func flatten(_ elements: [Value], _ depth: Int64, into result: inout [Value]) -> Bool {
        for element in elements {
            if depth > 0, case .list(let inner) = element {
                guard flatten(inner.elements, depth - 1, into: &result) else { return false }
            } else {
                guard result.count < ValueLimits.elementCount else { return false }
                result.append(element)
            }
        }
        return true
    }

    static func distinct(_ value: Value) -> Value {
        guard case .list(let list) = value else { return .noSuchOverload("distinct", value) }
        var seen = ElementSet()
        return .list(list.elements.filter { seen.insert($0) })
    }

    static func end(_ name: String, _ value: Value, _ end: ([Value]) -> Value?) -> Value {
        guard case .list(let list) = value else { return .noSuchOverload(name, value) }
        return .optional(of: end(list.elements))
    }

    static func range(_ value: Value) -> Value {
        guard case .int(let count) = value else { return .noSuchOverload("lists.range", value) }
        guard count <= ValueLimits.elementCount else { return .error(ValueLimits.tooManyElements) }
        return .list((0..<max(0, count)).map(Value.int))
    }

    static func sort(_ value: Value) -> Value {
        guard case .list(let list) = value else { return .noSuchOverload("sort", value) }
        return sorted(list.elements, by: list.elements)
    }

    /// The elements in the order of their keys, equal ones as they stood: what `sort` and `sortBy` give. There are as
    /// many keys as elements; they must be of one type that has an order. NaN comes before every number.
    package static func sorted(_ elements: [Value], by keys: [Value]) -> Value {
        guard let type = keys.first?.type else { return keys.first ?? .list(elements) }
        for key in keys {
            if key.isError { return key }
            guard key.type == type, key.ordering(to: key) != nil else { return .noSuchOverload("sort", keys[0], key) }
        }
        let order = keys.indices.sorted { a, b in
            switch keys[a].ordering(to: keys[b]) {
            case .less: true
            case .greater: false
            case .unordered: keys[a].isNaN && !keys[b].isNaN || keys[a].isNaN && keys[b].isNaN && a < b
            default: a < b
            }
        }
        return .list(order.map { elements[$0] })
    }
}

extension Value {
    fileprivate var isNaN: Bool {
        if case .double(let double) = self { double.isNaN } else { false }
    }
}
