/// What a decision comes to. Ordered from permissive to restrictive.
public enum Outcome: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing stands against it.
    case allow
    /// A fact or a person is awaited.
    case hold
    /// It may not be.
    case deny

    /// Whether `a` is the more permissive.
    public static func < (a: Outcome, b: Outcome) -> Bool { a.severity < b.severity }

    private var severity: Int {
        switch self {
        case .allow: 0
        case .hold: 1
        case .deny: 2
        }
    }
}

/// A rule's effect has the values of the outcome that it asks for.
public typealias Effect = Outcome

/// Why a decision has its outcome.
public enum Reason: String, Sendable, Hashable {
    /// Rules that matched brought it about.
    case rules
    /// No rule spoke; the policies say what holds then.
    case otherwise
    /// No enforced policy judges such a request.
    case unjudged
    /// Something could not be evaluated.
    case fault
    /// The actor is suspended from the action.
    case suspended
}

/// What is to be done about something that has happened already. Ordered from mild to strict.
public enum Remedy: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It stays.
    case leave
    /// Its author is asked to edit it.
    case askEdit = "ask-edit"
    /// It is hidden until something else is decided.
    case hide
    /// It is removed.
    case remove

    /// Whether `a` is the milder.
    public static func < (a: Remedy, b: Remedy) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// Whether a request asks first or tells what happened.
public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// It is asked whether something may be done.
    case proposed
    /// It happened.
    case done
}
