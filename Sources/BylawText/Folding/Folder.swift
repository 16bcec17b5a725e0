/// Folds one text. The steps and their order: character references; what shows nothing; decomposition and case; separators;
/// marks; look-alikes; kana; composition of Hangul and voiced kana; repeated letters.
///
/// The folded view is decomposed, except that Hangul syllables and voiced kana are composed: a part of one is not found in it.
struct Folder {
    private let profile: FoldProfile
    private let table = FoldTable.shared
    private let opaque: [Range<Int>]
    var units: [FoldedText.Unit] = []
    /// What has been left out since the last unit.
    private(set) var gap: FoldedText.Gap = []
    /// The separator right before, 0 for none: CR LF is one line break, and one after a hyphen only divides a word.
    private var lastSeparator: UInt32 = 0
    /// Where the run of marks at the end of ``units`` starts, and whether it must be sorted by combining class.
    private var marksStart: Int?
    private var marksAreUnordered = false
    private var lastCombining: UInt8 = 0

    init(profile: FoldProfile, opaque: [Range<Int>]) {
        self.profile = profile
        self.opaque = opaque
    }

    mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        var nextOpaque = opaque.startIndex
        while offset < text.count {
            if nextOpaque < opaque.endIndex, offset >= opaque[nextOpaque].lowerBound {
                let end = min(opaque[nextOpaque].upperBound, text.count)
                nextOpaque += 1
                if end > offset {
                    append(FoldedText.opaque, [], 0, offset, end)
                    offset = end
                }
                continue
            }
            let byte = text[offset]
            if byte < 0x80 {
                if byte == UInt8(ascii: "&"), profile.contains(.entities),
                    let entity = CharacterReference(in: text, at: offset)
                {
                    for scalar in entity.scalars { add(scalar, offset, offset + entity.length) }
                    offset += entity.length
                } else {
                    addASCII(byte, offset)
                    offset += 1
                }
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            add(scalar, offset, offset + length)
            offset += length
        }
        sortMarks()
    }

    /// What ``add(_:_:_:)`` does, for scalars that no table changes.
    @inline(__always)
    private mutating func addASCII(_ byte: UInt8, _ offset: Int) {
        let traits = table.records[Int(table.cells[Int(byte)])].traits
        if traits.isAlphanumeric {
            let isUpper = byte &- UInt8(ascii: "A") < 26 && profile.contains(.letterCase)
            append(UInt32(isUpper ? byte | 0x20 : byte), traits, 0, offset, offset + 1)
        } else if traits.isSeparator, profile.contains(.separators) {
            leaveOut(UInt32(byte), traits)
        } else if traits.contains(.invisible), profile.contains(.invisible) {
            return
        } else {
            append(UInt32(byte), traits, 0, offset, offset + 1)
        }
    }

    private mutating func add(_ scalar: UInt32, _ start: Int, _ end: Int) {
        let record = table.record(scalar)
        let traits = record.traits
        // Within a gap what shows nothing belongs to it: an emoji and its variation selector are one separator.
        if traits.contains(.invisible), profile.contains(.invisible) || !gap.isEmpty { return }
        if traits.isSeparator, profile.contains(.separators) {
            leaveOut(scalar, traits)
            return
        }
        let form: UInt32
        switch (profile.contains(.width), profile.contains(.letterCase)) {
        case (false, false): form = record.canonical
        case (false, true): form = record.canonicalFolded
        case (true, false): form = record.compatible
        case (true, true): form = record.compatibleFolded
        }
        if form == 0 {
            addMapped(scalar, record, [], start, end)
            return
        }
        let borrowed: ScalarTraits = traits.isAlphanumeric ? [] : .symbol
        let first = Int(form >> 8)
        for index in first..<first + Int(form & 0xFF) {
            let part = table.sequences[index]
            let record = table.record(part)
            if record.traits.contains(.invisible), profile.contains(.invisible) { continue }
            if record.traits.isSeparator, profile.contains(.separators) {
                leaveOut(part, record.traits)
            } else {
                addMapped(part, record, borrowed, start, end)
            }
        }
    }

