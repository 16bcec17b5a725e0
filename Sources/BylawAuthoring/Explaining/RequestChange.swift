public import Bylaw

/// One thing of a request that could be otherwise.
public struct RequestChange: Sendable, Hashable {
    /// What: `action.label`, `fact consent`, `ruling on policy/rule`.
    public let what: String
    /// What it is; nil where it is not there, `<hidden>` where a mask hides it.
    public let before: String?
    /// What it would be; nil where it would not be there.
    public let after: String?

    package init(what: String, before: String?, after: String?) {
        self.what = what
        self.before = before
        self.after = after
    }

    /// `action.label: 'fact' → 'rumor'`
    public var summary: String {
        switch (before, after) {
        case (let before?, let after?): "\(what): \(before) → \(after)"
        case (nil, let after?): "\(what): \(after)"
        case (_?, nil): "\(what): taken away"
        case (nil, nil): what
        }
    }
}

/// The smallest changes that together bring another outcome.
public struct Alternative: Sendable, Hashable {
    /// The outcome.
    public let outcome: Outcome
    /// What would have to be otherwise.
    public let changes: [RequestChange]

    package init(outcome: Outcome, changes: [RequestChange]) {
        self.outcome = outcome
        self.changes = changes
    }
}
