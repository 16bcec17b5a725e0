/// Numbers different lists of words in the order in which they come, all in a few arrays: no list has one of its own.
struct DistinctLists: Sendable {
    private var words: [UInt64] = []
    /// Where each list ends; it begins where the one before ends.
    private var ends: [Int] = []
    /// A table of numbers plus one, 0 where it is free. It has a power of two of slots, and at least twice the lists.
    private var slots: [UInt32] = []

    /// How many lists there are.
    var count: Int { ends.count }

    /// A list by its number.
    subscript(number: Int) -> ArraySlice<UInt64> {
        words[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    /// The number of a list, which is added if it is new.
    mutating func number(of list: ArraySlice<UInt64>) -> Int {
        if slots.count < (count + 1) * 2 { grow() }
        let slot = self.slot(of: list)
        if slots[slot] == 0 {
            words.append(contentsOf: list)
            ends.append(words.count)
            slots[slot] = UInt32(count)
        }
        return Int(slots[slot]) - 1
    }

    /// Where a list stands, or where it would.
    private func slot(of list: ArraySlice<UInt64>) -> Int {
        // The hash is seeded, so that no pattern can be made up whose lists all meet in one slot.
        var hasher = Hasher()
        list.withUnsafeBytes { hasher.combine(bytes: $0) }
        var slot = hasher.finalize() & (slots.count - 1)
        while slots[slot] != 0, self[Int(slots[slot]) - 1] != list { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
        for number in 0..<count {
            let slot = self.slot(of: self[number])
            slots[slot] = UInt32(number + 1)
        }
    }
}
