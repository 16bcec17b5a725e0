import BylawCEL

/// Looks for values of the terms with which conditions come to what is asked.
///
/// It answers for sure only that there are none: terms that depend on one another are taken as if they did not.
struct WorldSearch {
    /// How many tests are answered before the answer is that there may be such values.
    private static let maximumWork = 60_000

    let terms: TermTable

    /// Whether there may be a request with which every formula comes to one of its truth values.
    func mayBe(_ wanted: [(formula: Formula, truth: TruthSet)]) -> Bool {
        var order: [Int] = []
        var constants: [Int: [Value]] = [:]
        for (term, test) in wanted.flatMap(\.formula.tests) {
            if constants[term] == nil { order.append(term) }
            constants[term, default: []] += test.constant.map { [$0] } ?? []
        }
        var cells: [(term: Int, cells: [Cell])] = []
        for term in order {
            // Terms whose values nobody can list stay as open as they are.
            guard let list = terms.cells(of: term, comparedWith: constants[term] ?? []) else { continue }
            cells.append((term, list))
        }
        var steps = Self.maximumWork / max(1, wanted.reduce(0) { $0 + $1.formula.tests.count })
        var chosen: [Int: Cell] = [:]
        return search(wanted, cells[...], &chosen, &steps)
    }

    private func search(
        _ wanted: [(formula: Formula, truth: TruthSet)], _ rest: ArraySlice<(term: Int, cells: [Cell])>,
        _ chosen: inout [Int: Cell], _ steps: inout Int
    ) -> Bool {
        guard steps > 0 else { return true }
        steps -= 1
        let possible = wanted.map { ($0.formula.possible(chosen), $0.truth) }
        if possible.contains(where: { $0.isDisjoint(with: $1) }) { return false }
        // Whatever the other terms are.
        if possible.allSatisfy({ $0.isSubset(of: $1) }) { return true }
        guard let (term, cells) = rest.first else { return true }
        for cell in cells {
            chosen[term] = cell
            if search(wanted, rest.dropFirst(), &chosen, &steps) { return true }
        }
        chosen[term] = nil
        return false
    }
}
