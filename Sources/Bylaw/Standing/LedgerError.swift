/// Why the ledger refuses to record or to answer.
public enum LedgerError: Error, Sendable, Hashable {
    /// The incident has cost (or earned) the member something else on this tally already.
    case conflict(ChargeKey)
    /// Another event has this id.
    case idInUse(String)
    /// An event pins terms that the ledger does not keep.
    case unknownTerms(digest: String, event: String)
    /// A decision gives points on a tally whose terms were not given, or were given twice and differ.
    case undeterminedTerms(policy: String, tally: String)
    /// Terms are reckoned in a time zone that does not exist here.
    case unknownZone(String, policy: String, tally: String)
    /// A decision gives points by a policy that it does not list among those that judged.
    case unlistedPolicy(String)
    /// Nobody has a strike for this incident.
    case unknownIncident(String)
    /// An event cannot be right: its points are out of range, or its terms are another tally's.
    case damaged(event: String)
}
