/// One entry of the ledger: something that happened to a member's standing. Entries are added, never changed.
public struct LedgerEvent: Sendable, Hashable {
    /// Unique in the ledger; given by who records, else the digest of everything else.
    public let id: String
    /// The member whose standing it is about; for a tally that is counted by another attribute, that attribute's value.
    public let subject: String
    /// What happened.
    public let kind: Kind
    /// When it happened; windows count from here.
    public let occurred: Timestamp
    /// When the ledger came to know of it. Before that moment nobody could act on it.
    public let recorded: Timestamp
    /// Who recorded it: a member's id, a role, a service.
    public let by: String
    /// What it rests on, as a digest that tells nothing without the evidence itself.
    public let evidence: Evidence?

    /// An event; `recorded` is `occurred` unless given.
    public init(
        id: String? = nil, subject: String, kind: Kind, occurred: Timestamp, recorded: Timestamp? = nil, by: String,
        evidence: Evidence? = nil
    ) {
        self.subject = subject
        self.kind = kind
        self.occurred = occurred
        self.recorded = recorded ?? occurred
        self.by = by
        self.evidence = evidence
        self.id = id ?? Self.digest(subject, kind, occurred, self.recorded, by)
    }

    /// What can happen. Later versions have more kinds: a `switch` over it wants a `default`.
    public enum Kind: Sendable, Hashable {
        /// Points for what should not have been done.
        case strike(Charge)
        /// A person's formal warning: it counts as one where a tally warns before it charges.
        case warning(Warning)
        /// Points for what was done well.
        case merit(Charge)
        /// Something earlier is taken back as if it had never been.
        case reversal(Reversal)
        /// A training was completed, which may lift a warning or a strike.
        case expungement(Expungement)
        /// Mercy: what was done stands, but its consequences end.
        case pardon(Pardon)
        /// A sanction that people imposed, whatever the points.
        case sanction(ManualSanction)
        /// A sanction that follows from points was carried out where the host keeps such things.
        case sanctionCarriedOut(SanctionReference)
        /// What a sanction had taken was given back.
        case sanctionUndone(SanctionReference)
        /// The member has a role from then on.
        case roleGranted(String)
        /// The member loses a role, whatever the host says, until it is granted again.
        case roleRevoked(String)
        /// The member asserted something: consent, an acknowledgement, a disclosure.
        case factGiven(FactEntry)
        /// A fact with these keys ends, whenever it was given.
        case factWithdrawn(FactEntry)
        /// A held rule was put before people; the subject is who acted.
        case caseOpened(CaseOpening)
        /// One vote in a case; ``LedgerEvent/by`` is who votes.
        case vote(Vote)
        /// What a case came to, for the request that comes back.
        case ruling(Verdict)
        /// A case ended without a ruling: withdrawn, void, or passed to another.
        case caseClosed(CaseClosing)
        /// A duty that must be done.
        case dutyOpened(DutyEntry)
        /// A duty was done, or is not owed any more; by the duty's id.
        case dutyClosed(String)
        /// The member contests one event.
        case appealOpened(Appeal)
        /// An appeal failed: what was contested stands.
        case appealUpheld(AppealDecision)
        /// An appeal succeeded: what was contested is as if it had never been.
        case appealOverturned(AppealDecision)
        /// The member gave an appeal up.
        case appealWithdrawn(AppealDecision)
        /// A mode was switched on or off; the subject is who switched it.
        case modeSwitched(ModeSwitch)
        /// The member was forgotten: from here on a pseudonym stands in the place of id and texts.
        case erasure(Erasure)
    }
}

extension LedgerEvent {
    /// The points that it gives, if it is a strike or a merit.
    public var charge: Charge? {
        switch kind {
        case .strike(let charge), .merit(let charge): charge
        default: nil
        }
    }

    /// The tally that it is about, if it is a warning, a training or a sanction by hand.
    public var tally: TallyReference? {
        switch kind {
        case .warning(let warning): warning.tally
        case .expungement(let expungement): expungement.tally
        case .sanction(let sanction): sanction.tally
        default: nil
        }
    }

    /// The digest of the terms that it pins; nil where it rests on none.
    public var pinnedTerms: String? { charge?.terms ?? tally?.terms }
}
