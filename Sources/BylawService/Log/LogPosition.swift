/// A record of a decision log and everything before it. Kept where nobody can change it, it shows later whether the log
/// still is what it was then: what was cut off at the end of a log cannot be seen from the log alone.
public struct LogPosition: Sendable, Hashable, CustomStringConvertible {
    /// The record's number; the first is 1.
    public var sequence: UInt64
    /// The record's MAC, 64 hexadecimal digits; of what stands before the first record, zeros.
    public var mac: String

    /// A position.
    public init(sequence: UInt64, mac: String) {
        self.sequence = sequence
        self.mac = mac
    }

    /// Reads `17:3f…`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = UInt64(String(Substring(parts[0]))), sequence > 0, parts[1].count == 64,
            parts[1].allSatisfy(LogLine.isHexadecimal)
        else { return nil }
        self.init(sequence: sequence, mac: String(Substring(parts[1])))
    }

    /// `17:3f…`.
    public var description: String { "\(sequence):\(mac)" }

    /// Before the first record of a log.
    static let beginning = LogPosition(sequence: 0, mac: String(repeating: "0", count: 64))
}
