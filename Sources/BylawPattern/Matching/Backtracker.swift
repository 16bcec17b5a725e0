/// Notes the groups of a match whose span is known, by trying one way after the other in the order that the pattern
/// prefers. It never tries an instruction twice at one position, so its time is bounded by the program's size times the
/// span's length; and as it remembers that in bits, it is for short spans.
///
/// The first way that ends where the span does is the match's: any that the pattern prefers to it would have been the
/// match.
final class Backtracker {
    /// What is left to do.
    private enum Step {
        case follow(Program.Address, position: Int)
        case restore(slot: Int, value: Int)
    }

    /// The most bits to remember: 32 kB.
    private static let mostBits = 1 << 18

    private let program: Program
    private let slotCount: Int
    private var visited: [UInt64] = []
    private var steps: [Step] = []
    private var slots: [Int]

    init(_ program: Program, slotCount: Int) {
        self.program = program
        self.slotCount = slotCount
        slots = [Int](repeating: -1, count: slotCount)
    }

    /// Whether a span is short enough.
    func canRun(over span: Range<Int>) -> Bool {
        span.count < Self.mostBits / program.instructions.count
    }

    /// The slots of the match with this span, which must be short enough.
    func run(_ text: Text, over span: Range<Int>) -> [Int]? {
        let size = program.instructions.count
        let words = ((span.count + 1) * size + 63) / 64
        visited.removeAll(keepingCapacity: true)
        visited.append(contentsOf: repeatElement(0, count: words))
        steps.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = -1 }
        slots[0] = span.lowerBound
        slots[1] = span.upperBound
        steps.append(.follow(program.anchoredStart, position: span.lowerBound))
        while let step = steps.popLast() {
            switch step {
            case .restore(let slot, let value): slots[slot] = value
            case .follow(let address, let position):
                if follow(from: address, at: position, in: text, over: span) { return slots }
            }
        }
        return nil
    }

    /// Goes one way until it fails; true if it is the match.
    private func follow(
        from start: Program.Address, at startPosition: Int, in text: Text, over span: Range<Int>
    ) -> Bool {
        var address = start
        var position = startPosition
        while true {
            let bit = (position - span.lowerBound) * program.instructions.count + Int(address)
            let mask: UInt64 = 1 << UInt64(bit & 63)
            guard visited[bit >> 6] & mask == 0 else { return false }
            visited[bit >> 6] |= mask
            switch program.instructions[Int(address)] {
            case .fail: return false
            case .match: return position == span.upperBound
            case .split(let first, let second):
                steps.append(.follow(second, position: position))
                address = first
            case .assertion(let assertion, let next):
                guard text.assertions(at: position).contains(assertion) else { return false }
                address = next
            case .slot(let slot, let next):
                steps.append(.restore(slot: Int(slot), value: slots[Int(slot)]))
                slots[Int(slot)] = position
                address = next
            case .byte, .bytes:
                guard position < span.upperBound, let next = program.next(from: address, on: text.bytes[position])
                else { return false }
                address = next
                position += 1
            }
        }
    }
}
