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
