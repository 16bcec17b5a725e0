/// Where a ledger's chain ends. Kept elsewhere, it shows later that nothing before it was changed or cut off.
public struct LedgerHead: Sendable, Hashable {
    /// How many entries there are.
    public var number: Int64
    /// The last entry's ``LedgerRow/mac``.
    public var mac: String
    /// The id and fingerprint of the key that chains the entries; empty in a ledger that nothing was recorded in.
    public var key: String
    /// How many members were forgotten.
    public var forgotten: Int64

    /// The ``mac`` before the first entry.
    public static let beginning = String(repeating: "0", count: 64)

    /// The head of a ledger without entries.
    public static let empty = LedgerHead(number: 0, mac: beginning, key: "", forgotten: 0)

    /// A head as it was kept.
    public init(number: Int64, mac: String, key: String, forgotten: Int64) {
        self.number = number
        self.mac = mac
        self.key = key
        self.forgotten = forgotten
    }
}
