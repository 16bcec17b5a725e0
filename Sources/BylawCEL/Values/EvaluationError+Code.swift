extension EvaluationError.Kind {
    /// The stable name of the kind of error.
    package var code: String {
        switch self {
        case .missingAttribute: "missing-attribute"
        case .unknownName: "unknown-name"
        case .noSuchField: "no-such-field"
        case .noSuchKey: "no-such-key"
        case .noSuchOverload: "no-such-overload"
        case .divideByZero: "divide-by-zero"
        case .overflow: "overflow"
        case .range: "out-of-range"
        case .invalidArgument: "invalid-argument"
        case .invalidKey: "invalid-key"
        case .emptyOptional: "empty-optional"
        case .costLimit: "cost-limit"
        case .sizeLimit: "size-limit"
        case .host: "host"
        }
    }
}
