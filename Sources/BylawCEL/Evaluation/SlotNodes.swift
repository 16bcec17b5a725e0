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

    override var textCost: Int? { cost }

    override func text(_ frame: Frame) -> BorrowedText? { frame.text(slot) }
}

/// Compares anything with a text that is known beforehand: the commonest condition of all.
final class EqualsTextNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let operandCost: Int
    private let text: StringValue
    private let isNegated: Bool
    /// Where the operand is a slot.
    private let slot: Int?

    init(_ operand: PlanNode, _ text: StringValue, isNegated: Bool) {
        self.operand = operand
        operandCost = operand.textCost ?? 0
        self.text = text
        self.isNegated = isNegated
        slot = (operand as? SlotNode)?.slot
    }

    override func evaluate(_ frame: Frame) -> Value {
        let text = text.borrowed
        if let other = operand.text(frame) {
            frame.charge(operandCost + Cost.call(traversing: min(other.scalarCount, text.scalarCount)))
            return .bool((other == text) != isNegated)
        }
        let value = operand.evaluate(frame)
        guard case .string(let other) = value else {
            frame.charge(Cost.call)
            return value.isError ? value : .bool(isNegated)
        }
        frame.charge(Cost.call(traversing: min(other.scalarCount, text.scalarCount)))
        return .bool((other == self.text) != isNegated)
    }

    override var firstQuestion: (slot: Int, text: StringValue)? {
        guard !isNegated, let slot else { return nil }
        return (slot, text)
    }
}

/// Reads a slot as an optional, which is empty where `names[from]` of its path or what follows is missing.
final class OptionalSlotNode: PlanNode, @unchecked Sendable {
    let slot: SlotNode
    let from: Int

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

/// `slot.contains(literal)`.
final class SlotContainsNode: PlanNode, @unchecked Sendable {
    private let slot: SlotNode
    private let literalSize: Int
    private let place: LiteralPlace
    private let site: CallSite
    /// For what turns out to be no text, or a frame that was not laid out for the literal.
    private let general: BinaryCallNode

    init(_ slot: SlotNode, _ literal: StringValue, _ place: LiteralPlace, _ site: CallSite) {
        self.slot = slot
        literalSize = literal.scalarCount
        self.place = place
        self.site = site
        general = BinaryCallNode(Value.containsText, slot, ConstantNode(.string(literal)), site)
    }

    override func evaluate(_ frame: Frame) -> Value {
        guard let found = frame.search(slot.slot, for: place) else { return general.evaluate(frame) }
        let searched = site.cost.before(sizes: found.scalarCount, literalSize)
        guard frame.charge(Cost.sum(slot.cost, searched)) else { return Frame.exhausted }
        return .bool(found.isThere)
    }
}

/// `slot.orValue(constant)` of an optional attribute, without making an optional to take apart.
final class SlotFallbackNode: PlanNode, @unchecked Sendable {
    private let slot: SlotNode
    private let from: Int
    private let fallback: Value

    init(_ slot: OptionalSlotNode, _ fallback: Value) {
        self.slot = slot.slot
        from = slot.from
        self.fallback = fallback
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(slot.cost)
        let value = frame.value(slot.slot)
        if case .error(let error) = value {
            guard error.isMissing(from: from) else { return value.located(at: slot.range) }
            frame.charge(Cost.call)
            return fallback
        }
        // What is nested as deep as may be cannot lie in an optional.
        guard value.nesting < ValueLimits.nesting else { return Value.some(value).located(at: slot.range) }
        frame.charge(Cost.call)
        return value
    }

    override var textCost: Int? { slot.cost + Cost.call }

    override func text(_ frame: Frame) -> BorrowedText? {
        if let text = frame.text(slot.slot) { return text }
        guard case .error(let error)? = frame.filled(slot.slot).pointee, error.isMissing(from: from),
            case .string(let text) = fallback
        else { return nil }
        return text.borrowed
    }
}

/// `text in [constants]`.
final class ConstantMembershipNode: PlanNode, @unchecked Sendable {
    private let element: PlanNode
    private let elementCost: Int
    private let list: ListValue
    /// For what turns out to be no text that something keeps.
    private let general: MembershipNode

    init(_ element: PlanNode, _ list: ListValue, _ range: SourceRange) {
        self.element = element
        elementCost = element.textCost ?? 0
        self.list = list
        general = MembershipNode(element, ConstantNode(.list(list)), range)
    }

    override func evaluate(_ frame: Frame) -> Value {
        guard let text = element.text(frame) else { return general.evaluate(frame) }
        let cost = Cost.sum(elementCost, Cost.membership(ofSize: text.scalarCount, among: list.count))
        guard frame.charge(cost) else { return Frame.exhausted }
        return .bool(list.contains(text))
    }
}

/// `constant in slot`: whether somebody has a role.
final class SlotMembershipNode: PlanNode, @unchecked Sendable {
    private let text: StringValue
    private let collection: SlotNode
    /// For what turns out to be no list.
    private let general: MembershipNode

    init(_ text: StringValue, _ collection: SlotNode, _ range: SourceRange) {
        self.text = text
        self.collection = collection
        general = MembershipNode(ConstantNode(.string(text)), collection, range)
    }

    override func evaluate(_ frame: Frame) -> Value {
        guard case .list(let list)? = frame.filled(collection.slot).pointee else { return general.evaluate(frame) }
        let text = text.borrowed
        let cost = Cost.sum(collection.cost, Cost.membership(ofSize: text.scalarCount, among: list.count))
        guard frame.charge(cost) else { return Frame.exhausted }
        return .bool(list.contains(text))
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
