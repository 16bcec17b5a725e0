/// How to recognise one character of a set by its bytes, forwards or backwards, with never a choice to make.
struct ByteAutomaton: Sendable {
    /// From a range of bytes to a state, or to the end of the character.
    struct Edge: Hashable, Sendable {
        var low: UInt8
        var high: UInt8
        /// Nil at the end of the character.
        var state: Int?
    }

    /// Each state's edges, in order and apart. A state stands behind those that it leads to; the last is the start.
    private(set) var states: [[Edge]] = []

    private var stateOfSequences: [[ByteSequence]: Int] = [:]
    private var stateOfEdges: [[Edge]: Int] = [:]

    /// The automaton of a set. `isReversed` if it reads each character from its last byte to its first.
    init(_ set: ScalarSet, isReversed: Bool) {
        var sequences = ByteSequence.sequences(of: set)
        if isReversed { sequences = sequences.map(\.reversed) }
        let start = state(of: sequences)
        if start != states.count - 1 { states.append(states[start]) }
        stateOfSequences = [:]
        stateOfEdges = [:]
    }

    /// The state from which just these sequences are read. As deep as a character has bytes.
    private mutating func state(of sequences: [ByteSequence]) -> Int {
        if let known = stateOfSequences[sequences] { return known }
        var edges: [Edge] = []
        for (low, high, rests) in Self.divided(sequences) {
            let next = rests[0].count == 0 ? nil : state(of: rests)
            if let last = edges.last, last.state == next, Int(last.high) + 1 == Int(low) {
                edges[edges.count - 1].high = high
            } else {
                edges.append(Edge(low: low, high: high, state: next))
            }
        }
        let result = stateOfEdges[edges] ?? states.count
        if result == states.count {
            states.append(edges)
            stateOfEdges[edges] = result
        }
        stateOfSequences[sequences] = result
        return result
    }

    /// Ranges of the first byte that are apart, each with what may follow it.
    private static func divided(_ sequences: [ByteSequence]) -> [(low: UInt8, high: UInt8, rests: [ByteSequence])] {
        var isBound = [Bool](repeating: false, count: 257)
        for sequence in sequences {
            isBound[Int(sequence.first.lowerBound)] = true
            isBound[Int(sequence.first.upperBound) + 1] = true
        }
        let bounds = isBound.indices.filter { isBound[$0] }
        var followers = [[ByteSequence]](repeating: [], count: bounds.count)
        var start = 0
        for sequence in sequences {
            // They mostly come in order.
            if bounds[start] > Int(sequence.first.lowerBound) { start = 0 }
            while bounds[start] < Int(sequence.first.lowerBound) { start += 1 }
            var index = start
            while index < bounds.count, bounds[index] <= Int(sequence.first.upperBound) {
                followers[index].append(sequence.rest)
                index += 1
            }
        }
        var result: [(low: UInt8, high: UInt8, rests: [ByteSequence])] = []
        for (index, rests) in followers.enumerated() where !rests.isEmpty {
            result.append((UInt8(bounds[index]), UInt8(bounds[index + 1] - 1), rests))
        }
        return result
    }
}
