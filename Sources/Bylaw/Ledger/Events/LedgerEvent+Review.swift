/// What events say of facts, cases, duties and modes.
extension LedgerEvent {
    /// A fact, as requests carry it.
    public struct FactEntry: Sendable, Hashable {
        /// The name that policies declare under `facts`.
        public var name: String
        /// What it says of whom.
        public var keys: [Attribute]
        /// When it ends by itself.
        public var until: Timestamp?

        /// A fact; its beginning is the event's ``LedgerEvent/occurred``.
        public init(_ name: String, _ keys: [Attribute], until: Timestamp? = nil) {
            self.name = name
            self.keys = keys
            self.until = until
        }
    }

    /// A held rule that awaits a fact or that people decide, or its passing to another tier.
    public struct CaseOpening: Sendable, Hashable {
        /// The digest that the decision gave the case.
        public var caseID: String
        /// The incident.
        public var incident: String
        /// The policy whose rule held.
        public var policy: String
        /// The version under which it opened, and by which it is decided.
        public var version: Version
        /// The rule's name in its policy.
        public var rule: String
        /// The tier that decides; empty while a fact is awaited.
        public var tier: String
        /// The fact that is awaited, where no tier decides yet.
        public var awaits: String?
        /// What happens once the fact is late: `deny`, `stays-held` or a tier. A tier's own is in its terms.
        public var late: String?
        /// How often it was put before people before: it was changed since, or ended without a ruling.
        public var round: Int
        /// How many tiers had the case before, in this round.
        public var stage: Int
        /// The digest of that version's review terms, which the ledger keeps.
        public var terms: String
        /// The digest of what is ruled on.
        public var inputs: String
        /// Until when it must be decided; nil: no time is set.
        public var due: Timestamp?
        /// Whom it concerns. The actor is the event's subject.
        public var parties: CaseParties

        /// A case.
        public init(
            caseID: String, incident: String, policy: String, version: Version, rule: String, tier: String,
            awaits: String? = nil, late: String? = nil, round: Int = 0, stage: Int = 0, terms: String,
            inputs: String, due: Timestamp? = nil, parties: CaseParties
        ) {
            self.caseID = caseID
            self.incident = incident
            self.policy = policy
            self.version = version
            self.rule = rule
            self.tier = tier
            self.awaits = awaits
            self.late = late
            self.round = round
            self.stage = stage
            self.terms = terms
            self.inputs = inputs
            self.due = due
            self.parties = parties
        }
    }

    /// A vote.
    public struct Vote: Sendable, Hashable {
        /// What can be voted.
        public enum Choice: String, Sendable, Hashable, CaseIterable {
            case allow, deny, abstain, recuse
        }

        /// The case.
        public var caseID: String
        /// The tier before which it was cast.
        public var tier: String
        /// What is voted.
        public var choice: Choice
        /// The role in which it is cast.
        public var role: String

        /// A vote.
        public init(caseID: String, tier: String, choice: Choice, role: String) {
            self.caseID = caseID
            self.tier = tier
            self.choice = choice
            self.role = role
        }
    }

    /// What a case came to.
    public struct Verdict: Sendable, Hashable {
        /// The ruling, as a request carries it.
        public var ruling: Ruling
        /// The tier that decided.
        public var tier: String
        /// The incident.
        public var incident: String

        /// A verdict.
        public init(_ ruling: Ruling, tier: String, incident: String) {
            self.ruling = ruling
            self.tier = tier
            self.incident = incident
        }
    }

    /// The end of a case, or of a tier's time with it, that brought no ruling.
    public struct CaseClosing: Sendable, Hashable {
        /// Why it can end without a ruling: it was withdrawn, or is void; or it goes on before another tier, because too
        /// few were left who may decide, or because the time was over. What was awaited was answered.
        public enum Cause: String, Sendable, Hashable, CaseIterable {
            case withdrawn, void, answered, escalated, late
        }

        /// The case.
        public var caseID: String
        /// Why it ended.
        public var cause: Cause

        /// The end of a case.
        public init(caseID: String, cause: Cause) {
            self.caseID = caseID
            self.cause = cause
        }
    }

    /// A duty, as decisions give it.
    public struct DutyEntry: Sendable, Hashable {
        /// The duty's id.
        public var dutyID: String
        /// Its kind.
        public var duty: String
        /// Whom it concerns.
        public var to: String?
        /// `policy/rule`.
        public var rule: String
        /// The incident.
        public var incident: String
        /// Until when.
        public var due: Timestamp?

        /// A duty.
        public init(dutyID: String, duty: String, to: String?, rule: String, incident: String, due: Timestamp? = nil) {
            self.dutyID = dutyID
            self.duty = duty
            self.to = to
            self.rule = rule
            self.incident = incident
            self.due = due
        }
    }

    /// A mode that goes on or off.
    public struct ModeSwitch: Sendable, Hashable {
        /// The mode.
        public var mode: String
        /// Whether it goes on.
        public var isOn: Bool
        /// When it goes off by itself.
        public var until: Timestamp?

        /// A switch of a mode.
        public init(mode: String, isOn: Bool, until: Timestamp? = nil) {
            self.mode = mode
            self.isOn = isOn
            self.until = until
        }
    }

    /// That a member was forgotten.
    public struct Erasure: Sendable, Hashable {
        /// How many entries were changed.
        public var entries: Int
        /// The digest of which they were, and of what is left in them: nobody can change or forget anything else later
        /// unseen.
        public var extent: String

        /// An erasure.
        public init(entries: Int, extent: String) {
            self.entries = entries
            self.extent = extent
        }
    }
}
