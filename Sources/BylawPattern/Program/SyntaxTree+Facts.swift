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

    /// How many bytes each node takes, if it always takes as many.
    var fixedLengths: [Int?] {
        var result: [Int?] = []
        result.reserveCapacity(nodes.count)
        for node in nodes {
            switch node {
            case .empty, .assertion: result.append(0)
            case .literal(let bytes): result.append(bytes.count)
            case .set(let set): result.append(Self.byteLength(of: set))
            case .anyByte: result.append(1)
            case .group(let child, _): result.append(result[child])
            case .sequence(let children):
                var sum: Int? = 0
                for child in children {
                    guard let before = sum, let length = result[child] else {
                        sum = nil
                        break
                    }
                    sum = before + length
                }
                result.append(sum)
            case .alternation(let children):
                let first = result[children[0]]
                result.append(children.allSatisfy { result[$0] == first } ? first : nil)
            case .repetition(let child, let minimum, let maximum, _):
                result.append(minimum == maximum ? result[child].map { $0 * minimum } : nil)
            }
        }
        return result
    }

    /// Which nodes can match at the start of the text only.
    var anchoredNodes: [Bool] {
        let lengths = fixedLengths
        var result: [Bool] = []
        result.reserveCapacity(nodes.count)
        for node in nodes {
            switch node {
            case .assertion(let assertion): result.append(assertion == .textStart)
            case .empty, .literal, .set, .anyByte: result.append(false)
            case .group(let child, _): result.append(result[child])
            case .sequence(let children):
                // What takes nothing may stand before the anchor.
                let first = children.first { result[$0] || lengths[$0] != 0 }
                result.append(first.map { result[$0] } ?? false)
            case .alternation(let children): result.append(children.allSatisfy { result[$0] })
            case .repetition(let child, let minimum, _, _): result.append(minimum > 0 && result[child])
            }
        }
        return result
    }

    /// Whether a match can begin or end inside a character.
    var mayDivideCharacters: Bool {
        nodes.contains { node in
            switch node {
            case .anyByte, .assertion(.notWordBoundary): true
            default: false
            }
        }
    }

    /// How many bytes each character of a set has, if all have as many.
    private static func byteLength(of set: ScalarSet) -> Int? {
        guard let first = set.ranges.first, let last = set.ranges.last else { return nil }
        let bounds: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0x7FF, 0x800...0xFFFF, 0x10000...ScalarSet.last]
        return bounds.firstIndex { $0.contains(first.lowerBound) && $0.contains(last.upperBound) }.map { $0 + 1 }
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
