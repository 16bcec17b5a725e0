/// Something to look for in a text.
package struct Phrase: Sendable, Hashable {
    /// What must stand beside a match for it to count.
    package enum Boundary: Sendable, Hashable {
        /// Nothing: `cat` is found in `concatenate`.
        case none
        /// Where an end of the match is a letter or digit of a script that puts spaces between words, no other such
        /// letter or digit may touch it: `u_9` is not in `u_91`, but `Sony` is in `Sony製`. Han, kana, Hangul, Thai and
        /// their like bound nothing: `公司` is in `某公司的內幕`. An underscore counts as a letter for a phrase that
        /// itself has one, where a letter or digit follows it.
        case word
        /// As ``word``, and no katakana beside katakana, nor Han beside Han: `エン` is not in `エンジン`, nor `鈴木` in
        /// `鈴木一郎`, but `トヨタ` is in `トヨタ自動車`.
        case script
        /// No letter or digit of any script on either side.
        case alone
    }

    /// Where in the text a match must lie. Whitespace at the text's ends is not counted.
    package struct Anchors: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// At the start.
        package static let start = Anchors(rawValue: 1)
        /// At the end.
        package static let end = Anchors(rawValue: 2)
    }

    /// The phrase as it was written.
    package let text: String
    package let boundary: Boundary
    package let anchors: Anchors
    /// Whether case matters, even where the lexicon folds it.
    package let isCaseSensitive: Bool
    /// What the phrase names, where several phrases name the same: a company and its aliases are numbered alike.
    package let entity: String?

    /// A phrase. One of a single scalar is never found inside a word: its boundary is raised to ``Boundary/alone``,
    /// unless that is ``Boundary/none``.
    package init(
        _ text: String, boundary: Boundary = .word, anchors: Anchors = [], isCaseSensitive: Bool = false,
        entity: String? = nil
    ) {
        self.text = text
        let isShort = text.unicodeScalars.prefix(2).count < 2
        self.boundary = boundary != .none && isShort ? .alone : boundary
        self.anchors = anchors
        self.isCaseSensitive = isCaseSensitive
        self.entity = entity
    }
}
