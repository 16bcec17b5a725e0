extension MemoryLedger {
    /// Opens an appeal of a strike, a warning or a sanction by hand; the event's id is the appeal's.
    ///
    /// Throws where it is too late for it or was done as often as the terms allow.
    @discardableResult
    public mutating func openAppeal(
        of id: String, by: String, at time: Timestamp, due: Timestamp? = nil
    ) throws(LedgerError) -> LedgerEvent {
        let event = try appeals(of: id).opening(of: id, by: by, at: time, due: due)
        try append(event)
        return event
    }

    /// Decides an appeal: what was contested stands, or is as if it had never been.
    @discardableResult
    public mutating func decideAppeal(
        _ id: String, overturns: Bool, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        let event = try appeals(of: id).ending(id, overturns ? .overturned : .upheld, by: by, at: time)
        try append(event)
        return event
    }

    /// Gives an appeal up.
    @discardableResult
    public mutating func withdrawAppeal(
        _ id: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        let event = try appeals(of: id).ending(id, .withdrawn, by: by, at: time)
        try append(event)
        return event
    }

    /// Records that a member completed a training. Throws where it lifts nothing.
    @discardableResult
    public mutating func completeTraining(
        _ training: LedgerEvent.Expungement, of subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        let event = try Trainings(events: events(of: subject), book: book).completing(
            training, subject: subject, by: by, at: time)
        try append(event)
        return event
    }

    /// The record of the member to whom an event belongs.
    private func appeals(of id: String) throws(LedgerError) -> Appeals {
        guard let event = event(id: id) else { throw .unknownEvent(id) }
        return Appeals(events: events(of: event.subject), book: book)
    }
}
