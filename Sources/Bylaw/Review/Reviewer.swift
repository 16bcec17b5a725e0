/// A person who may decide cases.
public struct Reviewer: Sendable, Hashable {
    /// The member's id.
    public let id: String
    /// The roles that the member has at that moment.
    public var roles: [String]
    /// Members to whom a relation was disclosed.
    public var related: [String]

    /// A reviewer.
    public init(id: String, roles: [String], related: [String] = []) {
        self.id = id
        self.roles = roles
        self.related = related
    }
}

/// Who has the roles that decide.
public enum Roster: Sendable, Hashable {
    /// Nobody told. What depends on how many there are cannot be decided: majorities, and whether too few are left.
    case unknown
    /// Everybody who has one of the roles, with the roles of that moment.
    case members([Reviewer])
}

/// Whom a case concerns.
public struct CaseParties: Sendable, Hashable {
    /// Who acted.
    public var actor: String
    /// Whom it is about: who would be charged, or whose work it was done to; the actor where nobody else is.
    public var subject: String
    /// Who reported it, where somebody did.
    public var reporter: String?
    /// All whom it concerns, those three among them.
    public var all: [String]

    /// The parties; `others` are whom it concerns beside those named.
    public init(actor: String, subject: String? = nil, reporter: String? = nil, others: [String] = []) {
        self.actor = actor
        self.subject = subject ?? actor
        self.reporter = reporter
        var known: Set<ExactText> = []
        all = ([actor, self.subject] + [reporter].compactMap(\.self) + others).filter {
            known.insert(ExactText($0)).inserted
        }
    }
}
