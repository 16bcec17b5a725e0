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
    /// A tally's terms are reckoned in a time zone that does not exist here.
    case unknownZone(policy: String, tally: String)
    /// A decision gives points by a policy that it does not list among those that judged.
    case unlistedPolicy(String)
    /// Nobody has a strike for this incident.
    case unknownIncident(String)
    /// An event cannot be right: its points are out of range, or its terms are another tally's.
    case damaged(event: String)
}

extension LedgerError: CustomStringConvertible {
    /// One sentence, in lower case.
    public var description: String {
        switch self {
        case .conflict(let key): "\(key) is recorded already with other points, rule, version or terms"
        case .idInUse(let id): "another event has the id `\(id)`"
        case .unknownTerms(let digest, let event): "event `\(event)` rests on the terms `\(digest)`, which are not kept"
        case .undeterminedTerms(let policy, let tally): "the terms of `\(policy)/\(tally)` are not given, or differ"
        case .unknownZone(let policy, let tally): "`\(policy)/\(tally)` is reckoned in an unknown time zone"
        case .unlistedPolicy(let policy): "the decision gives points by `\(policy)`, which is not among its policies"
        case .unknownIncident(let incident): "nobody has a strike for incident `\(incident)`"
        case .damaged(let event): "event `\(event)` is damaged: its points or terms cannot be right"
        }
    }
}
