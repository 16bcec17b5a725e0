/// A set of addresses that keeps their order and is emptied at no cost.
struct AddressSet {
    private var positions: [Program.Address]
    private var dense: [Program.Address]
    private(set) var count = 0

    /// An empty set for addresses less than `capacity`.
    init(capacity: Int) {
        positions = [Program.Address](repeating: 0, count: capacity)
        dense = positions
    }

    /// Adds an address; false if it was there.
    @inline(__always)
    mutating func insert(_ address: Program.Address) -> Bool {
        let position = Int(positions[Int(address)])
        if position < count, dense[position] == address { return false }
        dense[count] = address
        positions[Int(address)] = Program.Address(count)
        count += 1
        return true
    }

    mutating func removeAll() {
        count = 0
    }
}
