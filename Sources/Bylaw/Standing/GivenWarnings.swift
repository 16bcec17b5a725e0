/// The warnings on one tally that were given in the place of points, in the ledger's order.
struct GivenWarnings {
    private struct Warning {
        /// Its charge's index.
        let charge: Int
        let incident: Int
        let known: Timestamp
        /// The first moment at which it no longer counts; nil where it always will.
        var end: Timestamp?

        func counts(at time: Timestamp) -> Bool { end.map { time < $0 } ?? true }
    }

    private var list: [Warning] = []

    var isEmpty: Bool { list.isEmpty }

    mutating func add(_ charge: TallyFold.Charge, of index: Int) {
        // A further act of an incident that was warned of is covered by that warning.
        guard !isWarned(charge.incident, at: charge.occurred) || charge.isWarning else { return }
        list.append(Warning(charge: index, incident: charge.incident, known: charge.known, end: charge.warningEnd))
    }

    /// How many count at a moment.
    func count(at time: Timestamp) -> Int { list.count { $0.counts(at: time) } }

    func isWarned(_ incident: Int, at time: Timestamp) -> Bool {
        list.contains { $0.incident == incident && $0.counts(at: time) }
    }

    /// Ends the oldest warning that counts when the training lifts it, or the one that it names.
    mutating func lift(_ training: TallyTraining, named name: (Int) -> String) {
        let index = list.firstIndex { warning in
            warning.counts(at: training.lifts) && warning.known <= training.completed
                && training.event.map { $0 == ExactText(name(warning.charge)) } ?? true
        }
        if let index { list[index].end = training.lifts }
    }
}
