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
        try await write { try $0.reverse(incident: incident, by: by, at: time) }
    }

    /// Overturns one event, whatever it is. Throws ``LedgerError/unknownEvent(_:)`` where there is none.
    @discardableResult
    public func reverse(event id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { try $0.reverse(event: id, by: by, at: time) }
    }

    /// Opens an appeal of a strike, a warning or a sanction by hand; the event's id is the appeal's.
    ///
    /// Throws where it is too late for it or was done as often as the terms allow.
    @discardableResult
    public func openAppeal(
        of id: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) async throws -> Recording {
        try await write { try $0.openAppeal(of: id, by: by, at: time, due: due) }
    }

    /// Opens an appeal of a member's last strike or warning for an incident.
    @discardableResult
    public func openAppeal(
        ofIncident incident: String, member: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) async throws -> Recording {
        try await write {
            try $0.openAppeal(ofIncident: incident, member: member, by: by, at: time, due: due)
        }
    }

    /// Decides an appeal: what was contested stands, or is as if it had never been.
    @discardableResult
    public func decideAppeal(
        _ id: String, overturns: Bool, by: String, at time: Timestamp
    ) async throws -> Recording {
        try await write { try $0.endAppeal(id, overturns ? .overturned : .upheld, by: by, at: time) }
    }

    /// Gives an appeal up.
    @discardableResult
    public func withdrawAppeal(_ id: String, by: String, at time: Timestamp) async throws -> Recording {
        try await write { try $0.endAppeal(id, .withdrawn, by: by, at: time) }
    }

    /// Records that a member completed a training.
    @discardableResult
    public func completeTraining(
        _ training: LedgerEvent.Expungement, of subject: String, by: String, at time: Timestamp,
        terms: [TallyTerms] = []
    ) async throws -> Recording {
        try await write { try $0.completeTraining(training, of: subject, by: by, at: time, terms: terms) }
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
        try await write { try $0.carryOutAll(of: subject, restoring: restoring, by: by, at: time) }
    }
}
