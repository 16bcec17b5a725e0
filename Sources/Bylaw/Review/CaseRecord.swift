/// What became of one case so far, from its events.
public struct CaseRecord: Sendable, Hashable {
    /// How it was opened; where it was put before people anew, the last time.
    public let opening: LedgerEvent.CaseOpening
    /// The tiers that it came before, in order; the last is the present one.
    public private(set) var stages: [Stage]
    /// Where it stands.
    public private(set) var state: State

    /// One tier's time with the case.
    public struct Stage: Sendable, Hashable {
        /// The tier.
        public let tier: String
        /// When it came before it.
        public let opened: Timestamp
        /// Until when it must decide; nil: no time is set.
        public let due: Timestamp?
        /// Every vote that was cast, changed ones too, in the ledger's order.
        fileprivate(set) var cast: [CastVote] = []

        /// The last vote of each who voted, in the order of first voting.
        public var votes: [CastVote] { votes(before: nil) }
    }

    /// A vote that was cast.
    public struct CastVote: Sendable, Hashable {
        /// Who cast it.
        public let reviewer: String
        /// In which role.
        public let role: String
        /// What was voted.
        public let choice: LedgerEvent.Vote.Choice
        /// When.
        public let at: Timestamp
    }

    /// Where a case stands.
    public enum State: Sendable, Hashable {
        /// The last stage's tier decides.
        case open
        /// It was decided: by that event, which can be appealed.
        case ruled(Ruling, event: String)
        /// It ended without a ruling.
        case closed(LedgerEvent.CaseClosing.Cause)
    }

    /// When the last of it happened.
    package private(set) var latest: Timestamp

    /// Whether it awaits votes.
    public var isOpen: Bool { state == .open }

    /// The stage that decides, or decided.
    public var stage: Stage { stages[stages.count - 1] }

    /// From a member's events in any order; nil where none of them opened the case.
    ///
    /// Events say to which stage they belong, for those of one moment have no order of their own. A stage's first ruling
    /// counts: no case is decided twice by one tier. Where it was put before people anew, what happened before that
    /// counts no more.
    init?(_ id: String, _ events: some Sequence<LedgerEvent>) {
        let exact = ExactText(id)
        let related = events.filter { $0.caseID.map { ExactText($0) == exact } ?? $0.takesBack }
            .sorted(by: LedgerEvent.precedes)
        let reversals = Reversals(related)
        let valid = related.filter { $0.caseID != nil && !reversals.takeBack($0) }
        let all = valid.compactMap { event -> (LedgerEvent.CaseOpening, Timestamp)? in
            if case .caseOpened(let opening) = event.kind { (opening, event.occurred) } else { nil }
        }
        guard let round = all.map(\.0.round).max() else { return nil }
        let openings = all.filter { $0.0.round == round }.sorted { $0.0.stage < $1.0.stage }
        let (first, begin) = openings[0]
        opening = first
        stages = openings.map { Stage(tier: $0.0.tier, opened: $0.1, due: $0.0.due) }
        state = .open
        latest = openings.map(\.1).max() ?? begin
        for event in valid where event.occurred >= begin { append(event) }
    }

    /// Adds an event of the case that does not open it.
    mutating func append(_ event: LedgerEvent) {
        latest = max(latest, event.occurred)
        switch event.kind {
        case .vote(let vote):
            guard let index = stage(of: vote.tier) else { return }
            stages[index].cast.append(
                CastVote(reviewer: event.by, role: vote.role, choice: vote.choice, at: event.occurred))
        case .ruling(let verdict):
            // A ruling before an appeal put the case before another tier says nothing of how it stands now.
            guard isOpen, stage(of: verdict.tier) == stages.count - 1 else { return }
            state = .ruled(verdict.ruling, event: event.id)
        case .caseClosed(let closing):
            switch closing.cause {
            case .withdrawn, .void, .answered: if isOpen { state = .closed(closing.cause) }
            // It goes on: the stage that follows says before whom.
            case .escalated, .late: break
            }
        default: break
        }
    }

    private func stage(of tier: String) -> Int? { stages.firstIndex { ExactText($0.tier) == ExactText(tier) } }
}

extension CaseRecord.Stage {
    /// The last vote that each cast before a moment; nil: at any.
    func votes(before end: Timestamp?) -> [CaseRecord.CastVote] {
        var votes: [CaseRecord.CastVote] = []
        for vote in cast where end.map({ vote.at < $0 }) ?? true {
            if let index = votes.firstIndex(where: { ExactText($0.reviewer) == ExactText(vote.reviewer) }) {
                votes[index] = vote
            } else {
                votes.append(vote)
            }
        }
        return votes
    }
}

extension LedgerEvent {
    /// Whether it may take back another event.
    fileprivate var takesBack: Bool {
        switch kind {
        case .reversal, .appealOverturned: true
        default: false
        }
    }

    /// The case that it belongs to.
    var caseID: String? {
        switch kind {
        case .caseOpened(let opening): opening.caseID
        case .vote(let vote): vote.caseID
        case .ruling(let verdict): verdict.ruling.caseID
        case .caseClosed(let closing): closing.caseID
        default: nil
        }
    }
}
