/// The evaluator's answer to one request: complete with its reasons, what must be done along with it, and what it rests
/// on.
///
/// The same inputs give an equal decision and the same JSON, byte for byte. No original of a masked text is in it.
public struct Decision: Sendable, Hashable {
    /// The request's id.
    public var request: String
    /// The event that the request concerns.
    public var incident: String
    /// The moment it was judged at.
    public var time: Timestamp
    /// Whether it was asked first or has happened.
    public var stage: Stage
    /// What it comes to.
    public var outcome: Outcome
    /// Why it has that outcome.
    public var reason: Reason
    /// The rules that matched or could not be evaluated, by policy, then in the order written.
    public var rules: [RuleResult] = []
    /// What is to be done about something that happened; nil for a proposal, and where no rule names one.
    public var remedy: Remedy?
    /// Facts that are awaited.
    public var waits: [Wait] = []
    /// What people must decide.
    public var cases: [Case] = []
    /// What the caller must do. A host that cannot do one treats the outcome as a hold.
    public var duties: [Duty] = []
    /// What other parties are asked.
    public var notices: [Notice] = []
    /// The masked texts, by their path in the request: `resource.text`.
    public var texts: [MaskedField] = []
    /// What texts are labelled as.
    public var labels: [Label] = []
    /// The checklists of rules that have one.
    public var checklists: [Checklist] = []
    /// Strikes with what became of them.
    public var strikes: [Points] = []
    /// Merits with what became of them.
    public var merits: [Points] = []
    /// What the ladders bring with those points.
    public var sanctions: [Sanction] = []
    /// Roles and titles that the points bring.
    public var grants: [Grant] = []
    /// What could not be evaluated.
    public var errors: [Fault] = []
    /// What policies in shadow mode would have said.
    public var shadow: [Shadow] = []
    /// Whether the actor's standing was known.
    public var standing: StandingState
    /// The policies that judged, by id.
    public var policies: [PolicyReference] = []
    /// The digests of everything that the decision rests on.
    public var inputs: Inputs

    /// Whether the host told the actor's standing.
    public enum StandingState: String, Sendable, Hashable {
        /// It was given.
        case known
        /// The host has no ledger.
        case none
        /// The ledger could not be read.
        case unavailable
    }

    /// How a rule was evaluated.
    public enum RuleState: String, Sendable, Hashable {
        /// Its condition held.
        case matched
        /// Its condition could not be evaluated.
        case errored
    }

