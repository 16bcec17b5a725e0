/// A text as it is compared, with a way back to the original.
package struct FoldedText: Sendable {
    /// One scalar of the folded view.
    struct Unit: Sendable, Hashable {
        /// The scalar, or ``FoldedText/opaque``.
        var scalar: UInt32
        /// Where what it was made of starts in the original, in UTF-8 bytes. Never less than in the unit before.
        var start: UInt32
        /// Where that ends. Never less than in the unit before.
        var end: UInt32
        /// Traits (16 bits), run (8) and gap (8): one word, as units are made and kept by the million.
        private var details: UInt32

        init(scalar: UInt32, start: Int, end: Int, traits: ScalarTraits, gap: Gap = []) {
            self.init(
                scalar: scalar, start: start, end: end, details: UInt32(traits.rawValue) | 1 << 16, gap: gap.rawValue)
        }

        /// A unit of traits and a run of 1.
        @inline(__always)
        init(scalar: UInt32, start: Int, end: Int, details: UInt32, gap: UInt8) {
            self.scalar = scalar
            self.start = UInt32(truncatingIfNeeded: start)
            self.end = UInt32(truncatingIfNeeded: end)
            self.details = details | UInt32(gap) << 24
        }

        var traits: ScalarTraits {
            get { ScalarTraits(rawValue: UInt16(truncatingIfNeeded: details)) }
            set { details = details & ~0xFFFF | UInt32(newValue.rawValue) }
        }

        /// How often the letter stood there; 255 for more.
        var run: UInt8 {
            get { UInt8(truncatingIfNeeded: details >> 16) }
            set { details = details & ~0xFF_0000 | UInt32(newValue) << 16 }
        }

        /// What was left out before it.
        var gap: Gap {
            get { Gap(rawValue: UInt8(truncatingIfNeeded: details >> 24)) }
            set { details = details & 0xFF_FFFF | UInt32(newValue.rawValue) << 24 }
        }
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
    /// The units, and behind them storage for more: at least ``padding`` units that no text has.
    private var storage: [Unit] = []
    /// How many scalars the folded view has.
    package private(set) var count = 0
    /// What was left out behind the last unit.
    var trailingGap: Gap = []

    /// How many units may be read behind the last one. They are ``beyond``.
    static let padding = 3
    /// Stands for what is behind the end; no scalar, and not ``opaque``.
    static let beyond = UInt32.max

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

    /// Folds a text scalar by scalar, without the short way that most of them take: what ``init(_:profile:opaque:)`` is held
    /// against.
    package init(slowly text: UnsafeBufferPointer<UInt8>, profile: FoldProfile, opaque: [Range<Int>] = []) {
        self.init()
        fold(text, profile, nil, opaque)
    }

    /// Folds a text into the storage that is there. Linear in the text, but for runs of combining marks, which are sorted.
    ///
    /// Ill-formed UTF-8 reads as U+FFFD, a byte each. Of a text beyond 4 GiB nothing is read: callers bound it far below.
    /// - Parameter opaque: Ranges that are not to be looked into, sorted, disjoint; empty ones say nothing.
    package mutating func fold(
        _ text: UnsafeBufferPointer<UInt8>, profile: FoldProfile, opaque: [Range<Int>] = []
    ) {
        fold(text, profile, .of(profile), opaque)
    }

    /// The same, with the profile's table at hand.
    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, table: ProfileTable, opaque: [Range<Int>] = []) {
        fold(text, table.profile, table, opaque)
    }

    private mutating func fold(
        _ text: UnsafeBufferPointer<UInt8>, _ profile: FoldProfile, _ plain: ProfileTable?, _ opaque: [Range<Int>]
    ) {
        trailingGap = []
        self.profile = profile
        count = 0
        guard text.count <= Int(UInt32.max) else { return }
        var folder = Folder(profile: profile, plain: plain, opaque: opaque)
        swap(&folder.storage, &storage)
        folder.fold(text)
        swap(&folder.storage, &storage)
        count = folder.count
        trailingGap = folder.gap
    }

    /// Whether two texts have the same units, made of the same places.
    package func isIdentical(to other: FoldedText) -> Bool {
        units == other.units && trailingGap == other.trailingGap && profile == other.profile
    }

    /// The units of the folded view.
    var units: ArraySlice<Unit> { storage[..<count] }

    /// Lends the units, to be read without checks.
    func withView<Result>(_ body: (View) -> Result) -> Result {
        storage.withUnsafeBufferPointer {
            body(View(units: UnsafeBufferPointer(rebasing: $0[..<count]), profile: profile))
        }
    }

    /// The folded scalars, for whoever compares texts rather than looks for something in them.
    package var scalars: [UInt32] { units.map(\.scalar) }

    /// The range of the original that some folded scalars were made of, in UTF-8 bytes, not yet whole characters.
    package func originalRange(of range: Range<Int>) -> Range<Int> { withView { $0.originalRange(of: range) } }

    /// The folded view as UTF-8, for what reads bytes (patterns), with its own way back.
    package var utf8: FoldedBytes { FoldedBytes(self) }
}

extension FoldedText {
    /// The units of a folded text where they lie.
    struct View {
        /// The units; ``FoldedText/padding`` more may be read behind them.
        let units: UnsafeBufferPointer<Unit>
        let profile: FoldProfile

        func originalRange(of range: Range<Int>) -> Range<Int> {
            guard !range.isEmpty else { return 0..<0 }
            let (first, last) = (units[range.lowerBound], units[range.upperBound - 1])
            return Int(first.start)..<Int(max(first.end, last.end))
        }
    }
}
