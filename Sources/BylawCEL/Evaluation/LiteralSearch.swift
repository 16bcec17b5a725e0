/// Where a frame keeps whether a text contains a literal.
struct LiteralPlace: Sendable, Hashable {
    /// Which of the layout's searches.
    let search: Int
    /// Which of its literals.
    let literal: Int
}

/// The literals that conditions look for in the text of one slot, found together.
///
/// `text.contains('a') || text.contains('b')`, in however many rules, asks for a text that was searched once.
final class LiteralSearch: @unchecked Sendable {
    /// What was found in a text.
    struct Finding {
        /// A bit for each literal, and one that says that the text was searched.
        private let bits: UInt64
        /// Of the text, in Unicode scalars.
        let scalarCount: Int

        static let none = Finding(bits: 0, scalarCount: 0)

        fileprivate init(bits: UInt64, scalarCount: Int) {
            self.bits = bits
            self.scalarCount = scalarCount
        }

        var isSearched: Bool { bits >> UInt64(capacity) != 0 }

        func has(_ literal: Int) -> Bool { bits >> UInt64(literal) & 1 != 0 }
    }

    let slot: Int
    let literals: [StringValue]
    /// The literals' bytes and what of them is looked for first. Written once, here, and only read from then on: that is
    /// why the class may say that it is sendable.
    private let needles: UnsafeMutableBufferPointer<(text: BorrowedText, probe: ByteSearch.Probe)>

    /// How many literals are searched for at once.
    static let capacity = 63

    init(slot: Int, literals: [StringValue]) {
        self.slot = slot
        self.literals = literals
        needles = .allocate(capacity: literals.count)
        for (index, literal) in literals.enumerated() {
            needles.initializeElement(at: index, to: (literal.borrowed, literal.withUTF8(ByteSearch.Probe.init)))
        }
    }

    deinit { needles.deallocate() }

    /// Which of the literals stand in a text.
    func finding(in text: BorrowedText) -> Finding {
        var bits: UInt64 = 1 << UInt64(Self.capacity)
        for index in needles.indices {
            let needle = needles[index]
            if ByteSearch.first(needle.text.bytes, by: needle.probe, in: text.bytes) != nil {
                bits |= 1 << UInt64(index)
            }
        }
        return Finding(bits: bits, scalarCount: text.scalarCount)
    }
}
