/// What of a member's record can be contested, and how contests end.
package struct Appeals {
    /// The member's events, in any order.
    let events: [LedgerEvent]
    let book: TermsBook

    /// The event that opens an appeal of another event: a strike, a warning, a sanction by hand or a ruling that stands.
    ///
    /// It may be opened within the time that the event's terms give, from the moment at which the event was known, and as
    /// often as they allow; not while another appeal of it is open.
    func opening(
        of id: String, by: String, at time: Timestamp, due: Timestamp? = nil, allowing given: TallyTerms.Appeal? = nil
    ) throws(LedgerError) -> LedgerEvent {
        guard let contested = event(id) else { throw .unknownEvent(id) }
        let reversals = Reversals(events.sorted(by: LedgerEvent.precedes))
        guard let incident = incident(of: contested), !reversals.takeBack(contested) else {
            throw .notAppealable(event: id)
        }
        let terms = given ?? contested.pinnedTerms.flatMap { book[$0] }?.appeal
        if let within = terms?.within {
            let deadline = contested.known.advanced(by: within)
            guard time < deadline else { throw .appealTooLate(event: id, deadline: deadline) }
        }
        let earlier = events.filter { event in
            if case .appealOpened(let appeal) = event.kind { ExactText(appeal.event) == ExactText(id) } else { false }
        }
        guard earlier.allSatisfy(isOver), terms?.atMost.map({ earlier.count < $0 }) ?? true else {
            throw .appealsUsedUp(event: id)
        }
        return LedgerEvent(
            subject: contested.subject, kind: .appealOpened(.init(event: id, incident: incident, due: due)),
            occurred: time, by: by)
    }

    /// How an appeal can end.
    package enum End {
        case upheld, overturned, withdrawn
    }

    /// The event that ends an open appeal.
    func ending(_ id: String, _ end: End, by: String, at time: Timestamp) throws(LedgerError) -> LedgerEvent {
        guard let opened = event(id), case .appealOpened(let appeal) = opened.kind, !isOver(opened) else {
            throw .appealNotOpen(id)
        }
        let decision = LedgerEvent.AppealDecision(appeal: id, event: appeal.event)
        let kind: LedgerEvent.Kind =
            switch end {
            case .upheld: .appealUpheld(decision)
            case .overturned: .appealOverturned(decision)
            case .withdrawn: .appealWithdrawn(decision)
            }
        return LedgerEvent(subject: opened.subject, kind: kind, occurred: time, by: by)
    }

    private func event(_ id: String) -> LedgerEvent? { events.first { ExactText($0.id) == ExactText(id) } }

    /// The incident of what can be appealed, where it has one; nil for what cannot be.
    private func incident(of event: LedgerEvent) -> String?? {
        switch event.kind {
        case .strike(let charge): .some(charge.incident)
        case .warning(let warning): .some(warning.incident)
        case .sanction(let sanction): .some(sanction.incident)
        case .ruling(let verdict): .some(verdict.incident)
        default: nil
        }
    }

    private func isOver(_ appeal: LedgerEvent) -> Bool {
        events.contains { event in
            switch event.kind {
            case .appealUpheld(let decision), .appealOverturned(let decision), .appealWithdrawn(let decision):
                ExactText(decision.appeal) == ExactText(appeal.id)
            default: false
            }
        }
    }
}
