/// A program in which, from a match's start on, no byte ever leaves a choice: `(\w+)=(\w+)`, but not `(\w+)(\d)`.
///
/// Then one way through the text is all there is, and the groups are noted on it as it goes.
struct OnePassTable: Sendable {
    /// What a byte does.
    struct Action: Sendable, Hashable {
        /// The node to go to.
        var next: UInt32
        /// What must hold before the byte.
        var condition: SyntaxTree.Assertion
        /// The slots to note before the byte, one bit each.
        var slots: UInt64
    }

    /// Tables with more actions than this are not made: those patterns are matched by another machine.
    private static let mostActions = 8_192
    /// A slot is a bit of ``Action/slots``.
    private static let mostSlots = 64

    /// One action a class of bytes, node after node; nil where no way leads on. The first node is the start.
    private(set) var actions: [Action?] = []
    /// For each node what must hold for a match to end there, and the slots to note; nil where none can.
    private(set) var ends: [Action?] = []
    /// How many actions a node has.
    let stride: Int

    private var nodes: [Program.Address: UInt32] = [:]
    private var waiting: [Program.Address] = []

    /// The table of a program; nil if the program leaves choices, or is too large.
    init?(_ program: Program, slotCount: Int) {
        guard slotCount <= Self.mostSlots else { return nil }
        stride = program.byteClasses.count
        _ = node(at: program.anchoredStart)
        var reached = AddressSet(capacity: program.instructions.count)
        var done = 0
        while done < waiting.count {
            reached.removeAll()
            guard addActions(from: waiting[done], program, &reached), actions.count <= Self.mostActions else {
                return nil
            }
            done += 1
        }
        nodes = [:]
        waiting = []
    }

    private mutating func node(at address: Program.Address) -> UInt32 {
        if let known = nodes[address] { return known }
        let number = UInt32(waiting.count)
        nodes[address] = number
        waiting.append(address)
        return number
    }

    /// Adds a node's actions; false if there is more than one way for some byte, or to some instruction.
    private mutating func addActions(
        from start: Program.Address, _ program: Program, _ reached: inout AddressSet
    ) -> Bool {
        var ways = [Action](repeating: Action(next: start, condition: [], slots: 0), count: 1)
        var row = [Action?](repeating: nil, count: stride)
        var end: Action?
        while let way = ways.popLast() {
            guard reached.insert(way.next) else { return false }
            var following = way
            switch program.instructions[Int(way.next)] {
            case .fail: break
            case .match: end = way
            case .split(let first, let second):
                following.next = second
                ways.append(following)
                following.next = first
                ways.append(following)
            case .assertion(let assertion, let next):
                // What would have to hold between bytes that are taken and slots that were noted stays in order, for
                // all of it is of one position.
                following.condition.insert(assertion)
                following.next = next
                ways.append(following)
            case .slot(let slot, let next):
                following.slots |= 1 << UInt64(slot)
                following.next = next
                ways.append(following)
            case .byte, .bytes:
                for (index, byte) in program.byteClasses.representatives.enumerated() {
                    guard let next = program.next(from: way.next, on: byte) else { continue }
                    following.next = node(at: next)
                    guard row[index] == nil else { return false }
                    row[index] = following
                }
            }
        }
        actions += row
        ends.append(end)
        return true
    }
}
