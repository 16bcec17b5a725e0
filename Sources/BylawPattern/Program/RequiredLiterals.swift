/// Finds byte strings of which every match contains at least one, so that a text without them need not be searched.
enum RequiredLiterals {
    /// What is known of a node.
    private struct Knowledge {
        /// All that the node can match, if that is only a few byte strings.
        var exact: [[UInt8]]?
        /// Strings of which every match of the node contains one; empty where none are known.
        var best: [[UInt8]] = []

        /// The better of all that was found.
        var required: [[UInt8]] {
            exact.map { RequiredLiterals.better($0, best) } ?? best
        }
    }

    /// More alternatives than this are no help to whoever looks for them.
    private static let mostLiterals = 16
    /// A set of few characters is most likely one letter in both cases, and worth writing out.
    private static let mostSetMembers = 4
    /// Longer literals find no more than their first part does.
    private static let longestLiteral = 32

    /// The literals of a whole pattern; empty where none are known. In order.
    static func find(in tree: SyntaxTree) -> [[UInt8]] {
        var known: [Knowledge] = []
        known.reserveCapacity(tree.nodes.count)
        for node in tree.nodes {
            known.append(knowledge(of: node, known))
        }
        return known[tree.root].required.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func knowledge(of node: SyntaxTree.Node, _ known: [Knowledge]) -> Knowledge {
        switch node {
        case .empty, .assertion: return Knowledge(exact: [[]])
        case .literal(let bytes):
            if bytes.count <= longestLiteral { return Knowledge(exact: [bytes]) }
            return Knowledge(best: [wholeCharacters(bytes)])
        case .anyByte: return Knowledge()
        case .set(let set):
            guard set.count <= mostSetMembers else { return Knowledge() }
            return Knowledge(exact: set.ranges.flatMap { $0.compactMap(SyntaxTree.utf8) })
        case .group(let child, _): return known[child]
        case .sequence(let children): return sequence(children.map { known[$0] })
        case .alternation(let children): return alternation(children.map { known[$0] })
        case .repetition(let child, let minimum, let maximum, _):
            if minimum == 0 {
                let exact = maximum == 1 ? known[child].exact.map { unique($0 + [[]]) } : nil
                return Knowledge(exact: exact.flatMap { $0.count <= mostLiterals ? $0 : nil })
            }
            if minimum == maximum, minimum <= longestLiteral {
                return sequence([Knowledge](repeating: known[child], count: minimum))
            }
            return Knowledge(best: known[child].required)
        }
    }

    /// Strings of neighbours are joined as long as they stay few and short.
    private static func sequence(_ parts: [Knowledge]) -> Knowledge {
        var best: [[UInt8]] = []
        var running: [[UInt8]] = [[]]
        var isExact = true
        for part in parts {
            best = better(best, part.best)
            if let exact = part.exact, let joined = joined(running, exact) {
                running = joined
            } else {
                isExact = false
                best = better(best, running)
                running = part.exact ?? [[]]
            }
        }
        return isExact ? Knowledge(exact: running, best: best) : Knowledge(best: better(best, running))
    }

    private static func alternation(_ parts: [Knowledge]) -> Knowledge {
        let exact = parts.reduce([[UInt8]]?([])) { sum, part in
            sum.flatMap { sum in part.exact.map { unique(sum + $0) } }.flatMap { $0.count <= mostLiterals ? $0 : nil }
        }
        if let exact { return Knowledge(exact: exact) }
        var best: [[UInt8]] = []
        for part in parts {
            guard !part.required.isEmpty else { return Knowledge() }
            best = unique(best + part.required)
            guard best.count <= mostLiterals else { return Knowledge() }
        }
        return Knowledge(best: best)
    }

    private static func joined(_ heads: [[UInt8]], _ tails: [[UInt8]]) -> [[UInt8]]? {
        guard heads.count * tails.count <= mostLiterals else { return nil }
        var result: [[UInt8]] = []
        for head in heads {
            for tail in tails {
                guard head.count + tail.count <= longestLiteral else { return nil }
                result.append(head + tail)
            }
        }
        return unique(result)
    }

    /// The more telling of two: the one whose shortest string is longer, then the one with fewer.
    private static func better(_ one: [[UInt8]], _ other: [[UInt8]]) -> [[UInt8]] {
        func worth(_ literals: [[UInt8]]) -> (Int, Int) {
            // Not by a key path, which is followed at run time: this is asked for every part of every pattern.
            (literals.reduce(.max) { min($0, $1.count) }, -literals.count)
        }
        if one.isEmpty || other.isEmpty { return useful(one.isEmpty ? other : one) }
        return useful(worth(one) >= worth(other) ? one : other)
    }

    /// Literals of which none is empty: with an empty one among them they say nothing.
    private static func useful(_ literals: [[UInt8]]) -> [[UInt8]] {
        literals.contains { $0.isEmpty } ? [] : literals
    }

    /// The literals without those that came before. They are few, so that comparing them all is faster than a set.
    private static func unique(_ literals: [[UInt8]]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        for literal in literals where !result.contains(literal) { result.append(literal) }
        return result
    }

    private static func wholeCharacters(_ bytes: [UInt8]) -> [UInt8] {
        var end = longestLiteral
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<end])
    }
}
