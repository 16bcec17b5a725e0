import BylawCEL

/// What a condition says, taken apart as far as that can be reasoned about: tests of terms, joined as conditions join
/// them. A term is anything that a request gives one value, by its number in a ``TermTable``.
indirect enum Formula: Sendable {
    case constant(Bool)
    case test(term: Int, Test)
    case not(Formula)
    case all([Formula])
    case any([Formula])
    case atLeast(Int, [Formula])
    case choice(Formula, then: Formula, otherwise: Formula)

    /// A question that each value of a term answers.
    enum Test: Sendable {
        /// The term is a truth value that holds.
        case holds
        case equals(Value)
        case isLess(Value)
        case isGreater(Value)
        case isAtMost(Value)
        case isAtLeast(Value)

        /// What the term is compared with.
        var constant: Value? {
            switch self {
            case .holds: nil
            case .equals(let value), .isLess(let value), .isGreater(let value), .isAtMost(let value),
                .isAtLeast(let value):
                value
            }
        }
    }
}

extension Formula {
    /// The tests in it, from the left.
    var tests: [(term: Int, test: Test)] {
        switch self {
        case .constant: []
        case .test(let term, let test): [(term, test)]
        case .not(let part): part.tests
        case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.tests)
        case .choice(let question, let then, let otherwise): question.tests + then.tests + otherwise.tests
        }
    }

    /// What it may come to where some terms have a value, and the others any. Never too little, by Kleene's logic.
    func possible(_ cells: [Int: Cell]) -> TruthSet {
        switch self {
        case .constant(let value): return value ? .holds : .fails
        case .test(let term, let test): return cells[term].map { $0.answer(to: test) } ?? .any
        case .not(let part): return part.possible(cells).negated
        case .all(let parts): return Self.all(parts.map { $0.possible(cells) })
        case .any(let parts): return Self.all(parts.map { $0.possible(cells).negated }).negated
        case .atLeast(let count, let parts): return Self.atLeast(count, parts.map { $0.possible(cells) })
        case .choice(let question, let then, let otherwise):
            let answer = question.possible(cells)
            var result = answer.intersection(.errs)
            if answer.contains(.holds) { result.formUnion(then.possible(cells)) }
            if answer.contains(.fails) { result.formUnion(otherwise.possible(cells)) }
            return result
        }
    }

    private static func all(_ parts: [TruthSet]) -> TruthSet {
        var result: TruthSet = []
        if parts.allSatisfy({ $0.contains(.holds) }) { result.insert(.holds) }
        if parts.contains(where: { $0.contains(.fails) }) { result.insert(.fails) }
        if parts.contains(where: { $0.contains(.errs) }), parts.allSatisfy({ $0 != .fails }) { result.insert(.errs) }
        return result
    }

    private static func atLeast(_ count: Int, _ parts: [TruthSet]) -> TruthSet {
        var result: TruthSet = []
        if parts.count(where: { $0.contains(.holds) }) >= count { result.insert(.holds) }
        if parts.count(where: { $0.contains(.fails) }) > parts.count - count { result.insert(.fails) }
        let isOpen = parts.count { $0 == .holds } < count && parts.count { $0 == .fails } <= parts.count - count
        if isOpen, parts.contains(where: { $0.contains(.errs) }) { result.insert(.errs) }
        return result
    }
}
