/// Makes a ``ByteAutomaton`` of a set's ranges in one walk over them, from the lowest to the highest.
///
/// The characters that share the bytes before a place lie together. So a state is made of the ranges that lie in its
/// span: what lies in the span of one byte is a state one byte shorter, and runs of bytes whose spans the set fills
/// need not be looked into. Equal states become one as they are made.
struct ForwardAutomatonBuilder {
    private let ranges: [ClosedRange<UInt32>]
    /// The range that the walk is in, and the first scalar of it that was not yet taken.
    private var index = 0
    private var position: UInt32 = 0

    private var states = DistinctLists()
    /// The edges of the states that are being made, those of an inner state behind those of the outer one.
    private var edges: [UInt64] = []
    /// Where the edges of the innermost begin.
    private var firstEdge = 0
    /// The states that read so many continuation bytes, whatever they are; nil where none was needed.
    private var anyContinuations: [Int?] = [nil, nil, nil, nil]

    init(_ set: ScalarSet) {
        ranges = set.ranges
        position = ranges.first?.lowerBound ?? 0
    }

    mutating func run() -> DistinctLists {
        addEdges(upTo: 0x7F, from: 0, firstByte: 0, continuations: 0)
        addEdges(upTo: 0x7FF, from: 0, firstByte: 0xC0, continuations: 1)
        addEdges(upTo: 0xD7FF, from: 0, firstByte: 0xE0, continuations: 2)
        skip(upTo: 0xDFFF)
        addEdges(upTo: 0xFFFF, from: 0, firstByte: 0xE0, continuations: 2)
        addEdges(upTo: ScalarSet.last, from: 0, firstByte: 0xF0, continuations: 3)
        _ = states.number(of: edges[...])
        return states
    }

    /// Adds edges for the scalars from the walk's place up to `end`. The byte `firstByte` stands for those from `base`
    /// on, as many as the continuation bytes behind it can tell apart, and the bytes after it for those after them.
    private mutating func addEdges(upTo end: UInt32, from base: UInt32, firstByte: UInt8, continuations: Int) {
        let width: UInt32 = 1 << UInt32(6 * continuations)
        while index < ranges.count, position <= end {
            let child = (position - base) / width
            let start = base + child * width
            let upper = min(ranges[index].upperBound, end)
            if position == start, upper - start >= width - 1 {
                let lastChild = (upper - base + 1) / width - 1
                addEdge(firstByte + UInt8(child), firstByte + UInt8(lastChild), to: anyContinuation(continuations))
                skip(upTo: base + (lastChild + 1) * width - 1)
            } else {
                let state = self.state(upTo: min(end, start + width - 1), from: start, continuations: continuations)
                addEdge(firstByte + UInt8(child), firstByte + UInt8(child), to: state)
            }
        }
    }

    /// The state that reads the continuation bytes of the scalars up to `end`. At most three deep.
    private mutating func state(upTo end: UInt32, from base: UInt32, continuations: Int) -> Int {
        let outer = firstEdge
        firstEdge = edges.count
        addEdges(upTo: end, from: base, firstByte: 0x80, continuations: continuations - 1)
        let state = states.number(of: edges[firstEdge...])
        edges.removeSubrange(firstEdge...)
        firstEdge = outer
        return state
    }

    /// The state that reads so many continuation bytes; nil, the end of the character, if there are none.
    private mutating func anyContinuation(_ count: Int) -> Int? {
        if count == 0 { return nil }
        if let known = anyContinuations[count] { return known }
        let edge = ByteAutomaton.Edge(low: 0x80, high: 0xBF, state: anyContinuation(count - 1))
        let state = states.number(of: [edge.packed])
        anyContinuations[count] = state
        return state
    }

    /// Adds an edge to the innermost state, or makes its last one longer.
    private mutating func addEdge(_ low: UInt8, _ high: UInt8, to state: Int?) {
        if edges.count > firstEdge {
            let last = ByteAutomaton.Edge(packed: edges[edges.count - 1])
            if last.state == state, last.high + 1 == low {
                edges[edges.count - 1] = ByteAutomaton.Edge(low: last.low, high: high, state: state).packed
                return
            }
        }
        edges.append(ByteAutomaton.Edge(low: low, high: high, state: state).packed)
    }

    /// Takes all scalars up to one.
    private mutating func skip(upTo last: UInt32) {
        while index < ranges.count, ranges[index].upperBound <= last { index += 1 }
        if index < ranges.count { position = max(last + 1, ranges[index].lowerBound) }
    }
}
