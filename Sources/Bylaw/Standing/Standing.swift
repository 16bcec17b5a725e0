/// What is known of an actor's points, roles and suspensions at the request's time.
public enum StandingInput: Sendable {
    /// From a ledger.
    case known(Standing)
    /// The host keeps no ledger, and says so: nobody has points, and only the request's own roles count.
    case none
    /// There is a ledger, but it cannot be read: whatever needs it is errored, suspensions included.
    case unavailable
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

        /// Points on a tally.
        public init(policy: String, tally: String, points: Int) {
            self.policy = policy
            self.tally = tally
            self.points = points
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

    /// A standing; that of a member with a clean record unless anything is given.
    public init(
        subject: String, tallies: [Tally] = [], roles: [String] = [], revoked: [String] = [],
        suspensions: [Suspension] = [], titles: [String] = []
    ) {
        self.subject = subject
        self.tallies = tallies
        self.roles = roles
        self.revoked = revoked
        self.suspensions = suspensions
        self.titles = titles
    }

    /// The points that count on a tally.
    public func points(policy: String, tally: String) -> Int {
        tallies.first { $0.policy == policy && $0.tally == tally }?.points ?? 0
    }
}
