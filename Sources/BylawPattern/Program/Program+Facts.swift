/// What a program says of every match.
extension Program {
    /// A longer prefix finds no more than its first part does, and takes longer to compare.
    private static let longestPrefix = 32

    /// The bytes that every match begins with, as far as there is no choice, and whether they are the whole of it.
    var literalPrefix: (bytes: [UInt8], isWhole: Bool) {
        var bytes: [UInt8] = []
        var address = anchoredStart
        var isPlain = true
        while true {
            switch instructions[Int(address)] {
            case .byte(let low, let high, let next) where low == high && bytes.count < Self.longestPrefix:
                bytes.append(low)
                address = next
            case .slot(_, let next):
                isPlain = false
                address = next
            case .assertion(_, let next):
                isPlain = false
                address = next
            case .match: return (bytes, isPlain)
            default: return (bytes, false)
            }
        }
    }

    /// The bytes that a match can begin with; nil if one may be empty.
    var firstBytes: Set<UInt8>? {
        var bytes: Set<UInt8> = []
        var reached = AddressSet(capacity: instructions.count)
        var pending = [anchoredStart]
        while let address = pending.popLast() {
            guard reached.insert(address) else { continue }
            switch instructions[Int(address)] {
            case .match: return nil
            case .fail: break
            case .byte(let low, let high, _): bytes.formUnion(low...high)
            case .bytes(let first, let end):
                for transition in transitions[Int(first)..<Int(end)] {
                    bytes.formUnion(transition.low...transition.high)
                }
            case .split(let first, let second): pending += [first, second]
            case .assertion(_, let next), .slot(_, let next): pending.append(next)
            }
        }
        return bytes
    }
}
