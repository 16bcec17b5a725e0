import Testing

@testable import Bylaw

/// A case of `ann`'s before the first of some tiers, from day 1 on, and what is done with it.
struct SampleCase {
    let terms: ReviewTerms
    var roster: Roster
    private(set) var events: [LedgerEvent]

    /// Without a roster nobody tells who may decide.
    init(
        _ tiers: ReviewTier..., roster: [Reviewer]? = nil, parties: CaseParties = CaseParties(actor: "ann"),
        appealTier: String? = nil
    ) {
        terms = ReviewTerms(policy: "p", version: .oneTwo, tiers: tiers, appealTier: appealTier)
        self.roster = roster.map(Roster.members) ?? .unknown
        let opening = LedgerEvent.CaseOpening(
            caseID: "case", incident: "i", policy: "p", version: .oneTwo, rule: "r", tier: tiers[0].name,
            terms: terms.digest, inputs: "sha256:0", due: tiers[0].within.map(day(1).advanced), parties: parties)
        events = [
            LedgerEvent(id: "case", subject: parties.actor, kind: .caseOpened(opening), occurred: day(1), by: "host")
        ]
    }

    var record: CaseRecord { get throws { try #require(CaseRecord("case", events)) } }

    var review: CaseReview { get throws { CaseReview(record: try record, terms: terms, roster: roster) } }

    /// The tier before which the case is, or `allow` and `deny` where it is decided.
    var place: String {
        get throws {
            let record = try record
            return if case .ruled(let ruling, _) = record.state { ruling.verdict.rawValue } else { record.stage.tier }
        }
    }

    /// One vote; by a member of the council, unless told otherwise.
    mutating func vote(
        _ choice: LedgerEvent.Vote.Choice, _ id: String, _ roles: String..., at time: Timestamp = day(1, 60),
        related: [String] = []
    ) throws {
        let reviewer = Reviewer(id: id, roles: roles.isEmpty ? ["council"] : roles, related: related)
        events += try review.vote(choice, by: reviewer, at: time)
    }

    mutating func settle(at time: Timestamp = day(1)) throws { events += try review.settle(at: time) }

    /// Looks at what is due, until nothing is.
    mutating func expire(at time: Timestamp) throws {
        while case let new = try review.expire(at: time), !new.isEmpty { events += new }
    }

    mutating func appeal(at time: Timestamp) throws { events += try review.appeal(at: time, by: "ann") }

    mutating func add(_ kind: LedgerEvent.Kind, at time: Timestamp, id: String? = nil) {
        events.append(LedgerEvent(id: id, subject: "ann", kind: kind, occurred: time, by: "host"))
    }
}

/// A council of so many: `c1`, `c2` …
func council(_ count: Int) -> [Reviewer] {
    (0..<count).map { Reviewer(id: "c\($0 + 1)", roles: ["council"]) }
}
