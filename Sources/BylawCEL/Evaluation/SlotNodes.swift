internal import BylawSource

/// Reads a slot.
final class SlotNode: PlanNode, @unchecked Sendable {
    let slot: Int
    /// As if each name of the path had been looked up.
    let cost: Int
    let range: SourceRange

    init(_ slot: Int, cost: Int, _ range: SourceRange) {
        self.slot = slot
        self.cost = cost
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(cost)
        return frame.value(slot).located(at: range)
    }
}

/// Compares a slot with a text that is known beforehand: the commonest condition of all.
final class SlotEqualsTextNode: PlanNode, @unchecked Sendable {
    private let slot: Int
    private let cost: Int
    private let text: StringValue
    private let textSize: Int
    private let isNegated: Bool
    private let range: SourceRange

    init(_ slot: SlotNode, _ text: StringValue, isNegated: Bool) {
        self.slot = slot.slot
        cost = slot.cost
        range = slot.range
        self.text = text
        textSize = text.scalarCount
        self.isNegated = isNegated
    }

    override func evaluate(_ frame: Frame) -> Value {
        let value = frame.value(slot)
        guard case .string(let other) = value else {
            frame.charge(cost + Cost.call)
            return value.isError ? value.located(at: range) : .bool(isNegated)
        }
        frame.charge(cost + Cost.call(traversing: min(other.scalarCount, textSize)))
        return .bool((other == text) != isNegated)
    }

    override var firstQuestion: (slot: Int, text: StringValue)? { isNegated ? nil : (slot, text) }
}

/// Compares anything with a text that is known beforehand.
final class EqualsTextNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let text: StringValue
    private let textSize: Int
    private let isNegated: Bool

    init(_ operand: PlanNode, _ text: StringValue, isNegated: Bool) {
        self.operand = operand
        self.text = text
        textSize = text.scalarCount
        self.isNegated = isNegated
    }

    override func evaluate(_ frame: Frame) -> Value {
        let value = operand.evaluate(frame)
        guard case .string(let other) = value else {
            frame.charge(Cost.call)
            return value.isError ? value : .bool(isNegated)
        }
        frame.charge(Cost.call(traversing: min(other.scalarCount, textSize)))
        return .bool((other == text) != isNegated)
    }
}

/// Reads a slot as an optional, which is empty where `names[from]` of its path or what follows is missing.
final class OptionalSlotNode: PlanNode, @unchecked Sendable {
    private let slot: SlotNode
    private let from: Int

    init(_ slot: SlotNode, from: Int) {
        self.slot = slot
        self.from = from
    }

    override func evaluate(_ frame: Frame) -> Value {
        let value = slot.evaluate(frame)
        guard case .error(let error) = value else { return Value.some(value).located(at: slot.range) }
        return error.isMissing(from: from) ? .noOptional : value
    }
}

/// Whether the attribute in a slot is there.
final class SlotPresenceNode: PlanNode, @unchecked Sendable {
    private let slot: SlotNode
    private let from: Int

    init(_ slot: SlotNode, from: Int) {
        self.slot = slot
        self.from = from
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(slot.cost)
        guard case .error(let error) = frame.value(slot.slot) else { return .bool(true) }
        return error.isMissing(from: from) ? .bool(false) : .error(error.located(at: slot.range))
    }
}

extension EvaluationError {
    /// Whether an attribute is missing, and what holds `names[from]` is not.
    func isMissing(from: Int) -> Bool {
        if case .missingAttribute(_, let depth) = kind { depth >= from } else { false }
    }

    /// That an attribute is not there: `path.names[depth]` is the first part that is missing. 0 is the variable itself.
    package static func missing(_ path: AttributePath, depth: Int) -> EvaluationError {
        let names = path.names
        let part = depth >= 0 && depth < names.count ? names[depth] : path.variable
        return EvaluationError(.missingAttribute(path: names, depth: depth), "no such field `\(part)`")
    }
}
