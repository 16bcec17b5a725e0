/// Events as decisions and people bring them about.
extension LedgerEvent {
    /// The points that a decision charged, with the terms that they pin.
    ///
    /// Only a decision on something done charges, and of it only strikes and merits whose state is `charged`: a
    /// proposal, points that a ruling must uphold first, and policies in shadow mode cost nothing. `terms` are those of
    /// the policies that judged.
    ///
    /// Throws ``LedgerError/undeterminedTerms(policy:tally:)`` where a tally's terms are missing or given twice and
    /// differ.
    static func charges(
        of decision: DecisionCharges, terms: [TallyTerms], by: String, recorded: Timestamp?, evidence: Evidence? = nil
    ) throws(LedgerError) -> (events: [LedgerEvent], terms: [TallyTerms]) {
        guard decision.stage == .done else { return ([], []) }
        var events: [LedgerEvent] = []
        var pinned: [TallyTerms] = []
        for (points, isStrike) in decision.strikes.map({ ($0, true) }) + decision.merits.map({ ($0, false) })
        where points.state == .charged {
            let own = try Self.terms(of: points, among: terms)
            let charge = try Self.charge(points, own, decision)
            pinned.append(own)
            events.append(
                LedgerEvent(
                    id: ChargeKey(charge, subject: points.subject).digest, subject: points.subject,
                    kind: isStrike ? .strike(charge) : .merit(charge), occurred: decision.time, recorded: recorded,
                    by: by, evidence: evidence))
        }
        return (events, pinned)
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
        _ points: Decision.Points, _ terms: TallyTerms, _ decision: DecisionCharges
    ) throws(LedgerError) -> Charge {
        let policy = ExactText(points.policy)
        guard let judged = decision.policies.first(where: { ExactText($0.policy) == policy }) else {
            throw .unlistedPolicy(points.policy)
        }
        return Charge(
            incident: decision.incident, policy: points.policy, version: judged.version, tally: points.tally,
            rule: points.rule, terms: terms.digest, points: points.points, isSevere: points.isSevere)
    }

    /// The reversals that overturn an incident, for every member who has a strike for it.
    static func reversals(
        of incident: String, for subjects: [String], by: String, at time: Timestamp
    ) throws(LedgerError) -> [LedgerEvent] {
        guard !subjects.isEmpty else { throw .unknownIncident(incident) }
        return subjects.map { subject in
            LedgerEvent(subject: subject, kind: .reversal(.incident(incident)), occurred: time, by: by)
        }
    }
}
