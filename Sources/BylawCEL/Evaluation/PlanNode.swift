internal import BylawSource

/// A step of a plan. The subclasses are final and hold nothing that changes: that is why they may say that they are
/// sendable, which the compiler cannot see of a class that has subclasses.
class PlanNode: @unchecked Sendable {
    /// The step's value. Counts its cost in the frame.
    func evaluate(_ frame: Frame) -> Value { .null }

    /// The value, where it is the same in every frame.
    var constant: Value? { nil }

    /// What looking at the step's text costs, where it may be a text that something keeps; nil where ``text(_:)`` gives none.
    var textCost: Int? { nil }

    /// The step's value, where it is a text that the frame keeps; otherwise it must be evaluated. Counts no cost.
    func text(_ frame: Frame) -> BorrowedText? { nil }

    /// That a slot is a text, where the step asks this before anything else and is false at once if it is another.
    var firstQuestion: (slot: Int, text: StringValue)? { nil }
}

extension Value {
    /// An error with its place; any other value as it is.
    @inline(__always)
    func located(at range: SourceRange) -> Value {
        guard case .error(let error) = self else { return self }
        return .error(error.located(at: range))
    }
}

final class ConstantNode: PlanNode, @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }

    override func evaluate(_ frame: Frame) -> Value { value }

    override var constant: Value? { value }

    override var textCost: Int? { if case .string = value { 0 } else { nil } }

    override func text(_ frame: Frame) -> BorrowedText? {
        if case .string(let text) = value { text.borrowed } else { nil }
    }
}

/// A variable of a comprehension or binding.
final class LocalNode: PlanNode, @unchecked Sendable {
    let index: Int

    init(_ index: Int) { self.index = index }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(Cost.name)
        return frame.local(index)
    }

    override var textCost: Int? { Cost.name }

    override func text(_ frame: Frame) -> BorrowedText? { frame.local(at: index)?.text }
}

/// Writes down what another node came to.
final class RecordingNode: PlanNode, @unchecked Sendable {
    private let inner: PlanNode
    private let node: CheckedNode

    init(_ inner: PlanNode, _ node: CheckedNode) {
        self.inner = inner
        self.node = node
    }

    override func evaluate(_ frame: Frame) -> Value {
        let value = inner.evaluate(frame)
        if let count = frame.state.pointee.trace?.count, count < Explanation.limit {
            frame.state.pointee.trace?.append(Explanation.Entry(value: value, node: node))
        }
        return value
    }
}
