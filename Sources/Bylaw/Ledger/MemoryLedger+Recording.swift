extension MemoryLedger {
    /// Records the points that a decision charged, and returns those that are new.
    ///
    /// Only a decision on something done charges, and of it only strikes and merits whose state is `charged`: a
    /// proposal, points that a ruling must uphold first, and policies in shadow mode cost nothing. `terms` are those of
    /// the policies that judged, and are kept. `recorded` is the decision's time unless given.
    ///
    /// Throws ``LedgerError/conflict(_:)`` where the incident was charged otherwise before, and
    /// ``LedgerError/undeterminedTerms(policy:tally:)`` where a tally's terms are missing or given twice and differ.
    @discardableResult
    public mutating func record(
        _ decision: Decision, terms: [TallyTerms], by: String, recorded: Timestamp? = nil
    ) throws(LedgerError) -> [LedgerEvent] {
        let (events, pinned) = try LedgerEvent.charges(
            of: DecisionCharges(decision), terms: terms, by: by, recorded: recorded)
        return try append(events, keeping: pinned)
    }

    /// Overturns the strikes of an incident, for every member who has one; returns the reversals.
    ///
    /// Throws ``LedgerError/unknownIncident(_:)`` where nobody has.
    @discardableResult
    public mutating func reverse(
        incident: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> [LedgerEvent] {
        try append(
            LedgerEvent.reversals(of: incident, for: subjects(struckFor: incident), by: by, at: time))
    }

    /// Grants a member a role, from `time` on.
    @discardableResult
    public mutating func grant(
        role: String, to subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        try add(.roleGranted(role), subject, by, time)
    }

    /// Takes a role from a member, from `time` on.
    @discardableResult
    public mutating func revoke(
        role: String, from subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        try add(.roleRevoked(role), subject, by, time)
    }

    /// Pardons a member, from `time` on.
    @discardableResult
    public mutating func pardon(
        _ subject: String, _ pardon: LedgerEvent.Pardon, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        try add(.pardon(pardon), subject, by, time)
    }

    private mutating func add(
        _ kind: LedgerEvent.Kind, _ subject: String, _ by: String, _ time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        let event = LedgerEvent(subject: subject, kind: kind, occurred: time, by: by)
        try append(event)
        return event
    }
}