    private mutating func addMapped(
        _ scalar: UInt32, _ record: FoldTable.Record, _ borrowed: ScalarTraits, _ start: Int, _ end: Int
    ) {
        if record.traits.contains(.addition), profile.contains(.marks) { return }
        var scalar = scalar
        if record.confusable != 0, profile.contains(.confusables) { scalar = record.confusable }
        if profile.contains(.kana) { scalar = Self.hiragana(scalar) }
        append(scalar, record.traits.union(borrowed), record.combining, start, end)
    }

    /// Notes a separator instead of adding it.
    private mutating func leaveOut(_ scalar: UInt32, _ traits: ScalarTraits) {
        defer { lastSeparator = scalar }
        switch (traits.contains(.tight), traits.contains(.loose)) {
        case (true, true):
            let isSameBreak = scalar == 0x0A && lastSeparator == 0x0D
            let dividesWord = gap == .tight && (lastSeparator == 0x2D || lastSeparator == 0x2010)
            if isSameBreak || dividesWord { break }
            gap.insert(gap.contains(.lineBreak) ? .loose : .lineBreak)
        case (false, true): gap.insert(.loose)
        default: gap.insert(scalar == 0x5F ? .underscore : .tight)
        }
    }

    @inline(__always)
    private mutating func append(_ scalar: UInt32, _ traits: ScalarTraits, _ combining: UInt8, _ start: Int, _ end: Int)
    {
        if combining != 0 || marksStart != nil { orderMarks(combining) }
        let last = units.count - 1
        if last >= 0, gap.isEmpty {
            if units[last].scalar == scalar, profile.contains(.repeats), traits.isLetter, !Hangul.isJamo(scalar) {
                if units[last].run < .max { units[last].run += 1 }
                units[last].end = UInt32(truncatingIfNeeded: end)
                return
            }
            if scalar >= 0x1161, let composed = composed(units[last].scalar, scalar) {
                replaceLast(by: composed, traits, end)
                return
            }
        }
        units.append(
            FoldedText.Unit(
                scalar: scalar, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                traits: traits, gap: gap))
        gap = []
        lastSeparator = 0
    }

    /// Hangul of its letters, and kana with a voicing mark.
    private func composed(_ base: UInt32, _ scalar: UInt32) -> UInt32? {
        if scalar == 0x3099 || scalar == 0x309A { return table.voiced(base, by: scalar) }
        return Hangul.composed(base, scalar)
    }

    /// Of a run of letters only the last one is composed with what follows.
    private mutating func replaceLast(by composed: UInt32, _ traits: ScalarTraits, _ end: Int) {
        let last = units.count - 1
        var unit = units[last]
        if unit.run > 1 {
            units[last].run -= 1
            unit.start = unit.end
            unit.gap = []
            unit.run = 1
            units.append(unit)
        }
        unit.scalar = composed
        unit.end = UInt32(truncatingIfNeeded: end)
        units[units.count - 1] = unit
        marksStart = nil
    }

    /// Keeps track of the run of marks that ends ``units``.
    private mutating func orderMarks(_ combining: UInt8) {
        guard combining != 0 else {
            sortMarks()
            return
        }
        if marksStart == nil {
            marksStart = units.count
        } else if lastCombining > combining {
            marksAreUnordered = true
        }
        lastCombining = combining
    }

    /// Canonical order: by combining class, else as they came. Their places stay, all being of one character.
    private mutating func sortMarks() {
        if marksAreUnordered, let start = marksStart {
            let marks = units[start...].map { (scalar: $0.scalar, traits: $0.traits) }
            let sorted = marks.sorted { table.record($0.scalar).combining < table.record($1.scalar).combining }
            for (index, mark) in sorted.enumerated() {
                units[start + index].scalar = mark.scalar
                units[start + index].traits = mark.traits
            }
        }
        marksStart = nil
        marksAreUnordered = false
    }

    private static func hiragana(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30A1...0x30F6, 0x30FD, 0x30FE: scalar - 0x60
        default: scalar
        }
    }
}
