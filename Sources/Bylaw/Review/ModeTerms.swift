/// Who may switch a mode on, how long it is on, and how often it can be renewed.
public struct ModeTerms: Sendable, Hashable {
    /// The mode.
    public let mode: String
    /// The roles that may switch it on and off.
    public let onBy: [String]
    /// How long it is on from the moment it is switched on or renewed.
    public let lasts: Duration
    /// How often it may be renewed while it is on.
    public let renewals: Int

    package init(mode: String, onBy: [String], lasts: Duration, renewals: Int) {
        self.mode = mode
        self.onBy = onBy
        self.lasts = lasts
        self.renewals = renewals
    }

    /// The event that switches it on, renews it, or switches it off. A mode that is on is renewed by switching it on.
    ///
    /// Throws ``LedgerError/mayNotSwitch(member:mode:)`` where the member has none of the roles, and
    /// ``LedgerError/renewalsUsedUp(mode:)`` where it was renewed as often as it may be.
    func event(
        on isOn: Bool, by reviewer: Reviewer, at time: Timestamp, among events: [LedgerEvent]
    ) throws(LedgerError) -> LedgerEvent {
        let mayswitch = reviewer.roles.contains { role in onBy.contains { ExactText($0) == ExactText(role) } }
        guard mayswitch else { throw .mayNotSwitch(member: reviewer.id, mode: mode) }
        let record = ModeRecord(mode, events.filter { $0.known <= time })
        if isOn, record.isOn(at: time), record.renewals >= renewals { throw .renewalsUsedUp(mode: mode) }
        return LedgerEvent(
            subject: reviewer.id,
            kind: .modeSwitched(.init(mode: mode, isOn: isOn, until: isOn ? time.advanced(by: lasts) : nil)),
            occurred: time, by: reviewer.id)
    }
}

/// How a mode was switched so far.
struct ModeRecord {
    /// When it goes off by itself; nil while it is off.
    private var until: Timestamp?
    /// How often it was renewed since it was switched on.
    private(set) var renewals = 0

    /// From all events, in any order.
    init(_ mode: String, _ events: some Sequence<LedgerEvent>) {
        let own = events.sorted(by: LedgerEvent.precedes)
        let reversals = Reversals(own)
        for event in own where !reversals.takeBack(event) {
            guard case .modeSwitched(let change) = event.kind, ExactText(change.mode) == ExactText(mode) else {
                continue
            }
            renewals = change.isOn && isOn(at: event.occurred) ? renewals + 1 : 0
            until = change.isOn ? change.until : nil
        }
    }

    /// Whether it is on at a moment from the last switching on.
    func isOn(at time: Timestamp) -> Bool { until.map { time < $0 } ?? false }
}
