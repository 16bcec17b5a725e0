import BylawCEL

/// What a condition comes to: Kleene's three values, the third with its reason.
enum Truth {
    case holds
    case fails
    case errored(EvaluationError)

    init(_ value: Value) {
        switch value {
        case .bool(let bool): self = bool ? .holds : .fails
        case .error(let error): self = .errored(error)
        default:
            self = .errored(EvaluationError(.noSuchOverload, "a condition must be a bool, found \(value.typeName)"))
        }
    }

    var negated: Truth {
        switch self {
        case .holds: .fails
        case .fails: .holds
        case .errored: self
        }
    }
}

extension Condition<Program> {
    /// Evaluates as far as is needed. An error counts only where the other parts leave the answer open.
    func evaluate(in frame: Frame) -> Truth {
        switch self {
        case .expression(let program):
            return Truth(program.evaluate(in: frame))
        case .all(let items):
            return Self.all(items, in: frame)
        case .any(let items):
            return Self.any(items, in: frame)
        case .none(let items):
            return Self.any(items, in: frame).negated
        case .atLeast(let count, let items):
            var holding = 0
            var failing = 0
            var error: EvaluationError?
            for item in items {
                switch item.condition.evaluate(in: frame) {
                case .holds: holding += 1
                case .fails: failing += 1
                case .errored(let first): error = error ?? first
                }
                if holding >= count { return .holds }
                if items.count - failing < count { return .fails }
            }
            return error.map(Truth.errored) ?? .fails
        }
    }

    private static func all(_ items: [Item], in frame: Frame) -> Truth {
        var error: EvaluationError?
        // What need not hold is not asked: whatever it came to would change nothing.
        for item in items where !item.isOptional {
            switch item.condition.evaluate(in: frame) {
            case .holds: continue
            case .fails: return .fails
            case .errored(let first): error = error ?? first
            }
        }
        return error.map(Truth.errored) ?? .holds
    }

    private static func any(_ items: [Item], in frame: Frame) -> Truth {
        var error: EvaluationError?
        for item in items {
            switch item.condition.evaluate(in: frame) {
            case .holds: return .holds
            case .fails: continue
            case .errored(let first): error = error ?? first
            }
        }
        return error.map(Truth.errored) ?? .fails
    }
}
