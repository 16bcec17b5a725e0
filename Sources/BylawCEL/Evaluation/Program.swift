internal import BylawSource

/// An expression made ready for frames of one layout. Immutable, and good for any number of threads, each with a frame
/// of its own.
///
/// An object, so that a condition hands it on without copying what it holds.
package final class Program: Sendable {
    /// What the program was planned from.
    package let expression: CheckedExpression
    /// The slots that an evaluation may read, in the order in which they stand in the expression.
    package let slots: [Int]

    let root: PlanNode
    let localCount: Int
    /// How many slots a frame must have.
    private let slotCount: Int
    private let layout: FrameLayout

    init(_ expression: CheckedExpression, root: PlanNode, localCount: Int, slots: [Int], layout: FrameLayout) {
        self.expression = expression
        self.root = root
        self.localCount = localCount
        self.slots = slots
        self.layout = layout
        slotCount = layout.sources.count
    }

    /// The expression's value in a frame of the layout that it was planned with, or of one that grew from it. An error
    /// is a value as well. Nothing is allocated for what needs no new string, list, map or optional.
    package func evaluate(in frame: Frame) -> Value {
        guard frame.slotCount >= slotCount else { return Program.wrongFrame }
        return frame.run(locals: localCount) { root.evaluate(frame) }
    }

    /// That a slot is a text, where the expression asks this before anything else and is false at once if it is another.
    package var firstQuestion: (slot: Int, text: StringValue)? { root.firstQuestion }

    /// Evaluates again and gives the value of each part that was looked at, the parts of a part before it. Literals
    /// are left out, and what was skipped, for it could not change the result. In a comprehension the parts of its body
    /// come once for each element, up to ``Explanation/limit`` in all.
    package func explain(in frame: Frame) -> [Explanation] {
        guard frame.slotCount >= slotCount else { return [] }
        var layout = layout
        let program = Planner.plan(expression, into: &layout, isRecording: true)
        frame.state.pointee.trace = []
        _ = program.evaluate(in: frame)
        let entries = frame.state.pointee.trace ?? []
        frame.state.pointee.trace = nil
        let text = Array(expression.text.utf8)
        return entries.map { entry in
            let range = entry.node.range
            let bytes = text[min(range.start, text.count)..<min(range.end, text.count)]
            return Explanation(
                range: range, text: String(decoding: bytes, as: UTF8.self), value: entry.value, node: entry.node)
        }
    }

    private static let wrongFrame = Value.failure(.host, "the frame is not of the layout that this was planned with")
}

extension CheckedExpression {
    /// Makes the expression ready for frames of a layout, which grows by the slots that it did not have yet.
    package func plan(into layout: inout FrameLayout) -> Program {
        Planner.plan(self, into: &layout, isRecording: false)
    }
}
