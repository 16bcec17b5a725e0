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
        guard decision.stage == .done else { return [] }
        var batch: [LedgerEvent] = []
        var kept: [TallyTerms] = []
        for (points, isStrike) in decision.strikes.map({ ($0, true) }) + decision.merits.map({ ($0, false) })
        where points.state == .charged {
            let own = try Self.terms(of: points, among: terms)
            let charge = try Self.charge(points, own, decision)
            let key = ChargeKey(charge, subject: points.subject)
            kept.append(own)
            batch.append(
                LedgerEvent(
                    id: key.digest, subject: points.subject, kind: isStrike ? .strike(charge) : .merit(charge),
                    occurred: decision.time, recorded: recorded, by: by))
        }
        return try append(batch, keeping: kept)
    }

    /// Overturns the strikes of an incident, for every member who has one; returns the reversals.
    ///
    /// Throws ``LedgerError/unknownIncident(_:)`` where nobody has.
    @discardableResult
    public mutating func reverse(
        incident: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> [LedgerEvent] {
        let subjects = subjects(struckFor: incident)
        guard !subjects.isEmpty else { throw .unknownIncident(incident) }
        return try append(
            subjects.map { subject in
                LedgerEvent(subject: subject, kind: .reversal(.incident(incident)), occurred: time, by: by)
            })
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

    private static func terms(
        of points: Decision.Points, among terms: [TallyTerms]
    ) throws(LedgerError) -> TallyTerms {
        let own = Set(
            terms.filter {
                ExactText($0.policy) == ExactText(points.policy) && ExactText($0.tally) == ExactText(points.tally)
            })
        guard own.count == 1, let terms = own.first else {
            throw .undeterminedTerms(policy: points.policy, tally: points.tally)
        }
        return terms
    }

    private static func charge(
        _ points: Decision.Points, _ terms: TallyTerms, _ decision: Decision
    ) throws(LedgerError) -> LedgerEvent.Charge {
        let policy = ExactText(points.policy)
        guard let judged = decision.policies.first(where: { ExactText($0.policy) == policy }) else {
            throw .unlistedPolicy(points.policy)
        }
        return LedgerEvent.Charge(
            incident: decision.incident, policy: points.policy, version: judged.version, tally: points.tally,
            rule: points.rule, terms: terms.digest, points: points.points)
    }
}
