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
    /// There is no such event.
    case unknownEvent(String)
    /// A text is no event.
    case unreadable(event: String?, reason: String)
    /// The event is none that can be appealed: only a strike, a warning or a sanction by hand that stands.
    case notAppealable(event: String)
    /// The time to appeal has passed; it ended then.
    case appealTooLate(event: String, deadline: Timestamp)
    /// The event was appealed as often as its terms allow, or an appeal of it is open.
    case appealsUsedUp(event: String)
    /// The appeal is not open: it was decided or withdrawn, or never opened.
    case appealNotOpen(String)
    /// The tally's terms know no training, or allow no more for now.
    case noTraining(policy: String, tally: String)
    /// There is no such case.
    case unknownCase(String)
    /// The case is not open: it was decided, closed, or its time has passed.
    case caseNotOpen(String)
    /// The member has no role that decides the case.
    case notEligible(member: String, case: String)
    /// The tier decides by a majority, and nobody told of how many.
    case rosterNeeded(case: String)
    /// The member may not decide the case, which concerns them.
    case recused(member: String, case: String)
    /// The member has none of the roles that may switch the mode.
    case mayNotSwitch(member: String, mode: String)
    /// The mode was renewed as often as it may be.
    case renewalsUsedUp(mode: String)
    /// Terms that are kept were changed.
    case damagedTerms(digest: String)
    /// An entry of the store cannot be right.
    case damagedEntry(number: Int64, reason: String)
    /// A subject's entries are not all there, or more are there than were recorded.
    case missingEntries(subject: String)
    /// The ledger was begun with another key.
    case wrongKey(expected: String)
    /// Without a key a member cannot be forgotten: anybody could tell whom a pseudonym stands for.
    case keyNeeded
    /// The store holds other entries than the imported ones, or these do not follow on from one another.
    case importRefused(line: Int, reason: String)
    /// The store cannot be reached, is locked, full, or refuses.
    case unavailable(String)
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
        case .unknownEvent(let id): "there is no event `\(id)`"
        case .unreadable(let event?, let reason): "event `\(event)` cannot be read: \(reason)"
        case .unreadable(nil, let reason): "the event cannot be read: \(reason)"
        case .notAppealable(let event): "event `\(event)` is nothing that can be appealed, or does not stand any more"
        case .appealTooLate(let event, let deadline): "event `\(event)` could be appealed until \(deadline)"
        case .appealsUsedUp(let event): "event `\(event)` cannot be appealed again"
        case .appealNotOpen(let id): "there is no open appeal `\(id)`"
        case .noTraining(let policy, let tally): "no training lifts anything on `\(policy)/\(tally)` now"
        case .unknownCase(let id): "there is no case `\(id)`"
        case .caseNotOpen(let id): "case `\(id)` is not open"
        case .notEligible(let member, let id): "`\(member)` has no role that decides case `\(id)`"
        case .rosterNeeded(let id): "nobody told who may decide case `\(id)`, which a majority decides"
        case .recused(let member, let id): "`\(member)` may not decide case `\(id)`, which concerns them"
        case .mayNotSwitch(let member, let mode): "`\(member)` has no role that may switch mode `\(mode)`"
        case .renewalsUsedUp(let mode): "mode `\(mode)` was renewed as often as it may be"
        case .damagedTerms(let digest): "the terms `\(digest)` are damaged"
        case .damagedEntry(let number, let reason): "entry \(number) is damaged: \(reason)"
        case .missingEntries(let subject): "the entries of `\(subject)` are not all there"
        case .wrongKey(let expected): "the ledger's entries are chained by the key `\(expected)`"
        case .keyNeeded: "a member can be forgotten only in a ledger with a key"
        case .importRefused(let line, let reason): "line \(line) cannot be imported: \(reason)"
        case .unavailable(let reason): "the ledger is unavailable: \(reason)"
        }
    }
}
