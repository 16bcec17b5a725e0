/// What people do to a member's record.
extension Ledger {
    /// Records something that needs no looking at what was recorded before: a pardon, a role, a warning, a sanction by
    /// hand, a fact, a mode.
    @discardableResult
    public func add(
        _ kind: LedgerEvent.Kind, to subject: String, by: String, at time: Timestamp, recorded: Timestamp? = nil,
        terms: [TallyTerms] = []
    ) async throws -> Recording {
        try await append(
            [LedgerEvent(subject: subject, kind: kind, occurred: time, recorded: recorded, by: by)], terms: terms)
    }

    /// Overturns the strikes of an incident, for every member who has one.
    ///
    /// Throws ``LedgerError/unknownIncident(_:)`` where nobody has.
    @discardableResult
    public func reverse(incident: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { step in
            let subjects = try step.subjects(struckFor: incident)
            return try step.append(LedgerEvent.reversals(of: incident, for: subjects, by: by, at: time))
        }
    }

    /// Overturns one event, whatever it is. Throws ``LedgerError/unknownEvent(_:)`` where there is none.
    @discardableResult
    public func reverse(event id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { step in
            guard let event = try step.event(id: id) else { throw LedgerError.unknownEvent(id) }
            return try step.append([
                LedgerEvent(subject: event.subject, kind: .reversal(.event(id: id)), occurred: time, by: by)
            ])
        }
    }

    /// Opens an appeal of a strike, a warning or a sanction by hand; the event's id is the appeal's.
    ///
    /// Throws where it is too late for it or was done as often as the terms allow.
    @discardableResult
    public func openAppeal(
        of id: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) async throws -> Recording {
        try await withRecord(of: id) { events, book in
            try Appeals(events: events, book: book).opening(of: id, by: by, at: time, due: due)
        }
    }

    /// Opens an appeal of a member's last strike or warning for an incident.
    @discardableResult
    public func openAppeal(
        ofIncident incident: String, member: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) async throws -> Recording {
        try await write { step in
            let history = try step.history(of: member)
            let contested = history.events.last { event in
                switch event.kind {
                case .strike(let charge): ExactText(charge.incident) == ExactText(incident)
                case .warning(let warning): ExactText(warning.incident) == ExactText(incident)
                default: false
                }
            }
            guard let contested else { throw LedgerError.unknownIncident(incident) }
            let appeals = Appeals(events: history.events, book: step.book)
            return try step.append([appeals.opening(of: contested.id, by: by, at: time, due: due)])
        }
    }

    /// Decides an appeal: what was contested stands, or is as if it had never been.
    @discardableResult
    public func decideAppeal(
        _ id: String, overturns: Bool, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await withRecord(of: id) { events, book in
            try Appeals(events: events, book: book).ending(
                id, overturns ? .overturned : .upheld, by: by, at: time)
        }
    }

    /// Gives an appeal up.
    @discardableResult
    public func withdrawAppeal(_ id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await withRecord(of: id) { events, book in
            try Appeals(events: events, book: book).ending(id, .withdrawn, by: by, at: time)
        }
    }

    /// Records that a member completed a training.
    @discardableResult
    public func completeTraining(
        _ training: LedgerEvent.Expungement, of subject: String, by: String, at time: Timestamp,
        terms: [TallyTerms] = []
    ) async throws -> Recording {
        try await write { step in
            try step.keep(terms)
            let history = try step.history(of: subject)
            let event = try Trainings(events: history.events, book: step.terms(training.tally.terms)).completing(
                training, subject: subject, by: by, at: time)
            return try step.append([event])
        }
    }

    /// Records that a sanction was carried out where the host keeps such things, or, with `undone`, that what it took was
    /// given back.
    @discardableResult
    public func carryOut(
        _ sanction: LedgerEvent.SanctionReference, of subject: String, undone: Bool = false, by: String,
        at time: Timestamp
    ) async throws -> Recording {
        try await add(undone ? .sanctionUndone(sanction) : .sanctionCarriedOut(sanction), to: subject, by: by, at: time)
    }

    /// Records of all of a member's sanctions that they were carried out, or of all that had to be restored that it was.
    @discardableResult
    public func carryOutAll(
        of subject: String, restoring: Bool = false, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await write { step in
            let standing = try step.standing(of: subject, at: time)
            let kinds: [LedgerEvent.Kind] =
                restoring
                ? standing.restores.map { .sanctionUndone($0) }
                : standing.sanctions.filter { !$0.isCarriedOut }.map { .sanctionCarriedOut(.init($0)) }
            return try step.append(
                kinds.map { LedgerEvent(subject: subject, kind: $0, occurred: time, by: by) })
        }
    }

    /// Records the event that follows from the record of the member to whom another event belongs.
    private func withRecord(
        of id: String, _ body: @escaping @Sendable ([LedgerEvent], TermsBook) throws -> LedgerEvent
    ) async throws -> Recording {
        try await write { step in
            guard let event = try step.event(id: id) else { throw LedgerError.unknownEvent(id) }
            let history = try step.history(of: event.subject)
            return try step.append([body(history.events, step.book)])
        }
    }
}
