/// Runs a program by following all its ways at once, byte by byte, each way with its own note of where groups are.
///
/// Ways are kept in the order in which the pattern prefers them, and two that come to the same instruction become one:
/// so a step costs at most the size of the program, however the pattern is made. This machine can run every program and
/// is the measure for the faster ones.
final class PikeMachine {
    /// The ways that are alive at one position.
    fileprivate struct Ways {
        /// Every instruction that was reached, those that take no byte included.
        var reached: AddressSet
        /// Those that take a byte or end a match, the preferred first.
        var waiting: [Program.Address] = []
        /// Each instruction's slots, one row an instruction.
        var slots: [Int]

        init(size: Int, slotCount: Int) {
            reached = AddressSet(capacity: size)
            slots = [Int](repeating: -1, count: size * slotCount)
        }

        mutating func removeAll() {
            reached.removeAll()
            waiting.removeAll(keepingCapacity: true)
        }
    }

    /// What is left to do while one position's instructions are followed.
    fileprivate enum Step {
        case follow(Program.Address)
        case restore(slot: Int, value: Int)
    }

    /// What changes while it runs. Apart from the class, so that nothing is checked twice at every step.
    fileprivate struct State {
        let slotCount: Int
        var current: Ways
        var following: Ways
        var steps: [Step] = []
        /// The slots of the way that is being followed.
        var slots: [Int]
    }

    private let program: Program
    private var state: State

    /// A machine that notes so many slots: none to know whether there is a match, two for its span, and two for each
    /// group.
    init(_ program: Program, slotCount: Int) {
        self.program = program
        let size = program.instructions.count
        state = State(
            slotCount: slotCount, current: Ways(size: size, slotCount: slotCount),
            following: Ways(size: size, slotCount: slotCount), slots: [Int](repeating: -1, count: slotCount))
    }

    /// The slots of the first match that begins at or after `start`, or only there if `isAnchored`, and ends at or
    /// before `end`; nil if there is none. A slot that was never noted is -1.
    func run(_ text: Text, from start: Int, upTo end: Int, isAnchored: Bool) -> [Int]? {
        state.run(program, text, from: start, upTo: end, isAnchored: isAnchored)
    }
}

extension PikeMachine.State {
    fileprivate mutating func run(
        _ program: Program, _ text: Text, from start: Int, upTo end: Int, isAnchored: Bool
    ) -> [Int]? {
        var found: [Int]?
        current.removeAll()
        var position = start
        while true {
            if found == nil, !isAnchored || position == start {
                for slot in slots.indices { slots[slot] = -1 }
                if slotCount > 0 { slots[0] = position }
                Self.follow(program.anchoredStart, program, text, at: position, &slots, &steps, into: &current)
            }
            if current.waiting.isEmpty, found != nil || isAnchored { break }
            following.removeAll()
            if let match = step(program, text, at: position, upTo: end) {
                found = match
                if slotCount == 0 { break }
            }
            if position >= end { break }
            swap(&current, &following)
            position += 1
        }
        return found
    }

    /// Lets every way take the byte at a position. The slots of the match, if one ends here: ways that the pattern
    /// prefers less than that one are given up.
    private mutating func step(_ program: Program, _ text: Text, at position: Int, upTo end: Int) -> [Int]? {
        let byte = position < end ? text.bytes[position] : nil
        for address in current.waiting {
            let row = Int(address) * slotCount
            if program.isMatch(address) {
                var match = Array(current.slots[row..<row + slotCount])
                if slotCount > 1 { match[1] = position }
                return match
            }
            guard let byte, let next = program.next(from: address, on: byte) else { continue }
            for slot in 0..<slotCount { slots[slot] = current.slots[row + slot] }
            Self.follow(next, program, text, at: position + 1, &slots, &steps, into: &following)
        }
        return nil
    }

    /// Adds what can be reached from an instruction without taking a byte.
    private static func follow(
        _ start: Program.Address, _ program: Program, _ text: Text, at position: Int, _ slots: inout [Int],
        _ steps: inout [PikeMachine.Step], into ways: inout PikeMachine.Ways
    ) {
        let holding = program.assertions.isEmpty ? [] : text.assertions(at: position)
        steps.append(.follow(start))
        while let step = steps.popLast() {
            guard case .follow(var address) = step else {
                if case .restore(let slot, let value) = step { slots[slot] = value }
                continue
            }
            way: while ways.reached.insert(address) {
                switch program.instructions[Int(address)] {
                case .fail: break way
                case .split(let first, let second):
                    steps.append(.follow(second))
                    address = first
                case .assertion(let assertion, let next):
                    guard holding.contains(assertion) else { break way }
                    address = next
                case .slot(let slot, let next):
                    if Int(slot) < slots.count {
                        steps.append(.restore(slot: Int(slot), value: slots[Int(slot)]))
                        slots[Int(slot)] = position
                    }
                    address = next
                case .match, .byte, .bytes:
                    ways.waiting.append(address)
                    let row = Int(address) * slots.count
                    for slot in 0..<slots.count { ways.slots[row + slot] = slots[slot] }
                    break way
                }
            }
        }
    }
}
