/// One entry of the ledger: something that happened to a member's standing. Entries are added, never changed.
public struct LedgerEvent: Sendable, Hashable {
    /// Unique in the ledger; given by who records, else the digest of everything else.
    public let id: String
    /// The member whose standing it is about.
    public let subject: String
    /// What happened.
    public let kind: Kind
    /// When it happened; windows count from here.
    public let occurred: Timestamp
    /// When the ledger came to know of it. Before that moment nobody could act on it.
    public let recorded: Timestamp
    /// Who recorded it: a member's id, a role, a service.
    public let by: String

    /// An event; `recorded` is `occurred` unless given.
    public init(
        id: String? = nil, subject: String, kind: Kind, occurred: Timestamp, recorded: Timestamp? = nil, by: String
    ) {
        self.subject = subject
        self.kind = kind
        self.occurred = occurred
        self.recorded = recorded ?? occurred
        self.by = by
        self.id = id ?? Self.digest(subject, kind, occurred, self.recorded, by)
    }

    /// What can happen. Later versions have more kinds: a `switch` over it wants a `default`.
    public enum Kind: Sendable, Hashable {
        /// Points for what should not have been done.
        case strike(Charge)
        /// Points for what was done well.
        case merit(Charge)
        /// Something earlier is taken back as if it had never been.
        case reversal(Reversal)
        /// Mercy: what was done stands, but its consequences end.
        case pardon(Pardon)
        /// The member has a role from then on.
        case roleGranted(String)
        /// The member loses a role, whatever the host says, until it is granted again.
        case roleRevoked(String)
    }

    /// Points on a tally.
    public struct Charge: Sendable, Hashable {
        /// The incident that they are for.
        public var incident: String
        /// The policy whose tally it is.
        public var policy: String
        /// That policy's version.
        public var version: Version
        /// The tally's name.
        public var tally: String
        /// The rule that gives them.
        public var rule: String
        /// The digest of the tally's terms when the act occurred.
        public var terms: String
        /// How many: 0 to ``greatestPoints``.
        public var points: Int

        /// More points than this in one event are taken for damage.
        public static let greatestPoints = 1_000_000

        /// Points on a tally.
        public init(
            incident: String, policy: String, version: Version, tally: String, rule: String, terms: String, points: Int
        ) {
            self.incident = incident
            self.policy = policy
            self.version = version
            self.tally = tally
            self.rule = rule
            self.terms = terms
            self.points = points
        }
    }

    /// What is taken back.
    public enum Reversal: Sendable, Hashable {
        /// One event, whatever its kind. A reversal that is reversed by a later one has no effect.
        case event(id: String)
        /// All the member's strikes for an incident.
        case incident(String)
    }

    /// Whose consequences end, and how far.
    public struct Pardon: Sendable, Hashable {
        /// How far it goes.
        public var clears: Clears
        /// The policy that it is limited to; nil: all.
        public var policy: String?
        /// The tally that it is limited to; nil: all of the policy's.
        public var tally: String?

        /// How far a pardon goes.
        public enum Clears: String, Sendable, Hashable, CaseIterable {
            /// Suspensions and revocations end; the points stay and count on.
            case sanction
            /// The points go too.
            case points
        }

        /// A pardon.
        public init(clears: Clears, policy: String? = nil, tally: String? = nil) {
            self.clears = clears
            self.policy = policy
            self.tally = tally
        }
    }
}

extension LedgerEvent {
    /// The points that it gives, if it is a strike or a merit.
    public var charge: Charge? {
        switch kind {
        case .strike(let charge), .merit(let charge): charge
        case .reversal, .pardon, .roleGranted, .roleRevoked: nil
        }
    }
}
