/// Numbers the bytes so that those that a program never tells apart have one number: an automaton's rows become short.
struct ByteClasses: Sendable {
    /// The class of each byte. Classes are in the order of their bytes.
    private(set) var classes: [UInt8]
    /// How many classes there are, at most 256. The end of the text counts as one more, with this number.
    private(set) var count: Int
    /// The first byte of each class.
    private(set) var representatives: [UInt8]

    /// All bytes in one class.
    init() {
        classes = [UInt8](repeating: 0, count: 256)
        representatives = [0]
        count = 1
    }

    /// The classes that a program needs.
    init(of program: Program) {
        // Whether a class starts at a byte, and one place behind the last byte that nobody asks about.
        var starts = [Bool](repeating: false, count: 257)
        func add(_ low: UInt8, _ high: UInt8) {
            starts[Int(low)] = true
            starts[Int(high) + 1] = true
        }
        for case .byte(let low, let high, _) in program.instructions { add(low, high) }
        for transition in program.transitions { add(transition.low, transition.high) }
        if !program.assertions.isDisjoint(with: [.lineStart, .lineEnd]) { add(0x0A, 0x0A) }
        if program.asksForWords {
            for range in UnicodeSet.wordCharacters.ranges {
                add(UInt8(range.lowerBound), UInt8(range.upperBound))
            }
        }
        self.init()
        for byte in 1...255 {
            if starts[byte] { representatives.append(UInt8(byte)) }
            classes[byte] = UInt8(representatives.count - 1)
        }
        count = representatives.count
    }
}
