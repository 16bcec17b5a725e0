internal import BylawSource

/// `a == b` and `a != b` of two texts that something keeps.
final class TextEqualNode: PlanNode, @unchecked Sendable {
    private let left: PlanNode
    private let right: PlanNode
    private let cost: Int
    /// For what turns out to be no text.
    private let general: EqualNode
    private let isNegated: Bool

    /// Nil where one of them may be no text that something keeps.
    init?(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) {
        guard let leftCost = left.textCost, let rightCost = right.textCost else { return nil }
        self.left = left
        self.right = right
        self.isNegated = isNegated
        cost = leftCost + rightCost
        general = EqualNode(left, right, isNegated: isNegated)
    }

    override func evaluate(_ frame: Frame) -> Value {
        guard let left = left.text(frame), let right = right.text(frame) else { return general.evaluate(frame) }
        let compared = Cost.call(traversing: min(left.scalarCount, right.scalarCount))
        guard frame.charge(cost + compared) else { return Frame.exhausted }
        return .bool((left == right) != isNegated)
    }
}

/// `a.contains(b)` of two texts that something keeps.
final class TextContainsNode: PlanNode, @unchecked Sendable {
    private let text: PlanNode
    private let part: PlanNode
    private let cost: Int
    private let site: CallSite
    /// For what turns out to be no text.
    private let general: BinaryCallNode

    /// Nil where one of them may be no text that something keeps.
    init?(_ text: PlanNode, _ part: PlanNode, _ site: CallSite) {
        guard let textCost = text.textCost, let partCost = part.textCost else { return nil }
        self.text = text
        self.part = part
        self.site = site
        cost = textCost + partCost
        general = BinaryCallNode(Value.containsText, text, part, site)
    }

    override func evaluate(_ frame: Frame) -> Value {
        guard let text = text.text(frame), let part = part.text(frame) else { return general.evaluate(frame) }
        let searched = site.cost.before(sizes: text.scalarCount, part.scalarCount)
        guard frame.charge(Cost.sum(cost, searched)) else { return Frame.exhausted }
        return .bool(ByteSearch.first(part.bytes, in: text.bytes) != nil)
    }
}
