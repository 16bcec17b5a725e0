/// What happens to a case: votes, deadlines, too few who may decide, an appeal. Pure: from the record, the terms and the
/// roster to the events that follow.
struct CaseReview {
    let record: CaseRecord
    let terms: ReviewTerms
    var roster: Roster
    /// Those who voted, with whom they are related to: who counts where there is no roster.
    var voters: [Reviewer] = []

    private var id: String { record.opening.caseID }

    /// A vote, and what it brings about.
    ///
    /// Recusal is looked at for every vote and never waived. Whoever votes again changes the vote.
    func vote(
        _ choice: LedgerEvent.Vote.Choice, by reviewer: Reviewer, at time: Timestamp
    ) throws(LedgerError) -> [LedgerEvent] {
        guard record.isOpen, let tier = terms.tier(record.stage.tier) else { throw .caseNotOpen(id) }
        // What its time has decided already no vote changes, though nobody looked.
        guard expire(at: time).isEmpty else { throw .caseNotOpen(id) }
        guard let role = tier.who.first(where: { role in reviewer.roles.contains { ExactText($0) == ExactText(role) } })
        else { throw .notEligible(member: reviewer.id, case: id) }
        if tier.majority != nil, roster == .unknown { throw .rosterNeeded(case: id) }
        let mayVote = count(record, tier, with: reviewer).active.contains { ExactText($0.id) == ExactText(reviewer.id) }
        guard choice == .recuse || mayVote else { throw .recused(member: reviewer.id, case: id) }
        // A changed vote comes behind the one that it changes, on however coarse a clock.
        let earlier = record.stage.votes.last { ExactText($0.reviewer) == ExactText(reviewer.id) }?.at
        let time = earlier.map { max(time, $0.advanced(by: .nanoseconds(1))) } ?? time
        let vote = event(
            .vote(.init(caseID: id, tier: tier.name, choice: choice, role: role)), by: reviewer.id, at: time)
        var record = record
        record.append(vote)
        let isOver = record.stage.due.map { $0 <= time } ?? false
        // What the votes bring about comes behind every one of them.
        let end = record.stage.votes.map(\.at).max().map { max($0, time) } ?? time
        return [vote] + outcome(count(record, tier, with: reviewer), at: end, isOver: isOver)
    }

    /// What too few who may decide bring about when a case comes before a tier.
    func settle(at time: Timestamp) -> [LedgerEvent] {
        guard record.isOpen, let tier = terms.tier(record.stage.tier) else { return [] }
        return outcome(count(record, tier), at: time)
    }

    private func outcome(_ count: CaseCount, at time: Timestamp, isOver: Bool = false) -> [LedgerEvent] {
        let tier = count.tier
        if let verdict = count.verdict(isOver: isOver) { return [ruling(verdict, by: tier.name, at: time)] }
        if roster != .unknown, count.isTooFew, let next = tier.ifTooFew.flatMap(terms.tier), !wasBefore(next) {
            return pass(to: next, .escalated, by: tier.name, at: time)
        }
        return []
    }

    /// What happens once the time of the present tier is over; nothing before that. It happens at the due time, whenever it
    /// comes to be looked at, so that who looks late changes nothing.
    func expire(at now: Timestamp) -> [LedgerEvent] {
        guard record.isOpen, let due = record.stage.due, due <= now else { return [] }
        guard let tier = terms.tier(record.stage.tier) else {
            // A fact is awaited: nobody votes.
            return isAwaiting ? isLate(record.opening.late.map { Late($0) }, by: "await", since: due, at: now) : []
        }
        // More than half of how many, nobody can tell without a roster.
        let isCountable = tier.majority != .absolute || roster != .unknown
        if isCountable, let verdict = count(record, tier, before: due).verdict(isOver: true) {
            return [ruling(verdict, by: tier.name, at: due, recorded: now)]
        }
        return isLate(tier.late, by: tier.name, since: due, at: now)
    }

    private var isAwaiting: Bool { record.stages.count == 1 && record.opening.awaits != nil }

    private func isLate(_ late: Late?, by: String, since due: Timestamp, at now: Timestamp) -> [LedgerEvent] {
        switch late {
        case .deny: return [ruling(.deny, by: by, at: due, recorded: now)]
        case .tier(let name):
            guard let next = terms.tier(name), !wasBefore(next) else { return [] }
            return pass(to: next, .late, by: by, at: due, recorded: now)
        case .staysHeld, nil: return []
        }
    }

    /// Counts the present stage. Without a roster those count who voted; who votes now counts as that moment shows them.
    private func count(
        _ record: CaseRecord, _ tier: ReviewTier, with reviewer: Reviewer? = nil, before end: Timestamp? = nil
    ) -> CaseCount {
        let votes = record.stage.votes(before: end)
        var people: [Reviewer]
        switch roster {
        case .members(let members): people = members
        case .unknown: people = voters + votes.map { Reviewer(id: $0.reviewer, roles: [$0.role]) }
        }
        if let reviewer {
            people.removeAll { ExactText($0.id) == ExactText(reviewer.id) }
            people.append(reviewer)
        }
        return CaseCount(votes, tier, roster: people, parties: record.opening.parties)
    }

    /// Puts a decided case before another tier: the one that hears appeals, or the first that did not decide it.
    func appeal(at time: Timestamp, by: String) throws(LedgerError) -> [LedgerEvent] {
        guard case .ruled(_, let ruling) = record.state else { throw .notAppealable(event: id) }
        let next: ReviewTier? =
            if let named = terms.appealTier, named != "another-tier" {
                terms.tier(named)
            } else {
                terms.tiers.first { !wasBefore($0) }
            }
        guard let next, !wasBefore(next) else { throw .notAppealable(event: ruling) }
        return [reopening(next, by: by, at: time)]
    }

    // MARK: Events

    private func wasBefore(_ tier: ReviewTier) -> Bool {
        record.stages.contains { ExactText($0.tier) == ExactText(tier.name) }
    }

    private func pass(
        to next: ReviewTier, _ cause: LedgerEvent.CaseClosing.Cause, by: String, at time: Timestamp,
        recorded: Timestamp? = nil
    ) -> [LedgerEvent] {
        [
            event(.caseClosed(.init(caseID: id, cause: cause)), by: by, at: time, recorded: recorded),
            reopening(next, by: by, at: time, recorded: recorded),
        ]
    }

    private func reopening(
        _ next: ReviewTier, by: String, at time: Timestamp, recorded: Timestamp? = nil
    ) -> LedgerEvent {
        var opening = record.opening
        opening.tier = next.name
        (opening.awaits, opening.late) = (nil, nil)
        opening.stage = record.stages.count
        opening.due = next.within.map(time.advanced)
        return event(.caseOpened(opening), by: by, at: time, recorded: recorded)
    }

    private func ruling(
        _ verdict: Outcome, by: String, at time: Timestamp, recorded: Timestamp? = nil
    ) -> LedgerEvent {
        let opening = record.opening
        let ruling = Ruling(
            case: id, rule: "\(opening.policy)/\(opening.rule)", verdict: verdict, inputs: opening.inputs)
        return event(
            .ruling(.init(ruling, tier: record.stage.tier, incident: opening.incident)), by: by, at: time,
            recorded: recorded)
    }

    private func event(
        _ kind: LedgerEvent.Kind, by: String, at time: Timestamp, recorded: Timestamp? = nil
    ) -> LedgerEvent {
        LedgerEvent(subject: record.opening.parties.actor, kind: kind, occurred: time, recorded: recorded, by: by)
    }
}
