/// What of a member's events is taken back, as if it had never been: by reversals, and by appeals that succeeded.
struct Reversals {
    private var ids: Set<ExactText> = []
    private var incidents: Set<ExactText> = []

    /// From all events in the ledger's order. The last first, so that a reversal that is taken back itself has no
    /// effect.
    init(_ events: [LedgerEvent]) {
        for event in events.reversed() where !ids.contains(ExactText(event.id)) {
            switch event.kind {
            case .reversal(.event(let id)): ids.insert(ExactText(id))
            case .reversal(.incident(let incident)): incidents.insert(ExactText(incident))
            case .appealOverturned(let decision): ids.insert(ExactText(decision.event))
            default: break
            }
        }
    }

    /// Whether an event is taken back.
    func takeBack(_ event: LedgerEvent) -> Bool {
        if ids.contains(ExactText(event.id)) { return true }
        guard let incident = event.struckIncident else { return false }
        return incidents.contains(ExactText(incident))
    }
}
