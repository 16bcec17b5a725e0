import BylawCEL

/// Values of a term that no test tells apart.
enum Cell: Sendable {
    /// It cannot be evaluated.
    case errs
    case value(Value)
    /// Between two constants, without them; open where there is none.
    case between(Value?, Value?)
    /// Equal to no constant, and neither less nor greater than one: any other text, and NaN.
    case apart

    /// What comes of a test.
    func answer(to test: Formula.Test) -> TruthSet {
        switch test {
        case .holds:
            switch self {
            case .errs: return .errs
            case .value(.bool(let bool)): return bool ? .holds : .fails
            case .value, .between, .apart: return .any
            }
        case .equals(let constant): return answer(constant) { $0 == .equal }
        case .isLess(let constant): return answer(constant) { $0 == .less }
        case .isGreater(let constant): return answer(constant) { $0 == .greater }
        case .isAtMost(let constant): return answer(constant) { $0 == .less || $0 == .equal }
        case .isAtLeast(let constant): return answer(constant) { $0 == .greater || $0 == .equal }
        }
    }

    private func answer(_ constant: Value, _ fits: (Ordering) -> Bool) -> TruthSet {
        let ordering: Ordering?
        switch self {
        case .errs: return .errs
        case .value(let value): ordering = value.ordering(to: constant)
        case .apart: ordering = .unordered
        case .between(let low, let high):
            if let low, let order = constant.ordering(to: low), order == .less || order == .equal {
                ordering = .greater
            } else if let high, let order = constant.ordering(to: high), order == .greater || order == .equal {
                ordering = .less
            } else {
                ordering = nil
            }
        }
        return ordering.map { fits($0) ? .holds : .fails } ?? .any
    }
}
