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
    fileprivate struct Way {
        let address: Program.Address
        /// Where its match begins.
        let start: Int
        /// Which of the matches, from left to right, it would become.
        let number: Int
    }

    /// A match that stands unless an earlier way takes it back.
    fileprivate struct Found {
        let span: Range<Int>
        /// Whether it only says that nothing but an empty match was found where the last one ended, which does not count.
        let isVoid: Bool
    }

    /// What changes while it runs. Apart from the class, so that nothing is checked twice at every step.
    fileprivate struct State {
        var ways: [Way] = []
        var following: [Way] = []
        var reached: AddressSet
        var pending: [Program.Address] = []
        var found: [Found] = []
    }

    private let program: Program
    private var state: State

    init(_ program: Program) {
        self.program = program
        state = State(reached: AddressSet(capacity: program.instructions.count))
    }

    /// All matches that begin at or after `start`, where the last one before ended at `lastEnd`.
    func run(_ text: Text, from start: Int, lastEnd: Int?) -> [Range<Int>] {
        state.run(program, text, from: start, lastEnd: lastEnd)
        return state.found.filter { !$0.isVoid }.map(\.span)
    }
}

extension SweepMachine.State {
    fileprivate mutating func run(_ program: Program, _ text: Text, from start: Int, lastEnd: Int?) {
        ways.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        reached.removeAll()
        var searchStart = start
        var position = start
        while true {
            begin(program, text, at: position, searchStart: searchStart)
            while let index = ways.firstIndex(where: { program.isMatch($0.address) }) {
                searchStart = accept(index, text, at: position, lastEnd: lastEnd)
                begin(program, text, at: position, searchStart: searchStart)
            }
            guard position < text.count else { break }
            reached.removeAll()
            following.removeAll(keepingCapacity: true)
            for way in ways {
                guard let next = program.next(from: way.address, on: text.bytes[position]) else { continue }
                Self.follow(
                    next, program, text, at: position + 1, start: way.start, number: way.number, &reached, &pending,
                    into: &following)
            }
            swap(&ways, &following)
            position += 1
        }
    }

    /// Adds the ways that begin at a position, if the search for the next match has come there.
    private mutating func begin(_ program: Program, _ text: Text, at position: Int, searchStart: Int) {
        guard position >= searchStart else { return }
        Self.follow(
            program.anchoredStart, program, text, at: position, start: position, number: found.count, &reached,
            &pending, into: &ways)
    }

    /// Takes a match that ends at a position, and gives up all that the pattern prefers less.
    /// The place from where the next match is looked for.
    private mutating func accept(_ index: Int, _ text: Text, at position: Int, lastEnd: Int?) -> Int {
        let way = ways[index]
        found.removeSubrange(way.number...)
        ways.removeSubrange(index...)
        // What only those that were given up had reached is open again.
        reached.removeAll()
        for kept in ways { _ = reached.insert(kept.address) }
        let previousEnd = found.last.map { $0.isVoid ? nil : $0.span.upperBound } ?? lastEnd
        let isVoid = way.start == position && previousEnd == position
        found.append(SweepMachine.Found(span: way.start..<position, isVoid: isVoid))
        guard isVoid else { return position }
        return position + (position < text.count ? text.characterLength(at: position) : 1)
    }

    /// Adds what can be reached from an instruction without taking a byte.
    private static func follow(
        _ address: Program.Address, _ program: Program, _ text: Text, at position: Int, start: Int, number: Int,
        _ reached: inout AddressSet, _ pending: inout [Program.Address], into ways: inout [SweepMachine.Way]
    ) {
        let holding = program.assertions.isEmpty ? [] : text.assertions(at: position)
        pending.append(address)
        while var address = pending.popLast() {
            way: while reached.insert(address) {
                switch program.instructions[Int(address)] {
                case .fail: break way
                case .split(let first, let second):
                    pending.append(second)
                    address = first
                case .assertion(let assertion, let next):
                    guard holding.contains(assertion) else { break way }
                    address = next
                case .slot(_, let next): address = next
                case .match, .byte, .bytes:
                    ways.append(SweepMachine.Way(address: address, start: start, number: number))
                    break way
                }
            }
        }
    }
}
