/// Cases within one step; see ``Ledger``.
extension LedgerStep {
    package mutating func open(
        _ decision: Decision, actor: String, terms: [ReviewTerms], roster: Roster?, by: String
    ) throws -> Recording {
        var events: [LedgerEvent] = []
        let history = try history(of: actor)
        var held: Set<ExactText> = []
        for (matter, var opening) in try openings(decision, terms) {
            held.insert(ExactText(matter.caseID))
            guard let record = CaseRecord(matter.caseID, history.events) else {
                events.append(
                    LedgerEvent(
                        // Under its id it is found.
                        id: matter.caseID, subject: actor, kind: .caseOpened(opening),
                        occurred: decision.time, by: by))
                continue
            }
            guard isAnew(opening, record, at: decision.time) else { continue }
            opening.round = record.opening.round + 1
            events.append(
                LedgerEvent(
                    subject: actor, kind: .caseOpened(opening),
                    // Behind all that happened before, on however coarse a clock.
                    occurred: max(decision.time, record.latest.advanced(by: .nanoseconds(1))), by: by))
        }
        events += answered(decision, history.events, held, by: by)
        events += duties(decision, actor, history.events, by: by)
        var recording = try append(events)
        for opening in recording.events {
            guard case .caseOpened(let opening) = opening.kind else { continue }
            let who = terms.first { $0.digest == opening.terms }?.tier(opening.tier)?.who ?? []
            let review = try review(
                ofCase: opening.caseID, roster: roster ?? knownRoster(of: who, at: decision.time), at: decision.time)
            let next = review.settle(at: decision.time)
            if !next.isEmpty { recording.add(try append(next)) }
        }
        return recording
    }

    package mutating func vote(
        _ choice: LedgerEvent.Vote.Choice, onCase id: String, by reviewer: Reviewer, roster: Roster,
        at time: Timestamp
    ) throws -> Recording {
        let time = max(time, try record(ofCase: id, at: nil).latest)
        let review = try review(ofCase: id, roster: roster, at: time)
        let events = try review.vote(choice, by: informed(reviewer, at: time), at: time)
        return try append(events + takenBack(by: events, review.record))
    }

    package mutating func appeal(case id: String, by: String, at time: Timestamp) throws -> Recording {
        let review = try review(ofCase: id, roster: .unknown, at: time)
        let time = max(time, review.record.latest)
        guard case .ruled(_, let ruling) = review.record.state else { throw LedgerError.caseNotOpen(id) }
        let events = try history(of: review.record.opening.parties.actor).events
        // Each ruling is another event, but it is the case that is appealed.
        if let atMost = review.terms.appeal?.atMost, events.appeals(ofCase: id) >= atMost {
            throw LedgerError.appealsUsedUp(event: ruling)
        }
        let appeal = try Appeals(events: events, book: book).opening(
            of: ruling, by: by, at: time, allowing: review.terms.appeal)
        return try append([appeal] + review.appeal(at: time, by: by))
    }

    package mutating func close(
        case id: String, _ cause: LedgerEvent.CaseClosing.Cause, by: String, at time: Timestamp
    ) throws -> Recording {
        let record = try record(ofCase: id, at: nil)
        guard record.isOpen else { throw LedgerError.caseNotOpen(id) }
        return try add(
            .caseClosed(.init(caseID: id, cause: cause)), to: record.opening.parties.actor, by: by,
            at: max(time, record.latest))
    }

    package mutating func overdue(at time: Timestamp) throws -> Overdue {
        let cases = try cases(at: time).filter { record in
            record.isOpen && record.stage.due.map { $0 <= time } ?? false
        }
        return Overdue(cases: cases, duties: try duties(at: time))
    }

    package mutating func judgeOverdue(at time: Timestamp, roster: Roster) throws -> Recording {
        var recording = Recording()
        // Each round passes a case to a tier that had it not before, so there is an end.
        while true {
            var events: [LedgerEvent] = []
            for known in try cases(at: time) where known.isOpen {
                // By all that is recorded of it: a clock that jumped back opens nothing again.
                let record = try record(ofCase: known.opening.caseID, at: nil)
                guard let due = record.stage.due, due <= time else { continue }
                // Who looks late decides by what was known in time.
                let next = try review(ofCase: known.opening.caseID, roster: roster, at: due).expire(at: time)
                events += next + (try takenBack(by: next, record))
            }
            guard !events.isEmpty else { return recording }
            recording.add(try append(events))
        }
    }

    /// What a ruling on appeal takes back that says it may be: the strikes that the rule brought on the incident when it was
    /// upheld before, and with them all that rested on them.
    private func takenBack(by events: [LedgerEvent], _ record: CaseRecord) throws -> [LedgerEvent] {
        guard record.stages.count > 1 else { return [] }
        let opening = record.opening
        return try events.flatMap { event -> [LedgerEvent] in
            guard case .ruling(let verdict) = event.kind, verdict.ruling.verdict == .allow else { return [] }
            return try rows.rows(topic: opening.incident).map { try chain.event($0) }.compactMap { struck in
                guard case .strike(let charge) = struck.kind, ExactText(charge.policy) == ExactText(opening.policy),
                    ExactText(charge.rule) == ExactText(opening.rule)
                else { return nil }
                return LedgerEvent(
                    subject: struck.subject, kind: .reversal(.event(id: struck.id)), occurred: event.occurred,
                    recorded: event.recorded, by: event.by)
            }
        }
    }

