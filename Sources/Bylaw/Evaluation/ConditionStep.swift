import BylawCEL

/// A condition as it is evaluated: objects that ask one another, so that nothing is copied or counted on the way.
///
/// Each evaluates as far as is needed. An error counts only where the other parts leave the answer open. The subclasses
/// are final and hold nothing that changes: that is why they may say that they are sendable, which the compiler cannot
/// see of a class that has subclasses.
class ConditionStep: @unchecked Sendable {
    func evaluate(_ frame: Frame) -> Truth { .fails }
}

final class ExpressionStep: ConditionStep, @unchecked Sendable {
    private let program: Program

    init(_ program: Program) { self.program = program }

    override func evaluate(_ frame: Frame) -> Truth { Truth(program.evaluate(in: frame)) }
}

final class NegationStep: ConditionStep, @unchecked Sendable {
    private let inner: ConditionStep

    init(_ inner: ConditionStep) { self.inner = inner }

    override func evaluate(_ frame: Frame) -> Truth { inner.evaluate(frame).negated }
}

/// `all` and `any` of two parts: one of the deciding value decides, whatever the other is. More parts are a balanced tree
/// of these.
final class JunctionStep: ConditionStep, @unchecked Sendable {
    private let first: ConditionStep
    private let second: ConditionStep
    /// The part that decides: false for `all`, true for `any`.
    private let deciding: Bool

    private init(_ first: ConditionStep, _ second: ConditionStep, deciding: Bool) {
        self.first = first
        self.second = second
        self.deciding = deciding
    }

    /// The parts joined; without any, the other value than the deciding one.
    static func join(_ steps: ArraySlice<ConditionStep>, deciding: Bool) -> ConditionStep {
        guard let first = steps.first else { return ConstantStep(!deciding) }
        guard steps.count > 1 else { return first }
        let middle = steps.startIndex + steps.count / 2
        return JunctionStep(
            join(steps[..<middle], deciding: deciding), join(steps[middle...], deciding: deciding), deciding: deciding)
    }

    override func evaluate(_ frame: Frame) -> Truth {
        let first = first.evaluate(frame)
        if isDecided(by: first) { return first }
        let second = second.evaluate(frame)
        if isDecided(by: second) { return second }
        if case .errored = first { return first }
        return second
    }

    @inline(__always)
    private func isDecided(by truth: Truth) -> Bool {
        switch truth {
        case .holds: deciding
        case .fails: !deciding
        case .errored: false
        }
    }
}

final class ConstantStep: ConditionStep, @unchecked Sendable {
    private let value: Bool

    init(_ value: Bool) { self.value = value }

    override func evaluate(_ frame: Frame) -> Truth { value ? .holds : .fails }
}

/// `at-least`: so many of the parts must hold.
final class AtLeastStep: ConditionStep, @unchecked Sendable {
    private let count: Int
    private let parts: [ConditionStep]

    init(_ count: Int, _ parts: [ConditionStep]) {
        self.count = count
        self.parts = parts
    }

    override func evaluate(_ frame: Frame) -> Truth {
        var holding = 0
        var failing = 0
        var failure: EvaluationError?
        for part in parts {
            switch part.evaluate(frame) {
            case .holds: holding += 1
            case .fails: failing += 1
            case .errored(let error): failure = failure ?? error
            }
            if holding >= count { return .holds }
            if parts.count - failing < count { return .fails }
        }
        return failure.map(Truth.errored) ?? .fails
    }
}

extension Condition<Program> {
    /// The condition as it is evaluated.
    var step: ConditionStep {
        switch self {
        case .expression(let program): ExpressionStep(program)
        // What need not hold is not asked: whatever it came to would change nothing.
        case .all(let items):
            JunctionStep.join(items.filter { !$0.isOptional }.map(\.condition.step)[...], deciding: false)
        case .any(let items): JunctionStep.join(items.map(\.condition.step)[...], deciding: true)
        case .none(let items): NegationStep(JunctionStep.join(items.map(\.condition.step)[...], deciding: true))
        case .atLeast(let count, let items): AtLeastStep(count, items.map(\.condition.step))
        }
    }

    /// Evaluates a condition, or a part of one, that is not asked for each request.
    func evaluate(in frame: Frame) -> Truth { step.evaluate(frame) }
}
