/// What can be said of every node before any text is seen. Each is one loop, for parts stand before their wholes.
extension SyntaxTree {
    /// Which nodes can match without taking a byte.
    var nullableNodes: [Bool] {
        var result: [Bool] = []
        result.reserveCapacity(nodes.count)
        for node in nodes {
            switch node {
            case .empty, .assertion: result.append(true)
            case .literal(let bytes): result.append(bytes.isEmpty)
            case .set, .anyByte: result.append(false)
            case .group(let child, _): result.append(result[child])
            case .sequence(let children): result.append(children.allSatisfy { result[$0] })
            case .alternation(let children): result.append(children.contains { result[$0] })
            case .repetition(let child, let minimum, _, _): result.append(minimum == 0 || result[child])
            }
        }
        return result
    }
}

extension SyntaxTree.Assertion {
    /// What the assertion says to someone who reads from the end to the start.
    var reversed: SyntaxTree.Assertion {
        switch self {
        case .textStart: .textEnd
        case .textEnd: .textStart
        case .lineStart: .lineEnd
        case .lineEnd: .lineStart
        default: self
        }
    }
}
