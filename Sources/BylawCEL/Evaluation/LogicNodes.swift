internal import BylawSource

/// `&&` and `||` over any number of operands: one operand of the deciding value decides, whatever the others are, and
/// an error counts only where none does.
final class LogicalNode: PlanNode, @unchecked Sendable {
    private let operands: [PlanNode]
    /// The operand that decides: false for `&&`, true for `||`.
    private let deciding: Bool
    private let symbol: String
    private let range: SourceRange

    init(_ operation: LogicalOperator, _ operands: [PlanNode], _ range: SourceRange) {
        self.operands = operands
        deciding = operation == .or
        symbol = operation.rawValue
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        var failure: Value?
        for operand in operands {
            switch operand.evaluate(frame) {
            case .bool(let value):
                if value == deciding { return .bool(deciding) }
            case .error(let error):
                if failure == nil { failure = .error(error) }
            case let other:
                if failure == nil { failure = .noSuchOverload(symbol, other).located(at: range) }
            }
        }
        return failure ?? .bool(!deciding)
    }
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
        switch operand.evaluate(frame) {
        case .bool(let value): return .bool(!value)
        case .error(let error): return .error(error)
        case let other: return .noSuchOverload("!", other).located(at: range)
        }
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
        switch condition.evaluate(frame) {
        case .bool(true): return then.evaluate(frame)
        case .bool(false): return otherwise.evaluate(frame)
        case .error(let error): return .error(error)
        case let other: return .noSuchOverload("?:", other).located(at: range)
        }
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
            guard frame.charge(max(Cost.call, Cost.product(list.count, max(1, Cost.tenth(element.traversal))))) else {
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
        if right.isError { return right }
        frame.charge(Cost.call(traversing: min(left.traversal, right.traversal)))
        guard let ordering = left.ordering(to: right) else {
            return .noSuchOverload(operation.rawValue, left, right).located(at: range)
        }
        switch operation {
        case .less: return .bool(ordering == .less)
        case .lessOrEqual: return .bool(ordering == .less || ordering == .equal)
        case .greater: return .bool(ordering == .greater)
        default: return .bool(ordering == .greater || ordering == .equal)
        }
    }
}
