import BylawTestSupport
import Testing

@testable import BylawPattern

@Suite("a set of characters as an automaton over their bytes") struct ByteAutomatonTests {
    /// Where the length of a character changes, or the bytes that may follow its first one.
    private static let edges: [UInt32] = [
        0, 0x7F, 0x80, 0xBF, 0xC0, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF,
        0xE000, 0xEFFF, 0xF000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF,
    ]

    @Test("ranges that begin and end at every edge")
    func edges() {
        let bounds = Set(Self.edges.flatMap { [$0 == 0 ? 0 : $0 - 1, $0, min($0 + 1, ScalarSet.last)] }).sorted()
        for (index, low) in bounds.enumerated() {
            for high in bounds[index...] { expectReads(ScalarSet([low...high])) }
        }
    }

    @Test("sets made up at random", arguments: 0..<4)
    func random(part: UInt64) {
        var generator = SeededGenerator(seed: part)
        for _ in 0..<20 {
            let longest = UInt32(1) << UInt32.random(in: 0...20, using: &generator)
            let ranges = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
                let low =
                    Bool.random(using: &generator)
                    ? Self.edges.randomElement(using: &generator) ?? 0
                    : UInt32.random(
                        in: 0...(Bool.random(using: &generator) ? 0xFFFF : ScalarSet.last), using: &generator)
                return low...min(low + UInt32.random(in: 0..<longest, using: &generator), ScalarSet.last)
            }
            expectReads(ScalarSet(ranges))
            expectReads(ScalarSet(ranges).inverted)
        }
    }

    @Test("the sets that have a name")
    func named() {
        for name in UnicodeSet.propertyNames {
            guard let set = UnicodeSet.property(Array(name.utf8)) else { continue }
            expectReads(set)
            expectReads(set.inverted)
        }
    }

    @Test("sets of which no text has a character")
    func unreadable() {
        for set in [ScalarSet([]), ScalarSet([0xD800...0xDFFF]), ScalarSet([0xD900...0xD9FF])] {
            #expect(Reading(ByteAutomaton(set)).characters == 0)
            #expect(Reading(ByteAutomaton(set).reversed).characters == 0)
        }
    }

    /// Expects that just the UTF-8 of the set's characters is read, in both directions. What the automaton can read is
    /// counted, and characters are read that stand first and last in a range, beside it, and at steps between them: all
    /// of them in small sets.
    private func expectReads(_ set: ScalarSet) {
        let expected = set.ranges.reduce(0) { sum, range in
            let surrogates = range.overlaps(0xD800...0xDFFF) ? range.clamped(to: 0xD800...0xDFFF).count : 0
            return sum + range.count - surrogates
        }
        let forward = Reading(ByteAutomaton(set))
        let backward = Reading(ByteAutomaton(set).reversed)
        var problems: [String] = []
        if forward.characters != expected { problems.append("forwards \(forward.characters), not \(expected)") }
        if backward.characters != expected { problems.append("backwards \(backward.characters), not \(expected)") }
        if !forward.isSmallest { problems.append("forwards larger than it must be") }
        if !backward.isSmallest { problems.append("backwards larger than it must be") }
        let step = max(1, UInt32(set.count / 100))
        for range in set.ranges {
            let inside = Array(stride(from: range.lowerBound, through: range.upperBound, by: Int(step)))
            let outside = [range.lowerBound &- 1, range.upperBound + 1]
            for value in inside + [range.upperBound] + outside {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let bytes = Array(String(scalar).utf8)
                let isIn = range.contains(value)
                if forward.reads(bytes) != isIn { problems.append("forwards U+\(String(value, radix: 16))") }
                if backward.reads(bytes.reversed()) != isIn {
                    problems.append("backwards U+\(String(value, radix: 16))")
                }
            }
        }
        if !problems.isEmpty { Issue.record("\(set.ranges): \(problems.prefix(5))") }
    }
}

/// What an automaton reads, found by following its edges.
private struct Reading {
    private var states: [[ByteAutomaton.Edge]]

    init(_ automaton: ByteAutomaton) {
        states = (0..<automaton.count).map { Array(automaton.edges(of: $0)) }
    }

    /// How many byte strings lead from the start to the end of a character.
    var characters: Int {
        var counts: [Int] = []
        for edges in states {
            counts.append(
                edges.reduce(0) { $0 + ($1.state.map { counts[$0] } ?? 1) * (Int($1.high) - Int($1.low) + 1) })
        }
        return counts[counts.count - 1]
    }

    /// Whether the states are different, and each has as few edges as it can, in order.
    var isSmallest: Bool {
        let areApart = states.allSatisfy { edges in
            zip(edges, edges.dropFirst()).allSatisfy { one, next in
                one.high < next.low && (one.high + 1 < next.low || one.state != next.state)
            }
        }
        return areApart && Set(states.map { $0.map(\.packed) }).count == states.count
    }

    func reads(_ bytes: [UInt8]) -> Bool {
        var state: Int? = states.count - 1
        for (index, byte) in bytes.enumerated() {
            guard let at = state, let edge = states[at].first(where: { $0.low <= byte && byte <= $0.high }) else {
                return false
            }
            state = edge.state
            if state == nil { return index == bytes.count - 1 }
        }
        return false
    }
}
