/// What folding knows of each scalar, decoded from the generated tables when first used (a few milliseconds, once).
final class FoldTable: Sendable {
    static let shared = FoldTable()

    /// One scalar, or all that are alike.
    struct Record: Hashable {
        var traits: ScalarTraits = []
        /// The canonical combining class.
        var combining: UInt8 = 0
        /// The letter that stands for all that look like this one; 0 for itself.
        var confusable: UInt32 = 0
        /// What it becomes by ``Form``: where in ``FoldTable/sequences``, times 256, and how many; 0 for itself.
        var canonical: UInt32 = 0
        var canonicalFolded: UInt32 = 0
        var compatible: UInt32 = 0
        var compatibleFolded: UInt32 = 0

        /// What it becomes under a profile.
        @inline(__always)
        func form(_ profile: FoldProfile) -> UInt32 {
            switch (profile.contains(.width), profile.contains(.letterCase)) {
            case (false, false): canonical
            case (false, true): canonicalFolded
            case (true, false): compatible
            case (true, true): compatibleFolded
            }
        }
    }

    private static let pageSize = 256

    /// For each 256 scalars the number of their page in ``cells``.
    let pages: [UInt16]
    /// For each scalar of each page its record.
    let cells: [UInt16]
    let records: [Record]
    let sequences: [UInt32]
    /// Kana that a voicing mark can stand on, with the result: base, mark, composed; sorted by base.
    private let voicings: [(base: UInt32, mark: UInt32, composed: UInt32)]

    private init() {
        var builder = Builder()
        builder.readTraits()
        builder.readCombiningClasses()
        builder.readConfusables()
        builder.readMappings()
        (pages, cells) = Self.paged(builder.indices)
        records = builder.records
        sequences = builder.sequences

        var reader = TableReader(VoicingTable.data)
        var base = 0
        voicings = (0..<VoicingTable.count).map { _ in
            base += reader.signed()
            let mark = reader.number() + 0x3099
            return (UInt32(base), UInt32(mark), UInt32(base + reader.signed()))
        }
    }

    /// The record of a scalar.
    @inline(__always)
    func record(_ scalar: UInt32) -> Record { records[index(scalar)] }

    @inline(__always)
    func index(_ scalar: UInt32) -> Int {
        guard scalar < 0x110000 else { return Int(cells[0]) }
        return Int(cells[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)])
    }

    /// A kana with a voicing mark put on it: `か` and U+3099 are `が`.
    func voiced(_ base: UInt32, by mark: UInt32) -> UInt32? {
        guard base >= 0x3046, base <= 0x30FD else { return nil }
        return voicings.first { $0.base == base && $0.mark == mark }?.composed
    }

    /// Equal pages are kept once: they are compared where their checksums are the same.
    private static func paged(_ indices: [UInt16]) -> (pages: [UInt16], cells: [UInt16]) {
        var pages: [UInt16] = []
        var cells: [UInt16] = []
        var known: [UInt64: [UInt16]] = [:]
        pages.reserveCapacity(indices.count / pageSize)
        for start in stride(from: 0, to: indices.count, by: pageSize) {
            let page = indices[start..<start + pageSize]
            let checksum = checksum(page)
            let alike = known[checksum]?.first { number in
                let first = Int(number) * pageSize
                return cells[first..<first + pageSize] == page
            }
            if let alike {
                pages.append(alike)
            } else {
                let number = UInt16(cells.count / pageSize)
                known[checksum, default: []].append(number)
                pages.append(number)
                cells += page
            }
        }
        return (pages, cells)
    }

    private static func checksum(_ page: ArraySlice<UInt16>) -> UInt64 {
        page.withUnsafeBytes { bytes in
            var sum: UInt64 = 0
            for offset in stride(from: 0, to: bytes.count & ~7, by: 8) {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
                sum ^= sum >> 29
            }
            return sum
        }
    }
}

extension FoldTable {
    /// Gathers the tables into records; equal records are kept once.
    private struct Builder {
        var indices = [UInt16](repeating: 0, count: 0x110000)
        var records = [Record()]
        var sequences: [UInt32] = []
        private var known: [Record: UInt16] = [Record(): 0]

        private mutating func number(of record: Record) -> UInt16 {
            if let number = known[record] { return number }
            let number = UInt16(records.count)
            records.append(record)
            known[record] = number
            return number
        }

        private mutating func change(_ scalar: Int, _ body: (inout Record) -> Void) {
            var record = records[Int(indices[scalar])]
            body(&record)
            indices[scalar] = number(of: record)
        }

        mutating func readTraits() {
            var reader = TableReader(TraitsTable.data)
            var scalar = 0
            for _ in 0..<TraitsTable.count {
                let length = reader.number()
                let number = number(of: Record(traits: ScalarTraits(rawValue: UInt16(reader.number()))))
                let end = min(scalar + length, indices.count)
                indices.withUnsafeMutableBufferPointer { $0[scalar..<end].update(repeating: number) }
                scalar = end
            }
        }

        mutating func readCombiningClasses() {
            var reader = TableReader(CombiningTable.data)
            var scalar = 0
            for _ in 0..<CombiningTable.count {
                scalar += reader.number()
                let value = UInt8(reader.number())
                change(scalar) { $0.combining = value }
            }
        }

        mutating func readConfusables() {
            var reader = TableReader(ConfusableTable.data)
            var scalar = 0
            for _ in 0..<ConfusableTable.count {
                scalar += reader.number()
                let target = UInt32(scalar + reader.signed())
                change(scalar) { $0.confusable = target }
            }
        }

        mutating func readMappings() {
            var reader = TableReader(MappingTable.data)
            var scalar = 0
            for _ in 0..<MappingTable.count {
                scalar += reader.number()
                var last: UInt32 = 0
                var forms: [UInt32] = []
                for _ in 0..<4 {
                    let length = reader.number()
                    if length == 0 {
                        last = 0
                    } else if length > 1 {
                        last = UInt32(sequences.count) << 8 | UInt32(length - 1)
                        var target = scalar
                        for _ in 1..<length {
                            target += reader.signed()
                            sequences.append(UInt32(target))
                        }
                    }
                    forms.append(last)
                }
                change(scalar) {
                    ($0.canonical, $0.canonicalFolded) = (forms[0], forms[1])
                    ($0.compatible, $0.compatibleFolded) = (forms[2], forms[3])
                }
            }
        }
    }
}
