internal import BylawSource

/// Goes over the elements of a list or the entries of a map. The subclasses say what becomes of them.
class ComprehensionNode: PlanNode, @unchecked Sendable {
    let local: Int
    let variableCount: Int
    let condition: PlanNode?
    let body: PlanNode
    let name: String
    let range: SourceRange
    private let collection: PlanNode

    init(_ comprehension: CheckedComprehension, _ nodes: Nodes, _ range: SourceRange) {
        local = comprehension.local
        variableCount = comprehension.variableCount
        name = comprehension.kind.rawValue
        collection = nodes.range
        condition = nodes.condition
        body = nodes.body
        self.range = range
    }

    /// The planned parts of a comprehension.
    struct Nodes {
        let range: PlanNode
        let condition: PlanNode?
        let body: PlanNode
    }

    final override func evaluate(_ frame: Frame) -> Value {
        switch collection.evaluate(frame) {
        case .list(let list): return evaluate(.list(list), count: list.count, frame)
        case .map(let map): return evaluate(.map(map.keys, map.values), count: map.count, frame)
        case .error(let error): return .error(error)
        case let other: return .noSuchOverload(name, other).located(at: range)
        }
    }

    /// What is gone over.
    enum Elements {
        case list(ListValue)
        case map([Value], [Value])

        /// What one variable stands for.
        @inline(__always)
        func single(_ index: Int) -> Value {
            switch self {
            case .list(let list): list.elements[index]
            case .map(let keys, _): keys[index]
            }
        }

        func key(_ index: Int) -> Value {
            switch self {
            case .list: .int(Int64(index))
            case .map(let keys, _): keys[index]
            }
        }

        func value(_ index: Int) -> Value {
            switch self {
            case .list(let list): list.elements[index]
            case .map(_, let values): values[index]
            }
        }
    }

    /// Goes over the elements; overridden.
    func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value { .null }

    /// Gives the variables the values of one element, and counts the step. False where the evaluation must end.
    @inline(__always)
    func bind(_ elements: Elements, _ index: Int, cost: Int, _ frame: Frame) -> Bool {
        if variableCount == 1 {
            frame.setLocal(local, elements.single(index))
        } else {
            frame.setLocal(local, elements.key(index))
            frame.setLocal(local + 1, elements.value(index))
        }
        return frame.charge(cost)
    }

    /// Whether an element takes part; an error where that is not known.
    @inline(__always)
    func test(_ predicate: PlanNode, _ frame: Frame) -> Result<Bool, EvaluationError> {
        let value = predicate.evaluate(frame)
        if case .bool(let bool) = value { return .success(bool) }
        return .failure(failure(value))
    }

    @inline(never)
    private func failure(_ value: Value) -> EvaluationError {
        value.failure ?? EvaluationError.noSuchOverload(name, value).located(at: range)
    }
}

/// `all` and `exists`: one element decides, whatever the others are; an error counts only where none does.
final class QuantifierNode: ComprehensionNode, @unchecked Sendable {
    /// The result of the body that decides: false for `all`, true for `exists`.
    private let deciding: Bool

    init(deciding: Bool, _ comprehension: CheckedComprehension, _ nodes: Nodes, _ range: SourceRange) {
        self.deciding = deciding
        super.init(comprehension, nodes, range)
    }

    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        var failure: EvaluationError?
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.predicateStep, frame) else { return Frame.exhausted }
            switch test(body, frame) {
            case .success(let value): if value == deciding { return .bool(deciding) }
            case .failure(let error): failure = failure ?? error
            }
        }
        return failure.map(Value.error) ?? .bool(!deciding)
    }
}

/// `exists_one`: every element is looked at, and an error is the result.
final class ExistsOneNode: ComprehensionNode, @unchecked Sendable {
    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        var found = 0
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.predicateStep, frame) else { return Frame.exhausted }
            switch test(body, frame) {
            case .success(let value): found += value ? 1 : 0
            case .failure(let error): return .error(error)
            }
        }
        return .bool(found == 1)
    }
}

/// `filter`: the elements, or a map's keys, for which the body is true.
final class FilterNode: ComprehensionNode, @unchecked Sendable {
    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        var result: [Value] = []
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.elementStep, frame) else { return Frame.exhausted }
            switch test(body, frame) {
            case .success(let value): if value { result.append(elements.single(index)) }
            case .failure(let error): return .error(error)
            }
        }
        return Value.list(result).located(at: range)
    }
}

/// `map` and `transformList`: a list of what the body makes of the elements that fulfil the condition.
final class TransformListNode: ComprehensionNode, @unchecked Sendable {
    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        var result: [Value] = []
        result.reserveCapacity(condition == nil ? count : 0)
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.elementStep, frame) else { return Frame.exhausted }
            if let condition {
                switch test(condition, frame) {
                case .success(let value): if !value { continue }
                case .failure(let error): return .error(error)
                }
            }
            let value = body.evaluate(frame)
            if value.isError { return value }
            result.append(value)
        }
        return Value.list(result).located(at: range)
    }
}

/// `transformMap`, which keeps the keys, and `transformMapEntry`, whose body gives maps that are put together.
final class TransformMapNode: ComprehensionNode, @unchecked Sendable {
    private let givesEntries: Bool

    init(givesEntries: Bool, _ comprehension: CheckedComprehension, _ nodes: Nodes, _ range: SourceRange) {
        self.givesEntries = givesEntries
        super.init(comprehension, nodes, range)
    }

    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        var keys: [Value] = []
        var values: [Value] = []
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.entryStep, frame) else { return Frame.exhausted }
            if let condition {
                switch test(condition, frame) {
                case .success(let value): if !value { continue }
                case .failure(let error): return .error(error)
                }
            }
            let value = body.evaluate(frame)
            switch value {
            case .error: return value
            case .map(let map) where givesEntries:
                guard frame.charge(map.count) else { return Frame.exhausted }
                keys += map.keys
                values += map.values
            case _ where givesEntries: return Value.noSuchOverload(name, value).located(at: range)
            default:
                keys.append(elements.key(index))
                values.append(value)
            }
        }
        return Value.map(keys: keys, values: values).located(at: range)
    }
}

/// `sortBy`: the elements in the order of what the body makes of them.
final class SortByNode: ComprehensionNode, @unchecked Sendable {
    override func evaluate(_ elements: Elements, count: Int, _ frame: Frame) -> Value {
        guard case .list(let list) = elements else {
            return Value.failure(.noSuchOverload, "no overload of `sortBy` takes a map").located(at: range)
        }
        var keys: [Value] = []
        keys.reserveCapacity(count)
        for index in 0..<count {
            guard bind(elements, index, cost: Cost.elementStep, frame) else { return Frame.exhausted }
            let key = body.evaluate(frame)
            if key.isError { return key }
            keys.append(key)
        }
        return ListEdits.sorted(list.elements, by: keys).located(at: range)
    }
}
