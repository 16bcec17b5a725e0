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
        try await write { try $0.open(decision, actor: request.actor.id, terms: terms, roster: roster, by: by) }
    }

    /// What became of a case so far. Throws ``LedgerError/unknownCase(_:)``.
    public func record(ofCase id: String, at time: Timestamp? = nil) async throws -> CaseRecord {
        try await read { try $0.record(ofCase: id, at: time) }
    }

    /// A vote, with what it brings about. The reviewer's roles are those given and the ledger's, without those that were
    /// lost.
    @discardableResult
    public func vote(
        _ choice: LedgerEvent.Vote.Choice, onCase id: String, by reviewer: Reviewer, roster: Roster = .unknown,
        at time: Timestamp
    ) async throws -> Recording {
        try await write { try $0.vote(choice, onCase: id, by: reviewer, roster: roster, at: time) }
    }

    /// Puts a decided case before another tier. Throws where it is too late for it, or was done as often as the terms
    /// allow.
    @discardableResult
    public func appeal(case id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { try $0.appeal(case: id, by: by, at: time) }
    }

    /// Ends a case without a ruling.
    @discardableResult
    public func close(
        case id: String, _ cause: LedgerEvent.CaseClosing.Cause, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await write { try $0.close(case: id, cause, by: by, at: time) }
    }

    /// All cases, by the moment at which they opened.
    public func cases(at time: Timestamp) async throws -> [CaseRecord] {
        try await read { try $0.cases(at: time) }
    }

    /// The rulings on an incident of a member's, as the next request carries them: of each case the last.
    public func rulings(on incident: String, of actor: String, at time: Timestamp) async throws -> [Ruling] {
        try await events(of: actor).rulings(on: incident, at: time)
    }

    /// What was due by a moment and is not done.
    public func overdue(at time: Timestamp) async throws -> Overdue {
        try await read { try $0.overdue(at: time) }
    }

    /// Judges what was due by a moment: cases whose time is over are decided by the votes that there are, or pass on, or
    /// are denied, as their terms say, again and again until nothing is due. Duties stay: somebody must do them.
    @discardableResult
    public func judgeOverdue(at time: Timestamp, roster: Roster = .unknown) async throws -> Recording {
        try await write { try $0.judgeOverdue(at: time, roster: roster) }
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
        try await read { try $0.roster(of: roles, at: time) }
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
    package func rulings(on incident: String, at time: Timestamp) -> [Ruling] {
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
