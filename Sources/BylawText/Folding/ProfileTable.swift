import Synchronization

/// What one profile makes of each scalar, as far as the scalar alone decides: most texts are folded by this table alone.
///
/// A cell is one word, so that a scalar costs one look-up: what is added to the scalar (32 bits), the unit's traits and a run of
/// 1 as ``FoldedText/Unit`` has them (24) or what a separator adds to the gap, and an ``Action`` (8).
final class ProfileTable: Sendable {
    /// What is done with a scalar.
    enum Action: UInt8 {
        /// What stands around the scalar decides, or it becomes several: `Folder` has to look.
        case context = 0
        /// It becomes one unit.
        case unit = 1
        /// It becomes one unit, or joins the one before if that is the same letter.
        case letter = 3
        /// It is a separator and becomes a gap.
        case separator = 4
        /// It is left out.
        case dropped = 8

        @inline(__always)
        init(of cell: UInt64) { self = Action(rawValue: UInt8(truncatingIfNeeded: cell &>> 56)) ?? .context }

        fileprivate var cell: UInt64 { UInt64(rawValue) << 56 }
    }

    /// Whether a scalar becomes a unit, or joins one.
    @inline(__always)
    static func makesUnit(_ cell: UInt64) -> Bool { cell & 1 << 56 != 0 }

    /// The traits and the run of the unit that a scalar becomes.
    @inline(__always)
    static func details(of cell: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: cell &>> 32) & 0xFF_FFFF }

    let profile: FoldProfile
    /// For each 64 scalars, as many as the last byte of UTF-8 tells apart, where their page starts in ``cells``.
    private let pages: [UInt32]
    private let cells: [UInt64]

    private static let known = Mutex<[FoldProfile: ProfileTable]>([:])

    /// The table of a profile: made when first asked for (about a millisecond), then kept.
    static func of(_ profile: FoldProfile) -> ProfileTable {
        known.withLock { known in
            if let table = known[profile] { return table }
            let table = ProfileTable(profile)
            known[profile] = table
            return table
        }
    }

    /// Lends the tables, to be read without checks.
    @inline(__always)
    func withPointers(_ body: (_ pages: UnsafePointer<UInt32>, _ cells: UnsafePointer<UInt64>) -> Void) {
        pages.withUnsafeBufferPointer { pages in
            cells.withUnsafeBufferPointer { cells in
                if let pages = pages.baseAddress, let cells = cells.baseAddress { body(pages, cells) }
            }
        }
    }

    /// What is done with a scalar.
    func action(of scalar: UInt32) -> Action {
        Action(of: cells[Int(pages[Int(scalar >> 6)]) + Int(scalar & 63)])
    }

    private init(_ profile: FoldProfile) {
        self.profile = profile
        let table = FoldTable.shared
        let maker = CellMaker(profile: profile, table: table)
        var pages: [UInt32] = []
        var cells = [UInt64](repeating: 0, count: 64)
        /// For each quarter of a page of the fold table the page here, where its cells mean the same for any scalars: they add
        /// nothing, and so share a page if they do there.
        var shared: [Int: UInt32] = [:]
        pages.reserveCapacity(table.pages.count * 4)
        for first in stride(from: UInt32(0), to: 0x11_0000, by: 64) {
            let number = Int(first >> 8)
            if 0xD8..<0xE0 ~= number {
                pages.append(0)
                continue
            }
            let original = Int(table.pages[number]) << 2 | Int(first >> 6 & 3)
            // ASCII, Hangul's letters and kana: what they are depends on more than their records.
            let isOwn = [0x00, 0x11, 0x30].contains(number)
            if !isOwn, let page = shared[original] {
                pages.append(page)
                continue
            }
            let page = UInt32(cells.count)
            var isShared = !isOwn
            for scalar in first..<first + 64 {
                let cell = maker.cell(scalar)
                if UInt32(truncatingIfNeeded: cell) != 0 { isShared = false }
                cells.append(cell)
            }
            if isShared { shared[original] = page }
            pages.append(page)
        }
        (self.pages, self.cells) = (pages, cells)
    }
}

extension ProfileTable {
    /// Makes the cells of one profile.
    private struct CellMaker {
        let profile: FoldProfile
        let table: FoldTable

        func cell(_ scalar: UInt32) -> UInt64 {
            let record = table.record(scalar)
            let traits = record.traits
            if scalar == 0x26, profile.contains(.entities) { return context }
            if scalar < 0x80, traits.isAlphanumeric {
                let isUpper = scalar &- 0x41 < 26 && profile.contains(.letterCase)
                return unit(scalar, isUpper ? scalar | 0x20 : scalar, traits)
            }
            if traits.contains(.invisible) {
                // Within a gap it is left out, whatever the profile.
                if profile.contains(.invisible) { return Action.dropped.cell }
                if scalar >= 0x80 { return context }
            }
            if traits.isSeparator, profile.contains(.separators) { return separator(scalar, traits) }
            if scalar < 0x80 { return unit(scalar, scalar, traits) }
            let form = record.form(profile)
            if form == 0 { return mapped(scalar, scalar, record, []) }
            guard form & 0xFF == 1 else { return context }
            let part = table.sequences[Int(form >> 8)]
            let partRecord = table.record(part)
            if partRecord.traits.contains(.invisible), profile.contains(.invisible) { return Action.dropped.cell }
            if partRecord.traits.isSeparator, profile.contains(.separators) { return context }
            return mapped(scalar, part, partRecord, traits.isAlphanumeric ? [] : .symbol)
        }

        private var context: UInt64 { Action.context.cell }

        private func mapped(
            _ scalar: UInt32, _ form: UInt32, _ record: FoldTable.Record, _ borrowed: ScalarTraits
        ) -> UInt64 {
            if record.traits.contains(.addition), profile.contains(.marks) { return Action.dropped.cell }
            let target = Folder.mapped(form, record, profile)
            guard record.combining == 0, !Folder.canBeComposed(target) else { return context }
            return unit(scalar, target, record.traits.union(borrowed))
        }

        private func unit(_ scalar: UInt32, _ target: UInt32, _ traits: ScalarTraits) -> UInt64 {
            let joins = profile.contains(.repeats) && traits.isLetter && !Hangul.isJamo(target)
            return UInt64(target &- scalar) | UInt64(traits.rawValue) << 32 | 1 << 48
                | (joins ? Action.letter : .unit).cell
        }

        private func separator(_ scalar: UInt32, _ traits: ScalarTraits) -> UInt64 {
            guard !traits.isSuperset(of: .separator) else { return context }
            return UInt64(Folder.gap(of: scalar, traits).rawValue) << 32 | Action.separator.cell
        }
    }
}