    /// A rule that matched or errored.
    public struct RuleResult: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// The rule's name in it.
        public var rule: String
        /// How it was evaluated.
        public var result: RuleState
        /// The effect that counts: after softeners and rulings; for an errored rule its `on-error`.
        public var effect: Effect
        /// What the member is told, by language.
        public var says: [LocalizedText]
        /// How to put it right, by language.
        public var mend: [LocalizedText]
        /// `file:line:column` of the rule, the file relative to the policies' root.
        public var at: String
    }

    /// A text in one language.
    public struct LocalizedText: Sendable, Hashable {
        /// As the policy names it: `ja`.
        public var language: String
        /// The text, placeholders filled in.
        public var text: String
    }

    /// A fact that a rule awaits.
    public struct Wait: Sendable, Hashable {
        /// `policy/rule`.
        public var rule: String
        /// The fact's name.
        public var fact: String
        /// The id of the one who can give it.
        public var from: String?
        /// The role that asks.
        public var askBy: String?
        /// How it is asked.
        public var via: String?
        /// Until when.
        public var due: Timestamp?
        /// What happens then: `deny`, `stays-held` or a tier.
        public var late: String?
        /// The case that it is, where its time can be over.
        package var matter: HeldMatter?
    }

    /// A hold that people decide.
    public struct Case: Sendable, Hashable {
        /// The digest of incident, rule and version.
        public var id: String
        /// `policy/rule`.
        public var rule: String
        /// The review tier.
        public var tier: String
        /// Until when.
        public var due: Timestamp?
        /// The digest of what is to be ruled on; a ruling on anything else does not count.
        public var inputs: String
        /// Members who may not decide, as far as the request tells.
        public var excluded: [String]
        /// Whom it concerns.
        package var matter: HeldMatter?
    }

    /// What a ledger must know of a held rule beside what the decision tells everybody.
    package struct HeldMatter: Sendable, Hashable {
        /// The case's id.
        package var caseID: String
        /// The policy's id and version.
        package var policy: String
        package var version: Version
        /// The rule's name in its policy.
        package var rule: String
        /// The digest of what is ruled on.
        package var inputs: String
        /// Whom it concerns.
        package var parties: CaseParties
    }

    /// Something that the caller must do.
    public struct Duty: Sendable, Hashable {
        /// The digest of incident, rule and place in it: doing it twice can be told from doing two.
        public var id: String
        /// `remind`, `warn`, `answer`, `route`, `grant`, `label` or `notify`.
        public var duty: String
        /// A member's id, a role or a tier.
        public var to: String?
        /// `policy/rule`.
        public var rule: String
        /// Until when.
        public var due: Timestamp?
    }

    /// What another party is asked.
    public struct Notice: Sendable, Hashable {
        /// A member's id.
        public var to: String
        /// `policy/rule`.
        public var about: String
        /// The text, by language.
        public var text: [LocalizedText]
    }

    /// A text that was masked.
    public struct MaskedField: Sendable, Hashable {
        /// `resource.text`.
        public var path: String
        /// The text as it may be shown. Absent where something would still show: nothing of it may be.
        public var masked: String?
        /// What was masked, by place.
        public var spans: [Span]
    }

    /// A masked place, in the original text; the ends are exclusive.
    public struct Span: Sendable, Hashable {
        /// The mask's name; of several the strictest.
        public var mask: String
        /// In UTF-8 bytes.
        public var utf8: Range<Int>
        /// In UTF-16 code units.
        public var utf16: Range<Int>
        /// In Unicode scalars.
        public var scalars: Range<Int>
    }

    /// What something is labelled as.
    public struct Label: Sendable, Hashable {
        /// The label's name.
        public var name: String
        /// What it comes to: what the text shows where that contradicts the author, else what the author says.
        public var value: String?
        /// What the author says.
        public var declared: String?
        /// What the text shows.
        public var inferred: String?
        /// Whether the two contradict one another.
        public var conflict: Bool
    }

    /// How far a checklist is fulfilled.
    public struct Checklist: Sendable, Hashable {
        /// `policy/rule`.
        public var rule: String
        /// How many items pass: those that hold, or in a `when` that holds or denies those that do not.
        public var passed: Int
        /// How many there are, without those that are `optional` and do not hold.
        public var of: Int
        /// The items that do not pass or could not be evaluated, those inside of one by its path: `bio.link`.
        public var failed: [String]
    }

    /// Whether points or sanctions took effect.
    public enum State: String, Sendable, Hashable {
        /// They would, were it done.
        case would
        /// They do.
        case charged
        /// They do if a ruling upholds the hold.
        case ifUpheld = "if-upheld"
    }

    /// Points on a tally.
    public struct Points: Sendable, Hashable {
        /// The policy whose tally it is.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// The member who gets them.
        public var subject: String
        /// How many.
        public var points: Int
        /// The rule that gives the most of them.
        public var rule: String
        /// Whether they took effect.
        public var state: State
        /// Whether a rule calls the act severe.
        public var isSevere: Bool = false
    }

    /// What a threshold brings.
    public struct Sanction: Sendable, Hashable {
        /// The policy whose ladder it is.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// The member whom it strikes.
        public var subject: String
        /// The threshold.
        public var at: Threshold
        /// What it brings.
        public var sanction: SanctionKind
        /// The role that is lost.
        public var role: String?
        /// The actions that a suspension is from; empty: all that the policy judges.
        public var from: [String]
        /// When a suspension ends.
        public var until: Timestamp?
        /// Whether it took effect.
        public var state: State
    }

    /// A role or title that is earned.
    public struct Grant: Sendable, Hashable {
        /// The policy whose ladder it is.
        public var policy: String
        /// The tally's name.
        public var tally: String
        /// The member who earns it.
        public var subject: String
        /// The threshold.
        public var at: Threshold
        /// The role.
        public var role: String?
        /// The title.
        public var title: String?
        /// Whether it took effect.
        public var state: State
    }

    /// Something that could not be evaluated.
    public struct Fault: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// The rule, mask, label or softener, by its name.
        public var rule: String
        /// What went wrong; never a value of the request.
        public var error: String
        /// `file:line:column`.
        public var at: String
        /// Whether it holds the outcome; a softener's fault does not.
        package var isOpen: Bool = true

        package init(policy: String, rule: String, error: String, at: String, isOpen: Bool = true) {
            self.policy = policy
            self.rule = rule
            self.error = error
            self.at = at
            self.isOpen = isOpen
        }
    }

    /// What a policy in shadow mode would have said.
    public struct Shadow: Sendable, Hashable {
        /// The policy's id.
        public var policy: String
        /// Its version.
        public var version: Version
        /// What it would have come to.
        public var outcome: Outcome
        /// The rules that matched or errored.
        public var rules: [RuleResult]
    }

    /// A policy that judged.
    public struct PolicyReference: Sendable, Hashable {
        /// Its id.
        public var policy: String
        /// Its version.
        public var version: Version
        /// The digest of its files.
        public var digest: String
    }

    /// What a decision rests on beside the request.
    public struct Inputs: Sendable, Hashable {
        /// The digest of the set of policies, those too that do not judge the request: ``PolicySet/digest``.
        public var policies: String
        /// Lexicons by name, with their digests.
        public var lexicons: [NamedDigest]
        /// Mask keys by name, with their ids.
        public var keys: [NamedDigest]
        /// The version of the time zone data, where a zone was used.
        public var tzdata: String?
        /// The rules that were stopped, `policy/rule`: what they would deny is held. Of those that the request names, the
        /// ones which a policy that judged it allows to be stopped.
        public var stopped: [String]
    }

    /// A name with its digest.
    public struct NamedDigest: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The digest or id.
        public var digest: String
    }
}
