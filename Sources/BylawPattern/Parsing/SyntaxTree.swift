/// What a pattern says: nodes that refer to one another by their index.
///
/// A node always stands behind those that it refers to. So whoever needs something of every node computes it in one
/// loop, from the first to the last, and no nesting can exhaust the stack.
struct SyntaxTree: Sendable {
    /// A position where a pattern may insist to be, without taking a byte.
    struct Assertion: OptionSet, Hashable {
        let rawValue: UInt8

        /// `\A`, and `^` without `(?m)`.
        static let textStart = Assertion(rawValue: 1)
        /// `\z`, and `$` without `(?m)`.
        static let textEnd = Assertion(rawValue: 2)
        /// `^` under `(?m)`.
        static let lineStart = Assertion(rawValue: 4)
        /// `$` under `(?m)`.
        static let lineEnd = Assertion(rawValue: 8)
        /// `\b`, between an ASCII word character and anything else.
        static let wordBoundary = Assertion(rawValue: 16)
        /// `\B`.
        static let notWordBoundary = Assertion(rawValue: 32)
    }

    enum Node {
        /// Matches, and takes nothing.
        case empty
        /// These bytes, which are whole characters.
        case literal([UInt8])
        /// One character of the set. Never matches if the set is empty.
        case set(ScalarSet)
        /// `\C`: any byte, even a part of a character.
        case anyByte
        case assertion(Assertion)
        case group(Int, number: Int)
        /// One after the other; at least two.
        case sequence([Int])
        /// One of them, the first that leads to a match; at least two.
        case alternation([Int])
        /// Without a `maximum` as often as you like. A lazy one prefers fewer.
        case repetition(Int, minimum: Int, maximum: Int?, isLazy: Bool)
    }

    private(set) var nodes: [Node] = []
    /// How deep the nodes stand in one another.
    private(set) var heights: [Int] = []
    /// The largest product of counts of repetitions that stand in one another, as far as ``repetition`` lets it grow.
    private(set) var repetitions: [Int] = []

    /// The node of the whole pattern.
    var root: Int { nodes.count - 1 }

    /// Adds a node and gives its index.
    mutating func add(_ node: Node, repetitions product: Int? = nil) -> Int {
        let children = Self.children(of: node)
        nodes.append(node)
        heights.append(1 + (children.map { heights[$0] }.max() ?? 0))
        repetitions.append(product ?? children.map { repetitions[$0] }.max() ?? 1)
        return nodes.count - 1
    }

    /// The nodes that a node refers to.
    static func children(of node: Node) -> [Int] {
        switch node {
        case .empty, .literal, .set, .anyByte, .assertion: []
        case .group(let child, _), .repetition(let child, _, _, _): [child]
        case .sequence(let children), .alternation(let children): children
        }
    }
}
