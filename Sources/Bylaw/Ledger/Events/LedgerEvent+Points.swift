/// What events say of points.
extension LedgerEvent {
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
        /// Whether the act was so grave that the ladder's `severe` rung applies, however few points there are.
        public var isSevere: Bool

        /// More points than this in one event are taken for damage.
        public static let greatestPoints = 1_000_000

        /// Points on a tally.
        public init(
            incident: String, policy: String, version: Version, tally: String, rule: String, terms: String,
            points: Int, isSevere: Bool = false
        ) {
            self.incident = incident
            self.policy = policy
            self.version = version
            self.tally = tally
            self.rule = rule
            self.terms = terms
            self.points = points
            self.isSevere = isSevere
        }
    }

    /// A tally that an event is about, with the digest of its terms at that time.
    public struct TallyReference: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// That policy's version.
        public var version: Version
        /// The tally's name.
        public var tally: String
        /// The digest of the tally's terms.
        public var terms: String

        /// A tally.
        public init(policy: String, version: Version, tally: String, terms: String) {
            self.policy = policy
            self.version = version
            self.tally = tally
            self.terms = terms
        }
    }

    /// A formal warning by a person.
    public struct Warning: Sendable, Hashable {
        /// The tally on which it counts.
        public var tally: TallyReference
        /// The incident that it is for.
        public var incident: String
        /// The rule that was broken, where one is named.
        public var rule: String?

        /// A warning.
        public init(tally: TallyReference, incident: String, rule: String? = nil) {
            self.tally = tally
            self.incident = incident
            self.rule = rule
        }
    }

    /// A completed training.
    public struct Expungement: Sendable, Hashable {
        /// The tally whose terms say what a training lifts.
        public var tally: TallyReference
        /// The event that it is to lift; nil: the oldest that still counts.
        public var event: String?

        /// A completed training.
        public init(tally: TallyReference, event: String? = nil) {
            self.tally = tally
            self.event = event
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
            /// The points go too, and so do warnings.
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
