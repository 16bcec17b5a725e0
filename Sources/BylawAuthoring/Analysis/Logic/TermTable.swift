import BylawCEL

/// Which values a term can have.
enum TermDomain: Sendable, Hashable {
    case bool
    /// One of these texts.
    case texts([String])
    case integer
    /// A count: an integer that is never negative.
    case count
    case open
}

/// Everything that the conditions of one policy ask for, each once.
struct TermTable: Sendable {
    struct Term: Sendable {
        let key: String
        let domain: TermDomain
        /// As an author wrote it, where it came first.
        let text: String
    }

    private(set) var terms: [Term] = []
    private var numbers: [String: Int] = [:]

    /// The number of a term. Two terms with one key and domain have the same value in every request.
    mutating func number(_ key: String, _ domain: TermDomain, text: String) -> Int {
        // Where two actions declare one attribute differently, it is two terms.
        let whole = "\(domain) \(key)"
        if let known = numbers[whole] { return known }
        numbers[whole] = terms.count
        terms.append(Term(key: key, domain: domain, text: text))
        return terms.count - 1
    }

    /// Cells that hold every value of a term, told apart by all that it is compared with; nil where constants of
    /// several types leave no order to go by. That it cannot be evaluated is among them.
    func cells(of term: Int, comparedWith constants: [Value]) -> [Cell]? {
        switch terms[term].domain {
        case .bool: return [.value(.bool(true)), .value(.bool(false)), .errs]
        case .texts(let texts): return texts.map { .value(.string($0)) } + [.errs]
        case .integer: return ordered(constants, isInteger: true, lowest: nil)
        case .count: return ordered(constants, isInteger: true, lowest: 0)
        case .open: return ordered(constants, isInteger: false, lowest: nil)
        }
    }

    private func ordered(_ constants: [Value], isInteger: Bool, lowest: Int64?) -> [Cell]? {
        guard let kind = constants.first?.typeName, constants.allSatisfy({ $0.typeName == kind }) else { return nil }
        if case .string? = constants.first {
            // Texts are only ever compared for equality here.
            return constants.map(Cell.value) + [.apart, .errs]
        }
        var points: [Value] = []
        let all = constants + (isInteger ? lowest.map { [.int($0)] } ?? [] : [])
        for value in all.sorted(by: { $0.ordering(to: $1) == .less })
        where points.last.map({ $0.ordering(to: value) == .less }) ?? true {
            points.append(value)
        }
        // NaN has no order.
        guard points.allSatisfy({ $0.ordering(to: $0) == .equal }) else { return nil }
        var cells: [Cell] = [.between(nil, points.first)]
        for (index, point) in points.enumerated() {
            cells.append(.value(point))
            cells.append(.between(point, index + 1 < points.count ? points[index + 1] : nil))
        }
        if isInteger {
            cells.removeAll { Self.isEmpty($0, lowest: lowest) }
        } else {
            cells.append(.apart)
        }
        return cells + [.errs]
    }

    /// Whether no integer lies in a cell.
    private static func isEmpty(_ cell: Cell, lowest: Int64?) -> Bool {
        switch cell {
        case .between(.int(let low)?, .int(let high)?): return low == .max || low + 1 >= high
        case .between(nil, .int(let high)?): return lowest.map { high <= $0 } ?? (high == .min)
        case .between(.int(let low)?, nil): return low == .max
        case .value(.int(let point)): return lowest.map { point < $0 } ?? false
        default: return false
        }
    }
}
