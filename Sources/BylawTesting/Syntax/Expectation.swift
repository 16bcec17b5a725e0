package import Bylaw
package import BylawSource

/// What a decision, or the standing after it, must be. What is not mentioned is not looked at.
package struct Expectation: Sendable {
    /// The `expect` key.
    package let location: SourceLocation
    package var outcome: Located<Outcome>?
    package var reason: Located<Reason>?
    package var rules: ListExpectation<String>?
    package var errors: ListExpectation<String>?
    package var waits: ListExpectation<String>?
    package var cases: ListExpectation<String>?
    package var duties: ListExpectation<DutyExpectation>?
    package var notices: ListExpectation<String>?
    /// When waits (by fact), cases (by tier) and duties (by kind) are due.
    package var due: [Named<Located<Timestamp>>] = []
    package var sanctions: ListExpectation<String>?
    package var grants: ListExpectation<String>?
    /// The masked texts by path; null: withheld.
    package var texts: [Named<Located<String?>>] = []
    /// Values by label; null: none.
    package var labels: [Named<Located<String?>>] = []
    package var strikes: PointsExpectation?
    package var merits: PointsExpectation?
    package var state: Located<Decision.State>?
    /// Null: nothing is to be done.
    package var remedy: Located<Remedy?>?
    package var shadow: Located<[Named<ShadowExpectation>]>?
    /// The failed items by rule.
    package var checklists: [Named<ListExpectation<String>>] = []
    package var standing: StandingExpectation?
    /// The code of the error with which the ledger refuses the step.
    package var refused: Located<String>?
    package var reviewed: CaseExpectation?
    package var modes: ListExpectation<String>?
    package var overdue: ListExpectation<String>?

    package init(at location: SourceLocation) { self.location = location }

    /// Whether anything is expected of a decision, not only of the standing.
    package var judges: Bool {
        outcome != nil || reason != nil || rules != nil || errors != nil || waits != nil || cases != nil
            || duties != nil || !due.isEmpty || notices != nil || sanctions != nil || grants != nil || !texts.isEmpty
            || !labels.isEmpty || strikes != nil || merits != nil || state != nil || remedy != nil || shadow != nil
            || !checklists.isEmpty
    }

    /// Whether there is anything that could fail.
    package var isEmpty: Bool {
        !judges && standing == nil && refused == nil && reviewed == nil && modes == nil && overdue == nil
    }
}

/// What a policy in shadow mode must say.
package struct ShadowExpectation: Sendable {
    package let outcome: Located<Outcome>?
    /// Those that match.
    package let rules: ListExpectation<String>?
}

/// Items in any order: exactly these, or at least these.
package struct ListExpectation<Item: Sendable>: Sendable {
    package let items: [Located<Item>]
    package let isExact: Bool
    package let location: SourceLocation
}

/// A duty of which some members are given.
package struct DutyExpectation: Sendable {
    package let duty: Located<DutyKind>?
    /// Null: to nobody in particular.
    package let to: Located<String?>?
    package let rule: Located<String>?
}

/// Points by tally: exactly these tallies, each with its sum over members and states.
package struct PointsExpectation: Sendable {
    package let tallies: [Named<Located<Int>>]
    package let location: SourceLocation
}

/// What must have become of a case.
package struct CaseExpectation: Sendable {
    package static let states = ["open", "ruled", "withdrawn", "void", "answered"]

    package let location: SourceLocation
    package let rule: Located<String>
    package let incident: String?
    package let state: Located<String>?
    package let verdict: Located<String>?
    package let tier: Located<String>?
    package let due: Located<Timestamp>?
    package let votes: Located<Int>?
}

/// What a member's standing must be; each list exact.
package struct StandingExpectation: Sendable {
    package let location: SourceLocation
    /// The member; the shared request's actor unless given.
    package let of: Located<String>?
    package let points: [Named<Located<Int>>]
    /// Effective roles: those of the request and those granted, without those that were lost.
    package let roles: ListExpectation<String>?
    package let revoked: ListExpectation<String>?
    package let titles: ListExpectation<String>?
    /// Actions that the member is suspended from at that moment.
    package let suspended: ListExpectation<String>?
    package let warnings: [Named<Located<Int>>]
    /// The kinds of what was carried out and must be undone.
    package let restores: ListExpectation<String>?
}
