/// Tells of most texts that none of a request's values shows in them, so that nothing is compiled to look for the values.
///
/// Whatever is found of a value has two different letters of it side by side in the folded text: the filter knows every such
/// pair. It is made only of values of which that holds, however they are looked for: folding makes one unit of each of their
/// scalars, whatever stands beside it, and what is left of a name without its affixes is never one letter repeated.
struct ValueFilter {
    /// How the values are folded; nil before the first.
    private var table: ProfileTable?
    /// Each pair of neighbours, the first in the upper half.
    private var pairs: [UInt64] = []
    /// By a hash of a pair, a bit each.
    private var bits = [UInt64](repeating: 0, count: 1 << wordBits)
    /// Storage for folding a value.
    private var folded = FoldedText()

    private static let wordBits = 6

    /// Forgets all values.
    mutating func begin() {
        table = nil
        // The bits of few pairs are taken back one by one, so that none is left whichever they were.
        for pair in pairs { bits[Self.word(Self.hash(pair))] = 0 }
        pairs.removeAll(keepingCapacity: true)
    }

    /// Adds a value that is looked for. False where texts cannot be told by its pairs.
    /// - Parameters:
    ///   - table: How it is folded: as all others are, or texts cannot be told.
    ///   - hasAffixes: Whether affixes may be taken off it.
    mutating func add(_ value: String, table: ProfileTable, hasAffixes: Bool) -> Bool {
        // Masks that fold otherwise would have to be told apart; nearly all fold alike.
        guard self.table == nil || self.table === table else { return false }
        self.table = table
        var value = value
        return value.withUTF8 { bytes in
            guard table.isPlain(bytes) else { return false }
            folded.fold(bytes, table: table)
            let folded = folded
            return folded.withView { add($0.units, hasAffixes: hasAffixes) }
        }
    }

    /// Adds the pairs of a value. False where something of it may be found without any of them.
    private mutating func add(_ units: UnsafeBufferPointer<FoldedText.Unit>, hasAffixes: Bool) -> Bool {
        guard units.count > 1 else { return false }
        for index in units.indices {
            // Two of a letter that needs no spaces may be all that is left of a name, three of another.
            let isRepeated = units[index].run > (units[index].traits.contains(.unspaced) ? 1 : 2)
            if hasAffixes, isRepeated { return false }
            guard index > 0 else { continue }
            let pair = Self.pair(units[index - 1].scalar, units[index].scalar)
            if units[index - 1].scalar == units[index].scalar {
                if hasAffixes { return false }
                continue
            }
            pairs.append(pair)
            let hash = Self.hash(pair)
            bits[Self.word(hash)] |= 1 << (hash & 63)
        }
        return !pairs.isEmpty
    }

    /// Whether a value may be found in a text.
    ///
    /// - Parameter folded: The text, folded by the filter's profile.
    func mayShow(in folded: FoldedText) -> Bool {
        guard let table, folded.profile == table.profile else { return true }
        if pairs.isEmpty { return false }
        return folded.withView { view in
            bits.withUnsafeBufferPointer { bits in
                guard var first = view.units.first?.scalar else { return false }
                for index in 1..<max(1, view.units.count) {
                    let second = view.units[index].scalar
                    let pair = Self.pair(first, second)
                    let hash = Self.hash(pair)
                    if bits[Self.word(hash)] >> (hash & 63) & 1 != 0, pairs.contains(pair) { return true }
                    first = second
                }
                return false
            }
        }
    }

    /// Folds a text as the filter wants it.
    func fold(_ text: UnsafeBufferPointer<UInt8>, opaque: [Range<Int>], into folded: inout FoldedText) {
        if let table { folded.fold(text, table: table, opaque: opaque) }
    }

    var profile: FoldProfile? { table?.profile }

    @inline(__always)
    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// Twelve bits: those of a word, and those of a bit in it.
    @inline(__always)
    private static func hash(_ pair: UInt64) -> UInt64 { (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(58 - wordBits) }

    @inline(__always)
    private static func word(_ hash: UInt64) -> Int { Int(hash >> 6) }
}

extension ProfileTable {
    /// Whether each scalar of a text becomes one unit or a gap, whatever stands beside it.
    func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset < text.count {
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            switch action(of: scalar) {
            case .unit, .letter, .separator: break
            case .context, .dropped: return false
            }
            offset += length
        }
        return true
    }
}
