import BylawTestSupport

/// Patterns and texts made by dice, always the same for the same seed.
struct PatternGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func number(below limit: Int) -> Int {
        Int(random.next() % UInt64(limit))
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[number(below: choices.count)]
    }

    private static let letters = ["a", "b", "a", "b", "c", "B", "é", "あ", "😀", "k", " ", "\n", "1", "_"]
    private static let classes = [
        ".", "\\w", "\\W", "\\d", "\\s", "[ab]", "[^a]", "[a-c]", "\\pL", "\\P{Lu}", "[あ-ん]", "[^\\n]", "(?i:k)", "\\C",
    ]
    private static let positions = ["^", "$", "\\A", "\\z", "\\b", "\\B", "(?m:^)", "(?m:$)"]
    private static let repetitions = ["*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,3}?", "{2,}"]

    /// A pattern that is always understood.
    mutating func pattern(depth: Int) -> String {
        let kind = depth == 0 ? number(below: 40) : number(below: 100)
        switch kind {
        case 0..<24: return pick(Self.letters)
        case 24..<33: return pick(Self.classes)
        case 33..<39: return pick(Self.positions)
        case 39: return ""
        case 40..<60: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
        case 60..<70: return "(?:\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
        case 70..<82: return "(\(pattern(depth: depth - 1)))"
        case 82..<85: return "(\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
        default: return "(?:\(pattern(depth: depth - 1)))" + pick(Self.repetitions)
        }
    }

    mutating func text() -> [UInt8] {
        let few = number(below: 2) == 0
        let length = [0, 1, 2, 4, 7, 12, 30][number(below: 7)]
        var bytes: [UInt8] = []
        for _ in 0..<length {
            bytes += Array((few ? Self.letters[number(below: 4)] : pick(Self.letters)).utf8)
        }
        // Now and then a text that is not UTF-8.
        if number(below: 20) == 0 { bytes.insert(UInt8(number(below: 256)), at: number(below: bytes.count + 1)) }
        return bytes
    }
}
