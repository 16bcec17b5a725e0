internal import BylawSource

/// What every call has besides its arguments.
struct CallSite: Sendable {
    let cost: CallCost
    let range: SourceRange

    /// What a call gives: its error gets its place, and what it made is counted.
    @inline(__always)
    func result(_ value: Value, _ frame: Frame) -> Value {
        switch cost {
        case .constant, .second: break
        case .traversal, .product, .square: frame.charge(Cost.tenth(value.traversal))
        }
        return value.located(at: range)
    }
}

final class UnaryCallNode: PlanNode, @unchecked Sendable {
    private let body: @Sendable (Value) -> Value
    private let argument: PlanNode
    private let site: CallSite

    init(_ body: @escaping @Sendable (Value) -> Value, _ argument: PlanNode, _ site: CallSite) {
        self.body = body
        self.argument = argument
        self.site = site
    }

    override func evaluate(_ frame: Frame) -> Value {
        let argument = argument.evaluate(frame)
        if argument.isError { return argument }
        guard frame.charge(site.cost.before(argument)) else { return Frame.exhausted }
        return site.result(body(argument), frame)
    }
}

final class BinaryCallNode: PlanNode, @unchecked Sendable {
    private let body: @Sendable (Value, Value) -> Value
    private let first: PlanNode
    private let second: PlanNode
    private let site: CallSite

    init(
        _ body: @escaping @Sendable (Value, Value) -> Value, _ first: PlanNode, _ second: PlanNode, _ site: CallSite
    ) {
        self.body = body
        self.first = first
        self.second = second
        self.site = site
    }

    override func evaluate(_ frame: Frame) -> Value {
        let first = first.evaluate(frame)
        if first.isError { return first }
        let second = second.evaluate(frame)
        if second.isError { return second }
        guard frame.charge(site.cost.before(first, second)) else { return Frame.exhausted }
        return site.result(body(first, second), frame)
    }
}

/// A call of any number of arguments.
final class CallNode: PlanNode, @unchecked Sendable {
    private let body: @Sendable ([Value]) -> Value
    private let arguments: [PlanNode]
    private let site: CallSite

    init(_ body: @escaping @Sendable ([Value]) -> Value, _ arguments: [PlanNode], _ site: CallSite) {
        self.body = body
        self.arguments = arguments
        self.site = site
    }

    override func evaluate(_ frame: Frame) -> Value {
        var values: [Value] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments {
            let value = argument.evaluate(frame)
            if value.isError { return value }
            values.append(value)
        }
        guard frame.charge(site.cost.before(values)) else { return Frame.exhausted }
        return site.result(body(values), frame)
    }
}

/// `a.or(b)` and `a.orValue(b)`: the second argument is evaluated only where the first does not decide.
final class FallbackNode: PlanNode, @unchecked Sendable {
    private let decide: @Sendable (Value) -> Value?
    private let finish: @Sendable (Value) -> Value
    private let first: PlanNode
    private let second: PlanNode
    private let range: SourceRange

    init(
        _ decide: @escaping @Sendable (Value) -> Value?, _ finish: @escaping @Sendable (Value) -> Value,
        _ first: PlanNode, _ second: PlanNode, _ range: SourceRange
    ) {
        self.decide = decide
        self.finish = finish
        self.first = first
        self.second = second
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let first = first.evaluate(frame)
        if first.isError { return first }
        frame.charge(Cost.call)
        if let value = decide(first) { return value.located(at: range) }
        let second = second.evaluate(frame)
        return second.isError ? second : finish(second).located(at: range)
    }
}

extension CallCost {
    /// The cost of a call before it is made.
    func before(_ arguments: [Value]) -> Int {
        guard case .traversal = self else {
            return before(
                arguments.first ?? .null, arguments.count > 1 ? arguments[1] : .null,
                arguments.count > 2 ? arguments[2] : .null)
        }
        return max(Cost.call, Cost.tenth(arguments.reduce(0) { Cost.sum($0, $1.traversal) }))
    }
}

extension Implementation {
    /// Calls the implementation with values, none of them an error, as many as it takes.
    func call(_ arguments: [Value]) -> Value {
        switch (self, arguments.count) {
        case (.nullary(let body), 0): body()
        case (.unary(let body), 1): body(arguments[0])
        case (.binary(let body), 2): body(arguments[0], arguments[1])
        case (.ternary(let body), 3): body(arguments[0], arguments[1], arguments[2])
        case (.variadic(let body), _): body(arguments)
        case (.fallback(let decide, let finish), 2): decide(arguments[0]) ?? finish(arguments[1])
        default: .failure(.noSuchOverload, "the function does not take \(arguments.count) arguments")
        }
    }
}

extension [Overload] {
    /// Calls the first overload that takes the values' types. One that takes the outer types but not those of the
    /// elements says so itself, and the next is tried.
    func call(_ function: String, _ arguments: [Value]) -> Value {
        var failure: Value?
        for overload in self where overload.accepts(arguments) {
            let value = overload.implementation.call(arguments)
            guard case .error(let error) = value, error.kind == .noSuchOverload else { return value }
            failure = failure ?? value
        }
        if let failure { return failure }
        let types = arguments.map(\.typeName).joined(separator: ", ")
        return .failure(.noSuchOverload, "no overload of `\(function)` takes (\(types))")
    }
}
