/// Which containers are open, innermost last: one bit each, and no allocation until the 65th.
struct JSONNesting: Sendable {
    /// The innermost up to 64; the lowest bit is the innermost, and is set for an object.
    var bits: UInt64 = 0
    /// Full words of 64, outermost first.
    var outer: [UInt64] = []
    /// How many containers are open.
    private(set) var depth = 0

    init() {}

    /// Whether the innermost container is an object.
    var isInObject: Bool { depth > 0 && bits & 1 == 1 }

    /// Opens a container.
    mutating func open(isObject: Bool) {
        if depth > 0, depth % 64 == 0 {
            outer.append(bits)
            bits = 0
        }
        bits = bits << 1 | (isObject ? 1 : 0)
        depth += 1
    }

    /// Closes the innermost container, if one is open.
    mutating func close() {
        guard depth > 0 else { return }
        bits >>= 1
        depth -= 1
        if depth > 0, depth % 64 == 0, let word = outer.popLast() { bits = word }
    }
}
