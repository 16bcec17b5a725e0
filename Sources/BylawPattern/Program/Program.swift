/// What a machine runs to match a pattern: instructions over bytes, numbered from 0.
///
/// Where several ways lead on, they are in the order in which the pattern prefers them.
struct Program: Sendable {
    /// A number of an instruction.
    typealias Address = UInt32

    /// One step.
    enum Instruction: Sendable {
        /// The pattern has matched.
        case match
        /// No way leads on.
        case fail
        /// Takes a byte in the range.
        case byte(low: UInt8, high: UInt8, next: Address)
        /// Takes a byte in one of the transitions from `first` to before `end`, which are in order and apart.
        case bytes(first: UInt32, end: UInt32)
        /// Goes on at `first`, and where that fails at `second`.
        case split(first: Address, second: Address)
        /// Goes on if the position is so.
        case assertion(SyntaxTree.Assertion, next: Address)
        /// Notes the position: slot 2n is where group n starts, 2n + 1 where it ends.
        case slot(UInt32, next: Address)
    }

    /// From a byte of a range to an instruction.
    struct Transition: Sendable {
        let low: UInt8
        let high: UInt8
        let next: Address
    }

    var instructions: [Instruction] = []
    var transitions: [Transition] = []
    /// Where a match begins at the position at hand.
    var anchoredStart: Address = 0
    /// Where a match begins at the position at hand or a later one.
    var searchStart: Address = 0
    /// Which bytes no instruction tells apart.
    var byteClasses = ByteClasses()
    /// All assertions that occur.
    var assertions: SyntaxTree.Assertion = []

    /// Whether words make a difference.
    var asksForWords: Bool { !assertions.isDisjoint(with: [.wordBoundary, .notWordBoundary]) }

    /// Instructions and transitions.
    var size: Int { instructions.count + transitions.count }

    /// Whether a match ends at an instruction.
    func isMatch(_ address: Address) -> Bool {
        if case .match = instructions[Int(address)] { true } else { false }
    }

    /// Where a byte leads from an instruction that takes one; nil where it leads nowhere.
    @inline(__always)
    func next(from address: Address, on byte: UInt8) -> Address? {
        switch instructions[Int(address)] {
        case .byte(let low, let high, let next):
            return byte >= low && byte <= high ? next : nil
        case .bytes(let first, let end):
            var low = Int(first)
            var high = Int(end)
            while low < high {
                let middle = (low + high) / 2
                if transitions[middle].high < byte { low = middle + 1 } else { high = middle }
            }
            return low < Int(end) && transitions[low].low <= byte ? transitions[low].next : nil
        default:
            return nil
        }
    }
}
