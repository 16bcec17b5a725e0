/// Cases that people decide, and what is due.
extension Ledger {
    /// Opens what a decision holds: a case for each rule that people decide, and one for each fact that is awaited until
    /// some time; and the duties that are due by some time. What the same incident awaited before and awaits no longer
    /// is closed as answered.
    ///
    /// Opening again changes nothing. With a roster a case before a tier of which too few may decide goes on at once.
    @discardableResult
    public func open(
        _ decision: Decision, of request: Request, terms: [ReviewTerms], roster: Roster = .unknown, by: String
    ) async throws -> Recording {
        try await write { step in
            try step.open(decision, actor: request.actor.id, terms: terms, roster: roster, by: by)
        }
    }

    /// What became of a case so far. Throws ``LedgerError/unknownCase(_:)``.
    public func record(ofCase id: String, at time: Timestamp? = nil) async throws -> CaseRecord {
        try await read { step in try step.record(ofCase: id, at: time) }
    }

    /// A vote, with what it brings about. The reviewer's roles are those given and the ledger's, without those that were
    /// lost.
    @discardableResult
    public func vote(
        _ choice: LedgerEvent.Vote.Choice, onCase id: String, by reviewer: Reviewer, roster: Roster = .unknown,
        at time: Timestamp
    ) async throws -> Recording {
        try await write { step in
            let review = try step.review(ofCase: id, roster: roster, at: time)
            return try step.append(review.vote(choice, by: step.informed(reviewer, at: time), at: time))
        }
    }

    /// Puts a decided case before another tier. Throws where it is too late for it, or was done as often as the terms
    /// allow.
    @discardableResult
    public func appeal(case id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { step in
            let review = try step.review(ofCase: id, roster: .unknown, at: time)
            guard case .ruled(_, let ruling) = review.record.state else { throw LedgerError.caseNotOpen(id) }
            let history = try step.history(of: review.record.opening.parties.actor)
            let appeal = try Appeals(events: history.events, book: step.book).opening(
                of: ruling, by: by, at: time, allowing: review.terms.appeal)
            return try step.append([appeal] + review.appeal(at: time, by: by))
        }
    }

    /// Ends a case without a ruling.
    @discardableResult
    public func close(
        case id: String, _ cause: LedgerEvent.CaseClosing.Cause, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await write { step in
            let record = try step.record(ofCase: id, at: time)
            guard record.isOpen else { throw LedgerError.caseNotOpen(id) }
            return try step.append([
                LedgerEvent(
                    subject: record.opening.parties.actor, kind: .caseClosed(.init(caseID: id, cause: cause)),
                    occurred: time, by: by)
            ])
        }
    }

    /// All cases, by the moment at which they opened.
    public func cases(at time: Timestamp) async throws -> [CaseRecord] {
        try await read { step in try step.cases(at: time) }
    }

    /// The rulings on an incident of a member's, as the next request carries them: of each case the last.
    public func rulings(on incident: String, of actor: String, at time: Timestamp) async throws -> [Ruling] {
        try await events(of: actor).rulings(on: incident, at: time)
    }

    /// What was due by a moment and is not done.
    public func overdue(at time: Timestamp) async throws -> Overdue {
        try await read { step in
            let cases = try step.cases(at: time).filter { record in
                record.isOpen && record.stage.due.map { $0 <= time } ?? false
            }
            return Overdue(cases: cases, duties: try step.duties(at: time))
        }
    }

    /// Judges what was due by a moment: cases whose time is over are decided by the votes that there are, or pass on, or
    /// are denied, as their terms say, again and again until nothing is due. Duties stay: somebody must do them.
    @discardableResult
    public func judgeOverdue(at time: Timestamp, roster: Roster = .unknown) async throws -> Recording {
        try await write { step in
            var recording = Recording()
            // Each round passes a case to a tier that had it not before, so there is an end.
            while true {
                var events: [LedgerEvent] = []
                for record in try step.cases(at: time) where record.isOpen {
                    let review = CaseReview(
                        record: record, terms: try step.reviewTerms(of: record), roster: roster)
                    events += review.expire(at: time)
                }
                guard !events.isEmpty else { return recording }
                recording.add(try step.append(events))
            }
        }
    }

    /// That a duty was done, or is not owed any more.
    @discardableResult
    public func close(
        duty id: String, of subject: String, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await add(.dutyClosed(id), to: subject, by: by, at: time)
    }

    /// Everybody who has one of the roles by the ledger, with the roles of that moment and the relations that they
    /// disclosed: facts `relationship` with a key `with`.
    public func roster(of roles: [String], at time: Timestamp) async throws -> [Reviewer] {
        try await read { step in
            try step.subjects(.roles).map { try step.informed(Reviewer(id: $0, roles: []), at: time) }
                .filter { reviewer in
                    reviewer.roles.contains { role in roles.contains { ExactText($0) == ExactText(role) } }
                }
        }
    }
}

/// What was due and is not done.
public struct Overdue: Sendable, Hashable {
    /// Cases whose time is over.
    public var cases: [CaseRecord]
    /// Duties, by whose record they are in.
    public var duties: [OwedDuty]

    /// A duty and in whose record it is.
    public struct OwedDuty: Sendable, Hashable {
        /// The member.
        public var subject: String
        /// The duty.
        public var duty: LedgerEvent.DutyEntry
    }
}

extension [LedgerEvent] {
    /// The rulings on an incident that were known at a moment: of each case that of the last tier.
    func rulings(on incident: String, at time: Timestamp) -> [Ruling] {
        let known = filter { $0.known <= time }
        var ids: [ExactText] = []
        for event in known {
            guard case .caseOpened(let opening) = event.kind, ExactText(opening.incident) == ExactText(incident),
                !ids.contains(ExactText(opening.caseID))
            else { continue }
            ids.append(ExactText(opening.caseID))
        }
        return ids.compactMap { id in
            guard case .ruled(let ruling, _)? = CaseRecord(id.text, known)?.state else { return nil }
            return ruling
        }
    }
}
