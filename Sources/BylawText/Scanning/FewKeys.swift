/// Finds a few short keys in a folded text by comparing them where their first scalar stands: what a request's own values
/// need, for which an ``Automaton`` would take longer to be built than they are looked for.
struct FewKeys: Sendable {
    /// Up to so many keys of so many scalars, a text of n units costs no more than so many comparisons of each unit.
    private static let maximumCount = 8
    private static let maximumLength = 32

    let keys: [[UInt32]]
    /// A bit for each first scalar, by its lowest six bits.
    private let firsts: UInt64

    /// Nil where the keys are too many or too long. Empty keys are never found.
    init?(_ keys: [[UInt32]]) {
        guard keys.count <= Self.maximumCount, keys.allSatisfy({ $0.count <= Self.maximumLength }) else { return nil }
        self.keys = keys
        firsts = keys.reduce(0) { bits, key in key.first.map { bits | Self.bit($0) } ?? bits }
    }

    /// Calls `found` with each place where a key stands.
    func search(_ units: UnsafeBufferPointer<FoldedText.Unit>, _ found: (_ key: Int, _ place: Range<Int>) -> Void) {
        for start in units.indices where firsts & Self.bit(units[start].scalar) != 0 {
            for index in keys.indices where isKey(index, in: units, at: start) {
                found(index, start..<start + keys[index].count)
            }
        }
    }

    private func isKey(_ index: Int, in units: UnsafeBufferPointer<FoldedText.Unit>, at start: Int) -> Bool {
        let key = keys[index]
        guard !key.isEmpty, units.count - start >= key.count else { return false }
        for offset in key.indices where units[start + offset].scalar != key[offset] { return false }
        return true
    }

    @inline(__always)
    private static func bit(_ scalar: UInt32) -> UInt64 { 1 << UInt64(scalar & 63) }
}
