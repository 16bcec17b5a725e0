/// Which differences between two texts do not matter when one is looked for in the other.
///
/// Canonical equivalence never matters, whatever the profile: `é` is the same as `e` and an acute accent.
package struct FoldProfile: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Upper and lower case, by full Unicode case folding: `ẞ` is `ss`.
    package static let letterCase = FoldProfile(rawValue: 1 << 0)
    /// Compatibility forms (NFKC): `ｆｕｌｌ`, `ｶﾅ`, `㈱`, `𝐛𝐨𝐥𝐝`.
    package static let width = FoldProfile(rawValue: 1 << 1)
    /// Katakana and hiragana.
    package static let kana = FoldProfile(rawValue: 1 << 2)
    /// Letters of different scripts that look alike: Cyrillic `а` and Latin `a`, `力` and `カ`. Never two ASCII characters
    /// for one another, and never a letter for a digit.
    package static let confusables = FoldProfile(rawValue: 1 << 3)
    /// Marks on top of letters: `é` is `e`, and so is `e` under a stack of marks. Voicing marks of kana stay, as do the
    /// vowel signs that many scripts write as marks.
    package static let marks = FoldProfile(rawValue: 1 << 4)
    /// What shows nothing: zero-width characters, soft hyphens, variation selectors, bidirectional and other controls.
    package static let invisible = FoldProfile(rawValue: 1 << 5)
    /// What stands between letters: `A.C.M.E`, `A C M E`, a line break, an emoji. ``PhraseCheck`` says when it counts.
    package static let separators = FoldProfile(rawValue: 1 << 6)
    /// Letters written more often than once: `Acmeeee`. ``PhraseCheck`` says when it counts.
    package static let repeats = FoldProfile(rawValue: 1 << 7)
    /// HTML character references: `&#65;cme`, `A&shy;cme`.
    package static let entities = FoldProfile(rawValue: 1 << 8)

    /// Everything but ``kana``, which in Japanese tells words apart: a lexicon asks for it.
    package static let `default`: FoldProfile = [
        .letterCase, .width, .confusables, .marks, .invisible, .separators, .repeats, .entities,
    ]

    /// The folds under which patterns can be matched: those that leave every letter of a pattern its meaning. What a policy
    /// asks for beyond these says nothing to a pattern.
    package static let patterns: FoldProfile = [.width, .confusables, .marks, .invisible, .entities]

    /// Each fold with the name that a policy calls it by, in the order in which they are documented.
    package static let named: [(name: String, fold: FoldProfile)] = [
        ("case", .letterCase), ("width", .width), ("kana", .kana), ("confusables", .confusables), ("marks", .marks),
        ("invisible", .invisible), ("separators", .separators), ("repeats", .repeats), ("entities", .entities),
    ]

    /// The fold that a policy calls `name`, or nil.
    package init?(name: String) {
        guard let found = Self.named.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return nil }
        self = found.fold
    }

    /// The names of the folds in this profile, in the order of ``named``.
    package var names: [String] { Self.named.filter { contains($0.fold) }.map(\.name) }
}
