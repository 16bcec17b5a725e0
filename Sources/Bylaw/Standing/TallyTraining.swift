/// A training that a member completed, as it counts on one tally.
struct TallyTraining {
    /// When it was completed and known to be.
    let completed: Timestamp
    /// When it lifts what it lifts.
    let lifts: Timestamp
    let kind: TallyTerms.Training.Lifts
    /// The event that it is to lift; nil: the oldest that counts.
    let event: ExactText?

    /// Those of a tally's trainings that count: no more than the terms allow within their window, the earlier first.
    /// By the moment at which they lift something.
    static func counting(
        _ trainings: [(event: LedgerEvent, expungement: LedgerEvent.Expungement, entry: TermsBook.Entry)]
    ) -> [TallyTraining] {
        var ends: [Timestamp?] = []
        var list: [TallyTraining] = []
        for training in trainings.sorted(by: {
            ($0.event.known, ExactText($0.event.id)) < ($1.event.known, ExactText($1.event.id))
        }) {
            guard let terms = training.entry.terms.training, let window = training.entry.training else { continue }
            let completed = training.event.known
            let used = ends.count { end in end.map { completed < $0 } ?? true }
            guard terms.atMost.map({ used < $0 }) ?? true else { continue }
            ends.append(window.end(occurred: completed))
            list.append(
                TallyTraining(
                    completed: completed, lifts: completed.advanced(by: terms.after), kind: terms.lifts,
                    event: training.expungement.event.map(ExactText.init)))
        }
        return list.enumerated().sorted { ($0.element.lifts, $0.offset) < ($1.element.lifts, $1.offset) }.map(\.element)
    }
}

extension LedgerEvent {
    /// The first moment at which anybody could act on it.
    var known: Timestamp { max(occurred, recorded) }
}
