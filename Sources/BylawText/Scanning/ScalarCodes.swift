/// Numbers the scalars that occur in an automaton's keys densely from 1, in ascending order; 0 for all others.
struct ScalarCodes: Sendable {
    /// For each 256 scalars the number of their page in ``cells``; page 0 is empty.
    private var pages: [UInt16]
    private var cells: [UInt32]
    /// How many scalars have a number.
    let count: Int

    init(_ keys: [[UInt32]]) {
        let scalars = Set(keys.joined()).filter { $0 < 0x11_0000 }.sorted()
        count = scalars.count
        pages = [UInt16](repeating: 0, count: Int((scalars.last ?? 0) >> 8) + 1)
        cells = [UInt32](repeating: 0, count: 256)
        for (index, scalar) in scalars.enumerated() {
            let page = Int(scalar >> 8)
            if pages[page] == 0 {
                pages[page] = UInt16(cells.count >> 8)
                cells += [UInt32](repeating: 0, count: 256)
            }
            cells[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = UInt32(index + 1)
        }
    }

    /// Lends the tables, to be read without checks.
    func withTables<Result>(_ body: (Tables) -> Result) -> Result {
        pages.withUnsafeBufferPointer { pages in
            cells.withUnsafeBufferPointer { body(Tables(pages: pages, cells: $0)) }
        }
    }

    struct Tables {
        fileprivate let pages: UnsafeBufferPointer<UInt16>
        fileprivate let cells: UnsafeBufferPointer<UInt32>

        @inline(__always)
        subscript(_ scalar: UInt32) -> UInt32 {
            let page = Int(scalar >> 8)
            return page < pages.count ? cells[Int(pages[page]) << 8 | Int(scalar & 0xFF)] : 0
        }
    }

    subscript(_ scalar: UInt32) -> UInt32 {
        let page = Int(scalar >> 8)
        return page < pages.count ? cells[Int(pages[page]) << 8 | Int(scalar & 0xFF)] : 0
    }
}
