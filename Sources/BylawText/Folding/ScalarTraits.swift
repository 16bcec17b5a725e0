/// What a scalar is, as far as folding and boundaries care. The generated table holds these bits.
struct ScalarTraits: OptionSet, Sendable, Hashable {
    var rawValue: UInt16

    /// A letter or digit of a script that puts spaces between words.
    static let spaced = ScalarTraits(rawValue: 1 << 0)
    /// A letter or digit of one that does not: Han, kana, Hangul, Thai.
    static let unspaced = ScalarTraits(rawValue: 1 << 1)
    /// A decimal digit of any script.
    static let digit = ScalarTraits(rawValue: 1 << 2)
    /// Any combining mark.
    static let mark = ScalarTraits(rawValue: 1 << 3)
    /// A mark that only adds to a letter: it can go and the letter is still read.
    static let addition = ScalarTraits(rawValue: 1 << 4)
    /// Shows nothing.
    static let invisible = ScalarTraits(rawValue: 1 << 5)
    /// A separator that belongs to no word, such as a full stop or an emoji. With ``loose``: a line break.
    static let tight = ScalarTraits(rawValue: 1 << 6)
    /// A space, or an apostrophe, which parts words as a space does: `she'll` is not `shell`.
    static let loose = ScalarTraits(rawValue: 1 << 7)
    /// Beside another such scalar there is always a character boundary.
    static let solitary = ScalarTraits(rawValue: 1 << 8)
    /// Set while folding: a letter that was made of a symbol (`™`, `①`), which bounds no word.
    static let symbol = ScalarTraits(rawValue: 1 << 9)

    static let katakana = ScalarTraits(rawValue: 1 << 10)
    static let han = ScalarTraits(rawValue: 1 << 11)

    static let separator: ScalarTraits = [.tight, .loose]
    static let alphanumeric: ScalarTraits = [.spaced, .unspaced]

    var isSeparator: Bool { !isDisjoint(with: .separator) }
    var isAlphanumeric: Bool { !isDisjoint(with: .alphanumeric) }
    var isLetter: Bool { isAlphanumeric && !contains(.digit) }
}
