/// Turns a ``ByteAutomaton`` that reads characters forwards into the one that reads them backwards.
///
/// Behind the bytes that it has read backwards, a state stands for all forward states that could have come before them.
/// Forward states that have as many bytes to read yet make a layer, and a reversed state is a set of one layer, kept as
/// bits. As no two forward states read the same, no two of these sets do (Brzozowski), so nothing is left to be made
/// smaller.
struct ReversedAutomatonBuilder {
    /// An edge as seen from its end.
    private struct Arrival {
        let low: UInt8
        let high: UInt8
        /// The place in its layer of the state that it comes from; nil if that is the start.
        let source: Int?
    }

    /// The most bytes that a character has.
    private static let longest = 4

    /// For each layer, and in it for each state, the edges that lead there. The first layer is the end of the character.
    private var arrivals: [[[Arrival]]]

    init(_ forward: ByteAutomaton) {
        let start = forward.count - 1
        // What an edge leads to stands before what it comes from, so both are known in time.
        var layers = [Int](repeating: 0, count: forward.count)
        var places = layers
        arrivals = [[[]]] + [[[Arrival]]](repeating: [], count: Self.longest - 1)
        for state in 0..<forward.count {
            let edges = forward.edges(of: state)
            if state != start {
                layers[state] = (edges.first?.state.map { layers[$0] } ?? 0) + 1
                places[state] = arrivals[layers[state]].count
                arrivals[layers[state]].append([])
            }
            for edge in edges {
                let (layer, place) = edge.state.map { (layers[$0], places[$0]) } ?? (0, 0)
                arrivals[layer][place].append(
                    Arrival(low: edge.low, high: edge.high, source: state == start ? nil : places[state]))
            }
        }
    }

    func run() -> DistinctLists {
        // The states of a layer are found before those that they lead to, and numbered after them.
        var sets = DistinctLists()
        _ = sets.number(of: [1])
        var layers: [[[ByteAutomaton.Edge]]] = []
        for layer in 0..<Self.longest {
            var next = DistinctLists()
            layers.append((0..<sets.count).map { edges(of: sets[$0], in: layer, nextSets: &next) })
            sets = next
        }
        var states = DistinctLists()
        var numbers: [Int] = []
        for layer in layers.reversed() {
            numbers = layer.map { edges in
                states.number(
                    of: edges.map { edge in
                        ByteAutomaton.Edge(low: edge.low, high: edge.high, state: edge.state.map { numbers[$0] }).packed
                    }[...])
            }
        }
        return states
    }

    /// The edges of a state that stands for a set of a layer. They lead to sets of the next layer, which are added.
    private func edges(
        of set: ArraySlice<UInt64>, in layer: Int, nextSets: inout DistinctLists
    ) -> [ByteAutomaton.Edge] {
        // A first byte leads to the end of the character; a continuation byte leads to a set, which has a row of bits.
        var isFirst = [Bool](repeating: false, count: 256)
        let width = layer + 1 < Self.longest ? (arrivals[layer + 1].count + 63) / 64 : 0
        var rows = [UInt64](repeating: 0, count: 64 * width)
        for (index, word) in set.enumerated() {
            var bits = word
            while bits != 0 {
                let place = index * 64 + bits.trailingZeroBitCount
                bits &= bits - 1
                for arrival in arrivals[layer][place] {
                    for byte in Int(arrival.low)...Int(arrival.high) {
                        if let source = arrival.source {
                            rows[(byte - 0x80) * width + source / 64] |= 1 << UInt64(source % 64)
                        } else {
                            isFirst[byte] = true
                        }
                    }
                }
            }
        }
        var edges: [ByteAutomaton.Edge] = []
        func add(_ byte: Int, to state: Int?) {
            let byte = UInt8(byte)
            if let last = edges.last, last.state == state, last.high + 1 == byte {
                edges[edges.count - 1] = ByteAutomaton.Edge(low: last.low, high: byte, state: state)
            } else {
                edges.append(ByteAutomaton.Edge(low: byte, high: byte, state: state))
            }
        }
        for byte in 0..<0x80 where isFirst[byte] { add(byte, to: nil) }
        for byte in 0x80..<0xC0 {
            let row = rows[(byte - 0x80) * width..<(byte - 0x80 + 1) * width]
            if row.contains(where: { $0 != 0 }) { add(byte, to: nextSets.number(of: row)) }
        }
        for byte in 0xC0...0xFF where isFirst[byte] { add(byte, to: nil) }
        return edges
    }
}
