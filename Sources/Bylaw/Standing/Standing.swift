import BylawSource

/// What is known of an actor's points, roles and suspensions at the request's time.
public enum StandingInput: Sendable {
    /// From a ledger.
    case known(Standing)
    /// The host keeps no ledger, and says so: nobody has points, and only the request's own roles count.
    case none
    /// There is a ledger, but it cannot be read: whatever needs it is errored, suspensions included.
    case unavailable
}

extension StandingInput {
    /// Whether the host keeps no ledger.
    var isNone: Bool { if case .none = self { true } else { false } }

    /// Whether it may be told of this member.
    func isOf(_ member: String) -> Bool {
        if case .known(let standing) = self { standing.subject.isSameUTF8(as: member) } else { true }
    }
}

/// A member's points, roles and suspensions at one moment, computed from the ledger.
public struct Standing: Sendable, Hashable {
    /// The points that count on one tally.
    public struct Tally: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// How many points count.
        public var points: Int
        /// How many warnings count that were given in the place of points.
        public var warnings: Int

        /// Points on a tally.
        public init(policy: String, tally: String, points: Int, warnings: Int = 0) {
            self.policy = policy
            self.tally = tally
            self.points = points
            self.warnings = warnings
        }
    }

    /// A time in which a member may not do something.
    public struct Suspension: Sendable, Hashable {
        /// The policy whose ladder brought it.
        public var policy: String
        /// The actions that it is from; empty: every action that the policy judges.
        public var actions: [String]
        /// The first moment.
        public var from: Timestamp
        /// The first moment behind it; nil where it has no end.
        public var until: Timestamp?

        /// A suspension.
        public init(policy: String, actions: [String], from: Timestamp, until: Timestamp?) {
            self.policy = policy
            self.actions = actions
            self.from = from
            self.until = until
        }
    }

    /// What a ladder brought.
    public struct Sanction: Sendable, Hashable {
        /// The policy whose ladder it is.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// The threshold with what it brings.
        public var rung: Rung
        /// The id of the strike or merit that crossed it, or of the event that imposed it by hand.
        public var event: String
        /// When the ledger had all that the crossing rests on.
        public var from: Timestamp
        /// When it ended or will: a suspension by its duration, and a suspension or a revocation by a pardon.
        public var until: Timestamp?
        /// Whether it was recorded that it was carried out, and not undone since.
        public var isCarriedOut: Bool

        /// A sanction.
        public init(
            policy: String, tally: String, rung: Rung, event: String, from: Timestamp, until: Timestamp? = nil,
            isCarriedOut: Bool = false
        ) {
            self.policy = policy
            self.tally = tally
            self.rung = rung
            self.event = event
            self.from = from
            self.until = until
            self.isCarriedOut = isCarriedOut
        }
    }

    /// The member's id.
    public var subject: String
    /// Tallies with points; one that is missing has none.
    public var tallies: [Tally]
    /// Roles that were granted in the ledger and are still held.
    public var roles: [String]
    /// Roles that were lost, whatever the host says.
    public var revoked: [String]
    /// Suspensions, past and future ones too.
    public var suspensions: [Suspension]
    /// Titles that were earned.
    public var titles: [String]
    /// Everything that ladders brought, reminders and recognitions included, by their beginning; of one moment by
    /// policy, by tally and then in the ledger's order. What of it acts is in ``suspensions``, ``revoked``, ``roles`` and
    /// ``titles``.
    public var sanctions: [Sanction]
    /// Suspensions and revocations that were carried out and rest on nothing any more: what they took must be given
    /// back.
    public var restores: [LedgerEvent.SanctionReference] = []
    /// What of ``tallies`` comes from one incident, where the standing was asked for on its account.
    public var ofIncident: [Tally] = []
    /// The standings of others that the policies count beside the actor: a circle's, an account's.
    public var related: [Standing] = []

    /// A standing; that of a member with a clean record unless anything is given.
    public init(
        subject: String, tallies: [Tally] = [], roles: [String] = [], revoked: [String] = [],
        suspensions: [Suspension] = [], titles: [String] = [], sanctions: [Sanction] = []
    ) {
        self.subject = subject
        self.tallies = tallies
        self.roles = roles
        self.revoked = revoked
        self.suspensions = suspensions
        self.titles = titles
        self.sanctions = sanctions
    }

    /// The points that count on a tally.
    public func points(policy: String, tally: String) -> Int {
        tallies.first { $0.policy == policy && $0.tally == tally }?.points ?? 0
    }

    /// The warnings that count on a tally.
    public func warnings(policy: String, tally: String) -> Int {
        tallies.first { $0.policy == policy && $0.tally == tally }?.warnings ?? 0
    }

    /// What counts on a tally without what the request's own incident brought: an incident that is judged again after it
    /// was recorded is judged as it was before.
    func before(_ tally: String, of policy: String) -> (points: Int, warnings: Int) {
        let own = ofIncident.first { $0.policy == policy && $0.tally == tally }
        return (
            points(policy: policy, tally: tally) - (own?.points ?? 0),
            warnings(policy: policy, tally: tally) - (own?.warnings ?? 0)
        )
    }

    /// This standing or a related one, by the id whose it is.
    func standing(of subject: String) -> Standing? {
        let subject = ExactText(subject)
        return ExactText(self.subject) == subject ? self : related.first { ExactText($0.subject) == subject }
    }

    /// The same standing under another name of the same member.
    func named(_ subject: String) -> Standing {
        var standing = self
        standing.subject = subject
        return standing
    }
}
