/// How to recognise one character of a set by its bytes, forwards or backwards, with never a choice to make.
///
/// It is the smallest there is: no two states read the same, and no two edges of a state could be one.
struct ByteAutomaton: Sendable {
    /// From a range of bytes to a state, or to the end of the character.
    struct Edge: Equatable, Sendable {
        /// The range in the lowest bytes, and above them the state's number plus one: edges are compared as numbers.
        let packed: UInt64

        init(packed: UInt64) {
            self.packed = packed
        }

        init(low: UInt8, high: UInt8, state: Int?) {
            packed = UInt64(low) | UInt64(high) << 8 | UInt64(state.map { $0 + 1 } ?? 0) << 16
        }

        var low: UInt8 { UInt8(truncatingIfNeeded: packed) }
        var high: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
        /// Nil at the end of the character.
        var state: Int? { packed >> 16 == 0 ? nil : Int(packed >> 16) - 1 }
    }

    /// Each state's edges, in order and apart. A state stands behind those that it leads to; the last is the start.
    private let states: DistinctLists

    private init(states: DistinctLists) {
        self.states = states
    }

    /// The automaton that reads the set's characters from the first byte to the last. Surrogates are left out: no
    /// well-formed text contains them. Takes time linear in the number of ranges.
    init(_ set: ScalarSet) {
        var builder = ForwardAutomatonBuilder(set)
        self.init(states: builder.run())
    }

    /// The automaton that reads the same characters from their last byte to their first.
    var reversed: ByteAutomaton {
        ByteAutomaton(states: ReversedAutomatonBuilder(self).run())
    }

    /// How many states there are.
    var count: Int { states.count }

    /// The edges of a state.
    func edges(of state: Int) -> some RandomAccessCollection<Edge> {
        states[state].lazy.map(Edge.init(packed:))
    }
}
