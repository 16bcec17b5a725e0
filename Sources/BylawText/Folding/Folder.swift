/// Folds one text. The steps and their order: character references; what shows nothing; decomposition and case; separators;
/// marks; look-alikes; kana; composition of Hangul and voiced kana; repeated letters.
///
/// The folded view is decomposed, except that Hangul syllables and voiced kana are composed: a part of one is not found in it.
///
/// Where a scalar alone decides what becomes of it, ``ProfileTable`` knows: runs of such scalars take the short way.
struct Folder {
    /// For how many units more there is room at least when the short way is taken, but at a text's end. It goes as far as there is room.
    private static let leastRoom = 16

    private let profile: FoldProfile
    /// Nil to go the long way always.
    private let plain: ProfileTable?
    private var table: FoldTable { .shared }
    private let opaque: [Range<Int>]
    /// The units, and room for more.
    var storage: [FoldedText.Unit] = []
    private(set) var count = 0
    /// What has been left out since the last unit.
    private(set) var gap: FoldedText.Gap = []
    /// The separator right before, 0 for none: CR LF is one line break, and one after a hyphen only divides a word.
    private var lastSeparator: UInt32 = 0
    /// Where the run of marks at the end of the units starts, and whether it must be sorted by combining class.
    private var marksStart: Int?
    private var marksAreUnordered = false
    private var lastCombining: UInt8 = 0

    init(profile: FoldProfile, plain: ProfileTable?, opaque: [Range<Int>]) {
        self.profile = profile
        self.plain = plain
        self.opaque = opaque
    }

    mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
        // Enough for scripts of three bytes a letter.
        reserve(text.count / 3 + Self.leastRoom)
        var offset = 0
        for range in opaque {
            fold(text, &offset, to: min(range.lowerBound, text.count))
            let end = min(range.upperBound, text.count)
            if end > offset {
                append(FoldedText.opaque, [], 0, offset, end)
                offset = end
            }
        }
        fold(text, &offset, to: text.count)
        sortMarks()
        reserve(FoldedText.padding)
        for index in count..<count + FoldedText.padding { storage[index].scalar = FoldedText.beyond }
    }

    /// Folds what starts before `end`.
    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int, to end: Int) {
        while offset < end {
            if marksStart == nil, let plain {
                reserve(min(Self.leastRoom, end - offset))
                let limit = min(end, offset + storage.count - count)
                offset = foldPlain(text, offset, to: limit, plain)
                if offset >= limit { continue }
            }
            let byte = text[offset]
            if byte == UInt8(ascii: "&"), profile.contains(.entities),
                let entity = CharacterReference(in: text, at: offset)
            {
                for scalar in entity.scalars { add(scalar, offset, offset + entity.length) }
                offset += entity.length
            } else if byte < 0x80 {
                addASCII(byte, offset)
                offset += 1
            } else {
                let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
                add(scalar, offset, offset + length)
                offset += length
            }
        }
    }

    /// Folds up to the first scalar that does not alone decide what becomes of it, or up to `limit` or two bytes before the text's
    /// end, and says where that is. No marks are waiting to be sorted.
    private mutating func foldPlain(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, to limit: Int, _ plain: ProfileTable
    ) -> Int {
        guard let bytes = text.baseAddress else { return limit }
        let stop = min(limit, text.count - 2)
        if start >= stop { return start }
        var offset = start
        plain.withPointers { pages, cells in
            storage.withUnsafeMutableBufferPointer { units in
                guard let first = units.baseAddress else { return }
                var next = first + count
                var (gap, separator) = (gap.rawValue, lastSeparator)
                /// The letter that another one may join; none behind a gap.
                var joined = count > 0 && gap == 0 ? next[-1].scalar : FoldedText.beyond
                while offset < stop {
                    if gap == 0 {
                        Self.foldRun(bytes, &offset, stop, pages, cells, &next, &joined)
                        separator = 0
                        if offset >= stop { break }
                    }
                    let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
                    let cell = cells[Int(truncatingIfNeeded: pages[Int(scalar &>> 6)] | scalar & 0x3F)]
                    let action = ProfileTable.Action(of: cell)
                    if action == .context { break }
                    if action == .separator {
                        gap |= UInt8(truncatingIfNeeded: cell &>> 32)
                        separator = scalar
                        joined = FoldedText.beyond
                    } else if action != .dropped {
                        let folded = scalar &+ UInt32(truncatingIfNeeded: cell)
                        if folded == joined, action == .letter {
                            if next[-1].run < .max { next[-1].run &+= 1 }
                            next[-1].end = UInt32(truncatingIfNeeded: offset + length)
                        } else {
                            next.pointee = FoldedText.Unit(
                                scalar: folded, start: offset, end: offset + length,
                                details: ProfileTable.details(of: cell), gap: gap)
                            next += 1
                            (gap, separator, joined) = (0, 0, folded)
                        }
                    }
                    offset += length
                }
                count = next - first
                (self.gap, lastSeparator) = (FoldedText.Gap(rawValue: gap), separator)
            }
        }
        return offset
    }

    /// The inner loop of ``foldPlain(_:_:to:_:)``: scalars of one or three bytes that become a unit each, without gaps.
    @inline(__always)
    private static func foldRun(
        _ bytes: UnsafePointer<UInt8>, _ offset: inout Int, _ stop: Int, _ pages: UnsafePointer<UInt32>,
        _ cells: UnsafePointer<UInt64>, _ next: inout UnsafeMutablePointer<FoldedText.Unit>, _ joined: inout UInt32
    ) {
        while offset < stop {
            let lead = UInt32(bytes[offset])
            var (page, low, behind) = (lead &>> 6, lead & 0x3F, offset &+ 1)
            if lead >= 0x80 {
                // Of surrogates the table knows that they are none of its business.
                let (second, third) = (UInt32(bytes[offset &+ 1]) ^ 0x80, UInt32(bytes[offset &+ 2]) ^ 0x80)
                guard lead &- 0xE1 < 15, second | third < 0x40 else { return }
                (page, low, behind) = ((lead & 0xF) &<< 6 | second, third, offset &+ 3)
            }
            let cell = cells[Int(truncatingIfNeeded: pages[Int(page)] | low)]
            let scalar = page &<< 6 | low
            let folded = scalar &+ UInt32(truncatingIfNeeded: cell)
            guard ProfileTable.makesUnit(cell), folded != joined else { return }
            next.pointee = FoldedText.Unit(
                scalar: folded, start: offset, end: behind, details: ProfileTable.details(of: cell), gap: 0)
            next += 1
            joined = folded
            offset = behind
        }
    }

    /// Makes room for more units.
    private mutating func reserve(_ more: Int) {
        if storage.count >= count + more { return }
        let size = max(count + more, storage.count * 2)
        let none = FoldedText.Unit(scalar: FoldedText.beyond, start: 0, end: 0, traits: [])
        storage.append(contentsOf: repeatElement(none, count: size - storage.count))
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
        let form = record.form(profile)
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
        append(Self.mapped(scalar, record, profile), record.traits.union(borrowed), record.combining, start, end)
    }

    /// The letter that stands for one under a profile.
    @inline(__always)
    static func mapped(_ scalar: UInt32, _ record: FoldTable.Record, _ profile: FoldProfile) -> UInt32 {
        let letter = record.confusable != 0 && profile.contains(.confusables) ? record.confusable : scalar
        return profile.contains(.kana) ? hiragana(letter) : letter
    }

    /// What a separator that breaks no line adds to a gap.
    static func gap(of scalar: UInt32, _ traits: ScalarTraits) -> FoldedText.Gap {
        traits.contains(.loose) ? .loose : scalar == 0x5F ? .underscore : .tight
    }

    /// Notes a separator instead of adding it.
    private mutating func leaveOut(_ scalar: UInt32, _ traits: ScalarTraits) {
        defer { lastSeparator = scalar }
        guard traits.isSuperset(of: .separator) else {
            gap.insert(Self.gap(of: scalar, traits))
            return
        }
        let isSameBreak = scalar == 0x0A && lastSeparator == 0x0D
        let dividesWord = gap == .tight && (lastSeparator == 0x2D || lastSeparator == 0x2010)
        if !isSameBreak, !dividesWord { gap.insert(gap.contains(.lineBreak) ? .loose : .lineBreak) }
    }

    @inline(__always)
    private mutating func append(_ scalar: UInt32, _ traits: ScalarTraits, _ combining: UInt8, _ start: Int, _ end: Int)
    {
        if combining != 0 || marksStart != nil { orderMarks(combining) }
        let last = count - 1
        if last >= 0, gap.isEmpty {
            if storage[last].scalar == scalar, profile.contains(.repeats), traits.isLetter, !Hangul.isJamo(scalar) {
                if storage[last].run < .max { storage[last].run += 1 }
                storage[last].end = UInt32(truncatingIfNeeded: end)
                return
            }
            if Self.canBeComposed(scalar), let composed = composed(storage[last].scalar, scalar) {
                replaceLast(by: composed, traits, end)
                return
            }
        }
        append(FoldedText.Unit(scalar: scalar, start: start, end: end, traits: traits, gap: gap))
        gap = []
        lastSeparator = 0
    }

    private mutating func append(_ unit: FoldedText.Unit) {
        reserve(1)
        storage[count] = unit
        count += 1
    }

    /// Whether a scalar may become one with the one before it: voicing marks of kana, vowels and last consonants of Hangul.
    static func canBeComposed(_ scalar: UInt32) -> Bool {
        scalar == 0x3099 || scalar == 0x309A || scalar &- 0x1161 < 21 || scalar &- 0x11A8 < 27
    }

    /// Hangul of its letters, and kana with a voicing mark.
    private func composed(_ base: UInt32, _ scalar: UInt32) -> UInt32? {
        if scalar == 0x3099 || scalar == 0x309A { return table.voiced(base, by: scalar) }
        return Hangul.composed(base, scalar)
    }

    /// Of a run of letters only the last one is composed with what follows.
    private mutating func replaceLast(by composed: UInt32, _ traits: ScalarTraits, _ end: Int) {
        let last = count - 1
        var unit = storage[last]
        if unit.run > 1 {
            storage[last].run -= 1
            unit.start = unit.end
            unit.gap = []
            unit.run = 1
            append(unit)
        }
        unit.scalar = composed
        unit.end = UInt32(truncatingIfNeeded: end)
        storage[count - 1] = unit
        marksStart = nil
    }

    /// Keeps track of the run of marks that ends the units.
    private mutating func orderMarks(_ combining: UInt8) {
        guard combining != 0 else {
            sortMarks()
            return
        }
        if marksStart == nil {
            marksStart = count
        } else if lastCombining > combining {
            marksAreUnordered = true
        }
        lastCombining = combining
    }

    /// Canonical order: by combining class, else as they came. Their places stay, all being of one character.
    private mutating func sortMarks() {
        if marksAreUnordered, let start = marksStart {
            let marks = storage[start..<count].map { (scalar: $0.scalar, traits: $0.traits) }
            let sorted = marks.sorted { table.record($0.scalar).combining < table.record($1.scalar).combining }
            for (index, mark) in sorted.enumerated() {
                storage[start + index].scalar = mark.scalar
                storage[start + index].traits = mark.traits
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
