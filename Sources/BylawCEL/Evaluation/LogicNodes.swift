internal import BylawSource

/// `&&` and `||`: an operand of the deciding value decides, whatever the other is, and an error counts only where none
/// does. More than two operands are planned as a balanced tree of these, for two fields are read faster than an array.
final class LogicalNode: PlanNode, @unchecked Sendable {
    private let first: PlanNode
    private let second: PlanNode
    /// The operand that decides: false for `&&`, true for `||`.
    private let deciding: Bool
    private let symbol: String
    private let range: SourceRange

    init(_ operation: LogicalOperator, _ first: PlanNode, _ second: PlanNode, _ range: SourceRange) {
        self.first = first
        self.second = second
        deciding = operation == .or
        symbol = operation.rawValue
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let left = first.evaluate(frame)
        if case .bool(let bool) = left {
            if bool == deciding { return left }
            let right = second.evaluate(frame)
            if case .bool = right { return right }
            return Value.notBool(right, symbol, range)
        }
        let right = second.evaluate(frame)
        if case .bool(let bool) = right, bool == deciding { return right }
        return Value.notBool(left, symbol, range)
    }

    override var firstQuestion: (slot: Int, text: StringValue)? { deciding ? nil : first.firstQuestion }
}

final class NotNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let range: SourceRange

    init(_ operand: PlanNode, _ range: SourceRange) {
        self.operand = operand
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(Cost.call)
        let value = operand.evaluate(frame)
        if case .bool(let bool) = value { return .bool(!bool) }
        return Value.notBool(value, "!", range)
    }
}

extension Value {
    /// The error that a value is, or that it is no bool.
    @inline(never)
    static func notBool(_ value: Value, _ symbol: String, _ range: SourceRange) -> Value {
        value.isError ? value : Value.noSuchOverload(symbol, value).located(at: range)
    }
}

/// `condition ? then : otherwise`.
final class ConditionalNode: PlanNode, @unchecked Sendable {
    private let condition: PlanNode
    private let then: PlanNode
    private let otherwise: PlanNode
    private let range: SourceRange

    init(_ condition: PlanNode, _ then: PlanNode, _ otherwise: PlanNode, _ range: SourceRange) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let value = condition.evaluate(frame)
        if case .bool(let bool) = value { return bool ? then.evaluate(frame) : otherwise.evaluate(frame) }
        return Value.notBool(value, "?:", range)
    }
}

/// `==` and `!=`.
final class EqualNode: PlanNode, @unchecked Sendable {
    private let left: PlanNode
    private let right: PlanNode
    private let isNegated: Bool

    init(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
    }

    override func evaluate(_ frame: Frame) -> Value {
        let left = left.evaluate(frame)
        if left.isError { return left }
        let right = right.evaluate(frame)
        if case .int(let a) = left, case .int(let b) = right {
            frame.charge(Cost.call)
            return .bool((a == b) != isNegated)
        }
        if right.isError { return right }
        guard frame.charge(Cost.call(traversing: min(left.traversal, right.traversal))) else {
            return Frame.exhausted
        }
        return .bool(left.isEqual(to: right) != isNegated)
    }
}

/// `element in collection`.
final class MembershipNode: PlanNode, @unchecked Sendable {
    private let element: PlanNode
    private let collection: PlanNode
    private let range: SourceRange

    init(_ element: PlanNode, _ collection: PlanNode, _ range: SourceRange) {
        self.element = element
        self.collection = collection
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let element = element.evaluate(frame)
        if element.isError { return element }
        switch collection.evaluate(frame) {
        case .list(let list):
            guard frame.charge(Cost.membership(of: element, among: list.count)) else {
                return Frame.exhausted
            }
            return .bool(list.contains(element))
        case .map(let map):
            frame.charge(Cost.call)
            return .bool(map[element] != nil)
        case .error(let error): return .error(error)
        case let other: return .noSuchOverload("in", element, other).located(at: range)
        }
    }
}

/// `<`, `<=`, `>` and `>=`.
final class OrderNode: PlanNode, @unchecked Sendable {
    private let operation: BinaryOperator
    private let left: PlanNode
    private let right: PlanNode
    private let range: SourceRange

    init(_ operation: BinaryOperator, _ left: PlanNode, _ right: PlanNode, _ range: SourceRange) {
        self.operation = operation
        self.left = left
        self.right = right
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let left = left.evaluate(frame)
        if left.isError { return left }
        let right = right.evaluate(frame)
        if case .int(let a) = left, case .int(let b) = right {
            frame.charge(Cost.call)
            return .bool(holds(Ordering(a, b)))
        }
        return compare(left, right, frame)
    }

    @inline(never)
    private func compare(_ left: Value, _ right: Value, _ frame: Frame) -> Value {
        if right.isError { return right }
        frame.charge(Cost.call(traversing: min(left.traversal, right.traversal)))
        guard let ordering = left.ordering(to: right) else {
            return Value.noSuchOverload(operation.rawValue, left, right).located(at: range)
        }
        return .bool(holds(ordering))
    }

    @inline(__always)
    private func holds(_ ordering: Ordering) -> Bool {
        switch operation {
        case .less: ordering == .less
        case .lessOrEqual: ordering == .less || ordering == .equal
        case .greater: ordering == .greater
        default: ordering == .greater || ordering == .equal
        }
    }
}
