/// What events say of sanctions and appeals.
extension LedgerEvent {
    /// A suspension, or the loss of a role, that people impose by hand.
    public struct ManualSanction: Sendable, Hashable {
        /// The tally to which it belongs, so that a pardon of it ends the sanction too.
        public var tally: TallyReference
        /// What it brings: `suspend` or `revoke`.
        public var sanction: SanctionKind
        /// The actions that a suspension is from; empty: every action that the policy judges.
        public var actions: [String]
        /// How long a suspension lasts from the moment it is known; nil: without an end.
        public var duration: Duration?
        /// The role that is lost.
        public var role: String?
        /// The incident that it is for, where there is one.
        public var incident: String?

        /// A sanction by hand.
        public init(
            tally: TallyReference, sanction: SanctionKind, actions: [String] = [], duration: Duration? = nil,
            role: String? = nil, incident: String? = nil
        ) {
            self.tally = tally
            self.sanction = sanction
            self.actions = actions
            self.duration = duration
            self.role = role
            self.incident = incident
        }
    }

    /// Which sanction: one event crosses one rung of a tally at most.
    public struct SanctionReference: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// The event whose points crossed the rung, or that imposed the sanction.
        public var event: String
        /// The rung.
        public var at: Threshold
        /// What it brought.
        public var sanction: SanctionKind
        /// The actions that a suspension was from.
        public var actions: [String]
        /// The role that was lost.
        public var role: String?

        /// A reference to a sanction of a standing.
        public init(_ sanction: Standing.Sanction) {
            self.init(
                policy: sanction.policy, tally: sanction.tally, event: sanction.event, at: sanction.rung.at,
                sanction: sanction.rung.sanction, actions: sanction.rung.actions, role: sanction.rung.role)
        }

        /// A reference to a sanction.
        public init(
            policy: String, tally: String, event: String, at: Threshold, sanction: SanctionKind,
            actions: [String] = [], role: String? = nil
        ) {
            self.policy = policy
            self.tally = tally
            self.event = event
            self.at = at
            self.sanction = sanction
            self.actions = actions
            self.role = role
        }
    }

    /// What a member contests.
    public struct Appeal: Sendable, Hashable {
        /// The event that should not stand.
        public var event: String
        /// The incident that it was for.
        public var incident: String?
        /// Until when it must be decided, where somebody says so.
        public var due: Timestamp?

        /// An appeal.
        public init(event: String, incident: String? = nil, due: Timestamp? = nil) {
            self.event = event
            self.incident = incident
            self.due = due
        }
    }

    /// How an appeal ended.
    public struct AppealDecision: Sendable, Hashable {
        /// The event that opened the appeal.
        public var appeal: String
        /// The event that was contested.
        public var event: String

        /// The end of an appeal.
        public init(appeal: String, event: String) {
            self.appeal = appeal
            self.event = event
        }
    }
}
