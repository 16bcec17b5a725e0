/// Whether a training lifts anything now.
struct Trainings {
    /// The member's events, in any order.
    let events: [LedgerEvent]
    let book: TermsBook

    /// The event that a training was completed. Throws ``LedgerError/noTraining(policy:tally:)`` where the tally's terms
    /// know none, or allow no more within their window.
    func completing(
        _ expungement: LedgerEvent.Expungement, subject: String, by: String, at time: Timestamp
    ) throws(LedgerError) -> LedgerEvent {
        let event = LedgerEvent(subject: subject, kind: .expungement(expungement), occurred: time, by: by)
        let entry = try book.entry(for: expungement.tally, of: event)
        let name = TallyName(expungement.tally.policy, expungement.tally.tally)
        let reversals = Reversals(events.sorted(by: LedgerEvent.precedes))
        var all = [(event: event, expungement: expungement, entry: entry)]
        for earlier in events where !reversals.takeBack(earlier) {
            guard case .expungement(let training) = earlier.kind,
                TallyName(training.tally.policy, training.tally.tally) == name
            else { continue }
            all.append((earlier, training, try book.entry(for: training.tally, of: earlier)))
        }
        let counted = TallyTraining.counting(all)
        guard counted.count == all.count else { throw .noTraining(policy: name.policy.text, tally: name.tally.text) }
        return event
    }
}
