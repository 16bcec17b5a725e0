/// A text as it is compared, with a way back to the original.
package struct FoldedText: Sendable {
    /// One scalar of the folded view.
    struct Unit: Sendable {
        /// The scalar, or ``FoldedText/opaque``.
        var scalar: UInt32
        /// Where what it was made of starts in the original, in UTF-8 bytes. Never less than in the unit before.
        var start: UInt32
        /// Where that ends. Never less than in the unit before.
        var end: UInt32
        var traits: ScalarTraits
        /// How often the letter stood there; 255 for more.
        var run: UInt8 = 1
        /// What was left out before it.
        var gap: Gap = []
    }

    /// What stood between two units and was left out as a separator.
    struct Gap: OptionSet, Sendable {
        var rawValue: UInt8

        /// Something that belongs to no word: a full stop, an emoji.
        static let tight = Gap(rawValue: 1)
        /// A space or an apostrophe.
        static let loose = Gap(rawValue: 2)
        static let lineBreak = Gap(rawValue: 4)
        static let underscore = Gap(rawValue: 8)

        /// Whether words are parted here: by a space, or by a line break together with anything else.
        var partsWords: Bool { contains(.loose) || contains(.lineBreak) && self != .lineBreak }
    }

    /// Stands for text that is not to be looked into; no scalar at all, so that no phrase has it.
    static let opaque: UInt32 = 0x11_0000

    package internal(set) var profile: FoldProfile = []
    var units: [Unit] = []
    /// What was left out behind the last unit.
    var trailingGap: Gap = []

    package init() {}

    /// Folds a text.
    package init(_ text: UnsafeBufferPointer<UInt8>, profile: FoldProfile, opaque: [Range<Int>] = []) {
        self.init()
        fold(text, profile: profile, opaque: opaque)
    }

    /// Folds a string.
    package init(_ text: String, profile: FoldProfile) {
        self.init()
        var text = text
        text.withUTF8 { fold($0, profile: profile) }
    }

    /// Folds a text into the storage that is there. Linear in the text, but for runs of combining marks, which are sorted.
    ///
    /// Ill-formed UTF-8 reads as U+FFFD, a byte each. Of a text beyond 4 GiB nothing is read: callers bound it far below.
    /// - Parameter opaque: Ranges that are not to be looked into, sorted, disjoint; empty ones say nothing.
    package mutating func fold(
        _ text: UnsafeBufferPointer<UInt8>, profile: FoldProfile, opaque: [Range<Int>] = []
    ) {
        units.removeAll(keepingCapacity: true)
        trailingGap = []
        self.profile = profile
        guard text.count <= Int(UInt32.max) else { return }
        units.reserveCapacity(text.count / 2)
        var folder = Folder(profile: profile, opaque: opaque)
        swap(&folder.units, &units)
        folder.fold(text)
        swap(&folder.units, &units)
        trailingGap = folder.gap
    }

    /// How many scalars the folded view has.
    package var count: Int { units.count }

    /// The folded scalars, for whoever compares texts rather than looks for something in them.
    package var scalars: [UInt32] { units.map(\.scalar) }

    /// The range of the original that some folded scalars were made of, in UTF-8 bytes, not yet whole characters.
    package func originalRange(of range: Range<Int>) -> Range<Int> {
        guard let first = units[range].first, let last = units[range].last else { return 0..<0 }
        return Int(first.start)..<Int(max(first.end, last.end))
    }

    /// The folded view as UTF-8, for what reads bytes (patterns), with its own way back.
    package var utf8: FoldedBytes { FoldedBytes(self) }
}
