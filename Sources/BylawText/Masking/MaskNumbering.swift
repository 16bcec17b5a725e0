/// Which letter each thing got, for one request: the same thing has the same letter in all its texts.
struct MaskNumbering {
    private var numbers: [[UInt32]: Int] = [:]

    /// The letters of a thing, given by its folded scalars; new ones for a new thing.
    mutating func letters(for thing: [UInt32]) -> String {
        let number = numbers[thing] ?? numbers.count
        numbers[thing] = number
        return Self.letters(number)
    }

    /// A to Z for 0 to 25, then AA, AB …
    static func letters(_ number: Int) -> String {
        var letters: [UInt8] = []
        var rest = number
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