    package mutating func roster(of roles: [String], at time: Timestamp) throws -> [Reviewer] {
        try subjects(.roles).map { try informed(Reviewer(id: $0, roles: []), at: time) }
            .filter { reviewer in
                reviewer.roles.contains { role in roles.contains { ExactText($0) == ExactText(role) } }
            }
    }

    /// Whether what is held now was not put before people yet: it was changed since, so that no ruling on what it was
    /// counts, or that case ended without a ruling. A decision of before is not news.
    private func isAnew(_ opening: LedgerEvent.CaseOpening, _ record: CaseRecord, at time: Timestamp) -> Bool {
        guard record.stages[0].opened <= time else { return false }
        let inputs = ExactText(record.opening.inputs)
        // Where the member was forgotten, so was what was ruled on.
        let isSame =
            ExactText(opening.inputs) == inputs
            || head.forgotten > 0 && ExactText(chain.key.pseudonym(of: opening.inputs)) == inputs
        guard isSame else { return true }
        if case .closed = record.state { return record.latest < time }
        return false
    }

    private mutating func openings(
        _ decision: Decision, _ terms: [ReviewTerms]
    ) throws -> [(Decision.HeldMatter, LedgerEvent.CaseOpening)] {
        var openings: [(Decision.HeldMatter, LedgerEvent.CaseOpening)] = []
        func add(
            _ matter: Decision.HeldMatter, tier: String, awaits: String?, late: String?, due: Timestamp?
        ) throws {
            let own = terms.first { ExactText($0.policy) == ExactText(matter.policy) && $0.version == matter.version }
            let pinned = own ?? ReviewTerms(policy: matter.policy, version: matter.version, tiers: [])
            try writing?.keep(terms: pinned.canonicalBytes, digest: pinned.digest)
            openings.append(
                (
                    matter,
                    LedgerEvent.CaseOpening(
                        caseID: matter.caseID, incident: decision.incident, policy: matter.policy,
                        version: matter.version, rule: matter.rule, tier: tier, awaits: awaits, late: late,
                        terms: pinned.digest, inputs: matter.inputs, due: due, parties: matter.parties)
                ))
        }
        for held in decision.cases {
            if let matter = held.matter { try add(matter, tier: held.tier, awaits: nil, late: nil, due: held.due) }
        }
        for wait in decision.waits {
            // A rule that asks a tier too is that tier's case.
            guard let matter = wait.matter, wait.due != nil,
                !openings.contains(where: { ExactText($0.0.caseID) == ExactText(matter.caseID) })
            else { continue }
            try add(matter, tier: "", awaits: wait.fact, late: wait.late, due: wait.due)
        }
        return openings
    }

    /// Closes what an incident awaited before and awaits no longer.
    private func answered(
        _ decision: Decision, _ events: [LedgerEvent], _ held: Set<ExactText>, by: String
    ) -> [LedgerEvent] {
        var ended: [LedgerEvent] = []
        for event in events {
            guard case .caseOpened(let opening) = event.kind, opening.awaits != nil,
                ExactText(opening.incident) == ExactText(decision.incident),
                !held.contains(ExactText(opening.caseID)), let record = CaseRecord(opening.caseID, events),
                record.isOpen, record.opening == opening, record.stages.count == 1
            else { continue }
            ended.append(
                LedgerEvent(
                    subject: event.subject, kind: .caseClosed(.init(caseID: opening.caseID, cause: .answered)),
                    occurred: decision.time, by: by))
        }
        return ended
    }

    /// Opens the duties that are due by some time, each once however often it is decided.
    private func duties(
        _ decision: Decision, _ actor: String, _ events: [LedgerEvent], by: String
    ) -> [LedgerEvent] {
        let known = Set(
            events.compactMap { event in
                if case .dutyOpened(let duty) = event.kind { ExactText(duty.dutyID) } else { nil }
            })
        // Where the member was forgotten, so was the duty's id.
        func isNew(_ id: String) -> Bool {
            !known.contains(ExactText(id))
                && !(head.forgotten > 0 && known.contains(ExactText(chain.key.pseudonym(of: id))))
        }
        return decision.duties.filter { $0.due != nil && isNew($0.id) }.map { duty in
            LedgerEvent(
                id: duty.id, subject: actor,
                kind: .dutyOpened(
                    .init(
                        dutyID: duty.id, duty: duty.duty, to: duty.to, rule: duty.rule, incident: decision.incident,
                        due: duty.due)), occurred: decision.time, by: by)
        }
    }

