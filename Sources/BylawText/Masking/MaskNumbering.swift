/// Which letter each thing got, for one request: the same thing has the same letter in all its texts.
struct MaskNumbering {
    /// Where a numbering stood, to go back to.
    struct Mark {
        fileprivate let count: Int
        fileprivate let next: Int
    }

    private var numbers: [[UInt32]: Int] = [:]
    /// What has a number, in the order of numbering.
    private var things: [[UInt32]] = []
    private var next = 0

    var isEmpty: Bool { things.isEmpty && next == 0 }

    var mark: Mark { Mark(count: things.count, next: next) }

    /// Takes back the numbers that were given since.
    mutating func goBack(to mark: Mark) {
        for thing in things[mark.count...] { numbers[thing] = nil }
        things.removeSubrange(mark.count...)
        next = mark.next
    }

    /// The letters of a thing, given by its folded scalars; for a new thing the first that nobody has and that are not
    /// `taken` by the text itself: where an author already wrote `A社`, the first name becomes `B社`.
    mutating func letters(for thing: [UInt32], taken: Set<String>) -> String {
        if let number = numbers[thing] { return Self.letters(number) }
        while taken.contains(Self.letters(next)) { next += 1 }
        numbers[thing] = next
        things.append(thing)
        next += 1
        return Self.letters(next - 1)
    }

    /// A to Z for 0 to 25, then AA, AB …
    static func letters(_ number: Int) -> String {
        var letters: [UInt8] = []
        var rest = number
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        letters.reverse()
        return String(decoding: letters, as: UTF8.self)
    }
}
