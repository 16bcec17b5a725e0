/// What people do to a member's record, within one step; see ``Ledger``.
extension LedgerStep {
    package mutating func add(
        _ kind: LedgerEvent.Kind, to subject: String, by: String, at time: Timestamp, recorded: Timestamp? = nil,
        terms: [TallyTerms] = []
    ) throws -> Recording {
        try append(
            [LedgerEvent(subject: subject, kind: kind, occurred: time, recorded: recorded, by: by)], keeping: terms)
    }

    package mutating func reverse(incident: String, by: String, at time: Timestamp) throws -> Recording {
        let subjects = try subjects(struckFor: incident)
        return try append(LedgerEvent.reversals(of: incident, for: subjects, by: by, at: time))
    }

    package mutating func reverse(event id: String, by: String, at time: Timestamp) throws -> Recording {
        guard let event = try event(id: id) else { throw LedgerError.unknownEvent(id) }
        return try add(.reversal(.event(id: id)), to: event.subject, by: by, at: time)
    }

    package mutating func openAppeal(
        of id: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) throws -> Recording {
        // A ruling is appealed by its case, within the time and as often as the case's terms allow.
        if case .ruling? = try event(id: id)?.kind { throw LedgerError.notAppealable(event: id) }
        return try append([appeals(around: id).opening(of: id, by: by, at: time, due: due)])
    }

    package mutating func openAppeal(
        ofIncident incident: String, member: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) throws -> Recording {
        let events = try history(of: member).events
        guard let contested = events.last(where: { $0.contestableIncident.map(ExactText.init) == ExactText(incident) })
        else { throw LedgerError.unknownIncident(incident) }
        return try append([
            Appeals(events: events, book: book).opening(of: contested.id, by: by, at: time, due: due)
        ])
    }

    package mutating func endAppeal(
        _ id: String, _ end: Appeals.End, by: String, at time: Timestamp
    ) throws -> Recording {
        try append([appeals(around: id).ending(id, end, by: by, at: time)])
    }

    package mutating func completeTraining(
        _ training: LedgerEvent.Expungement, of subject: String, by: String, at time: Timestamp,
        terms: [TallyTerms] = []
    ) throws -> Recording {
        try keep(terms)
        let events = try history(of: subject).events
        let trainings = Trainings(events: events, book: try self.terms(training.tally.terms))
        return try append([trainings.completing(training, subject: subject, by: by, at: time)])
    }

    package mutating func carryOutAll(
        of subject: String, restoring: Bool = false, by: String, at time: Timestamp
    ) throws -> Recording {
        let standing = try standing(of: subject, at: time)
        let kinds: [LedgerEvent.Kind] =
            restoring
            ? standing.restores.map { .sanctionUndone($0) }
            : standing.sanctions.filter { !$0.isCarriedOut }.map { .sanctionCarriedOut(.init($0)) }
        return try append(kinds.map { LedgerEvent(subject: subject, kind: $0, occurred: time, by: by) })
    }

    /// The record of the member to whom an event belongs.
    private mutating func appeals(around id: String) throws -> Appeals {
        guard let event = try event(id: id) else { throw LedgerError.unknownEvent(id) }
        let events = try history(of: event.subject).events
        return Appeals(events: events, book: book)
    }
}

extension LedgerEvent {
    /// The incident of a strike or a warning.
    fileprivate var contestableIncident: String? {
        switch kind {
        case .strike(let charge): charge.incident
        case .warning(let warning): warning.incident
        default: nil
        }
    }
}
