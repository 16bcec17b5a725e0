/// Finds all matches in one sweep over a text, in time linear in it.
///
/// Searching for one match after the other is not: with `a.*z|a`, each search reads to the end of the text in hope of a
/// `z` before it settles for an `a`, and the next search reads all of it again. The sweep instead takes every match as
/// soon as it shows, and goes on to look for the next one while ways that the pattern prefers are still open; if one
/// of those comes to its end after all, what was found behind it is taken back. Of two ways at one instruction the later
/// one need not be followed: where it could succeed, the earlier one takes its match back anyway. So there are never
/// more ways than instructions.
final class SweepMachine {
    /// One way to a match.
    private struct Way {
        let address: Program.Address
        /// Where its match begins.
        let start: Int
        /// Which of the matches, from left to right, it would become.
        let number: Int
    }

    /// A match that stands unless an earlier way takes it back.
    private struct Found {
        let span: Range<Int>
        /// Whether it only says that nothing but an empty match was found where the last one ended, which does not count.
        let isVoid: Bool
    }

    private let program: Program
    private var ways: [Way] = []
    private var following: [Way] = []
    private var reached: AddressSet
    private var pending: [Program.Address] = []
    private var found: [Found] = []

    init(_ program: Program) {
        self.program = program
        reached = AddressSet(capacity: program.instructions.count)
    }

    /// All matches that begin at or after `start`, where the last one before ended at `lastEnd`.
    func run(_ text: Text, from start: Int, lastEnd: Int?) -> [Range<Int>] {
        ways.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        reached.removeAll()
        var searchStart = start
        var position = start
        while true {
            begin(at: position, searchStart: searchStart, in: text)
            while let index = ways.firstIndex(where: isMatch) {
                searchStart = accept(index, at: position, lastEnd: lastEnd, in: text)
                begin(at: position, searchStart: searchStart, in: text)
            }
            guard position < text.count else { break }
            reached.removeAll()
            following.removeAll(keepingCapacity: true)
            for way in ways {
                guard let next = program.next(from: way.address, on: text.bytes[position]) else { continue }
                follow(next, start: way.start, number: way.number, at: position + 1, in: text, into: &following)
            }
            swap(&ways, &following)
            position += 1
        }
        return found.filter { !$0.isVoid }.map(\.span)
    }

    /// Adds the ways that begin at a position, if the search for the next match has come there.
    private func begin(at position: Int, searchStart: Int, in text: Text) {
        guard position >= searchStart else { return }
        follow(program.anchoredStart, start: position, number: found.count, at: position, in: text, into: &ways)
    }

    /// Takes a match that ends at a position, and gives up all that the pattern prefers less.
    /// The place from where the next match is looked for.
    private func accept(_ index: Int, at position: Int, lastEnd: Int?, in text: Text) -> Int {
        let way = ways[index]
        found.removeSubrange(way.number...)
        ways.removeSubrange(index...)
        // What only those that were given up had reached is open again.
        reached.removeAll()
        for kept in ways { _ = reached.insert(kept.address) }
        let previousEnd = found.last.map { $0.isVoid ? nil : $0.span.upperBound } ?? lastEnd
        let isVoid = way.start == position && previousEnd == position
        found.append(Found(span: way.start..<position, isVoid: isVoid))
        guard isVoid else { return position }
        return position + (position < text.count ? text.characterLength(at: position) : 1)
    }

    private func isMatch(_ way: Way) -> Bool {
        if case .match = program.instructions[Int(way.address)] { true } else { false }
    }

    /// Adds what can be reached from an instruction without taking a byte.
    private func follow(
        _ address: Program.Address, start: Int, number: Int, at position: Int, in text: Text, into ways: inout [Way]
    ) {
        let holding = program.assertions.isEmpty ? [] : text.assertions(at: position)
        pending.append(address)
        while let address = pending.popLast() {
            guard reached.insert(address) else { continue }
            switch program.instructions[Int(address)] {
            case .fail: break
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .assertion(let assertion, let next):
                if holding.contains(assertion) { pending.append(next) }
            case .slot(_, let next): pending.append(next)
            case .match, .byte, .bytes: ways.append(Way(address: address, start: start, number: number))
            }
        }
    }
}