    /// The event that opened a case has the case's id, or its pseudonym where the member was forgotten.
    private func opening(ofCase id: String) throws -> LedgerEvent? {
        if let event = try event(id: id) { return event }
        return head.forgotten > 0 ? try event(id: chain.key.pseudonym(of: id)) : nil
    }

    package mutating func record(ofCase id: String, at time: Timestamp?) throws -> CaseRecord {
        guard let first = try opening(ofCase: id), case .caseOpened = first.kind else {
            throw LedgerError.unknownCase(id)
        }
        let events = try history(of: first.subject).events.filter { event in time.map { event.known <= $0 } ?? true }
        guard let record = CaseRecord(id, events) else { throw LedgerError.unknownCase(id) }
        return record
    }

    /// By all that is recorded of it, whatever the time: what was decided stays decided for who acts with a clock that
    /// is slow. Of those who may decide the ledger knows which roles they lost and which relations they disclosed by then.
    mutating func review(ofCase id: String, roster: Roster, at time: Timestamp) throws -> CaseReview {
        let record = try record(ofCase: id, at: nil)
        var review = CaseReview(record: record, terms: try reviewTerms(of: record), roster: roster)
        switch roster {
        case .members(let members):
            review.roster = .members(try members.map { try informed($0, at: time) })
        case .unknown:
            review.voters = try record.stage.votes.map { vote in
                let voter = try informed(Reviewer(id: vote.reviewer, roles: []), at: time)
                return Reviewer(id: voter.id, roles: [vote.role], related: voter.related)
            }
        }
        return review
    }

    func reviewTerms(of record: CaseRecord) throws -> ReviewTerms {
        let digest = record.opening.terms
        guard let bytes = try rows.terms(digest) else {
            throw LedgerError.unknownTerms(digest: digest, event: record.opening.caseID)
        }
        guard let terms = ReviewTerms(canonicalBytes: bytes, digest: digest) else {
            throw LedgerError.damagedTerms(digest: digest)
        }
        return terms
    }

    /// All cases, by the moment at which they opened.
    package mutating func cases(at time: Timestamp) throws -> [CaseRecord] {
        var ids: [ExactText] = []
        var known: Set<ExactText> = []
        for row in try rows.rows(topic: LedgerEvent.Topic.cases.rawValue) {
            let event = try chain.event(row)
            guard event.known <= time, case .caseOpened(let opening) = event.kind,
                known.insert(ExactText(opening.caseID)).inserted
            else { continue }
            ids.append(ExactText(opening.caseID))
        }
        return try ids.map { try record(ofCase: $0.text, at: time) }
    }

    /// Duties that were due by a moment and are not closed.
    mutating func duties(at time: Timestamp) throws -> [Overdue.OwedDuty] {
        var owed: [Overdue.OwedDuty] = []
        for subject in try subjects(.duties) {
            let events = try history(of: subject).events.filter { $0.known <= time }
            let closed = Set(
                events.compactMap { event in
                    if case .dutyClosed(let id) = event.kind { ExactText(id) } else { nil }
                })
            for event in events {
                guard case .dutyOpened(let duty) = event.kind, let due = duty.due, due <= time,
                    !closed.contains(ExactText(duty.dutyID))
                else { continue }
                owed.append(.init(subject: subject, duty: duty))
            }
        }
        return owed
    }

    /// Whose records have events of a topic, by their UTF-8.
    func subjects(_ topic: LedgerEvent.Topic) throws -> [String] {
        Set(try rows.rows(topic: topic.rawValue).map { ExactText($0.subject) }).sorted().map(\.text)
    }

    /// A reviewer with the roles and relations that the ledger knows of.
    mutating func informed(_ reviewer: Reviewer, at time: Timestamp) throws -> Reviewer {
        let standing = try standing(of: reviewer.id, at: time)
        let facts = try history(of: reviewer.id).events.facts(at: time)
        var reviewer = reviewer
        reviewer.roles = standing.effectiveRoles(host: reviewer.roles)
        for fact in facts where ExactText(fact.name) == ExactText("relationship") {
            if let other = fact.keys.first(where: { $0.name == "with" })?.value.text { reviewer.related.append(other) }
        }
        return try stored(reviewer)
    }

    /// A reviewer under the names that cases know: who was forgotten still decides no case of their own.
    private func stored(_ reviewer: Reviewer) throws -> Reviewer {
        guard head.forgotten > 0 else { return reviewer }
        return Reviewer(
            id: try storedName(of: reviewer.id), roles: reviewer.roles,
            related: try reviewer.related.map { try storedName(of: $0) })
    }
}

extension [LedgerEvent] {
    /// How often rulings on a case were appealed.
    fileprivate func appeals(ofCase id: String) -> Int {
        let rulings = Set(
            compactMap { event in
                if case .ruling(let verdict) = event.kind, ExactText(verdict.ruling.caseID) == ExactText(id) {
                    ExactText(event.id)
                } else {
                    nil
                }
            })
        return count { event in
            if case .appealOpened(let appeal) = event.kind { rulings.contains(ExactText(appeal.event)) } else { false }
        }
    }
}
