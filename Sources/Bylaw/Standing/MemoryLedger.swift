/// A ledger in memory: for tests, for fixtures' histories, and for services that load a member's events themselves.
///
/// A value: a copy is a ledger of its own.
public struct MemoryLedger: Sendable {
    /// A ledger without entries.
    public init() {}
    /// Everything recorded, in the order of recording.
    public var events: [LedgerEvent] { [] }
    /// Keeps a tally's terms, so that events may pin them.
    public mutating func keep(_ terms: TallyTerms) throws(LedgerError) {}
    /// Adds an event; false where it was there already.
    @discardableResult public mutating func append(_ event: LedgerEvent) throws(LedgerError) -> Bool { false }
    /// Records what a decision charged.
    @discardableResult public mutating func record(
        _ decision: Decision, terms: [TallyTerms], by: String, recorded: Timestamp? = nil
    ) throws(LedgerError) -> [LedgerEvent] { [] }
    /// Overturns an incident's strikes.
    @discardableResult public mutating func reverse(
        incident: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> [LedgerEvent] { [] }
    /// Grants a role.
    @discardableResult public mutating func grant(
        role: String, to subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        LedgerEvent(subject: subject, kind: .roleGranted(role), occurred: time, by: by)
    }
    /// Revokes a role.
    @discardableResult public mutating func revoke(
        role: String, from subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        LedgerEvent(subject: subject, kind: .roleRevoked(role), occurred: time, by: by)
    }
    /// The member's standing.
    public func standing(of subject: String, at time: Timestamp) throws(LedgerError) -> Standing {
        Standing(subject: subject)
    }
}
