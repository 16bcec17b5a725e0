/// Walks one member's charges on one tally in their order: what counts at each, which are answered with a warning, and
/// which rungs are crossed.
///
/// O(n log n) for n charges that are recorded in the order in which they occurred; those that come late cost O(n log n)
/// more for each rung that is crossed after them, and O(n²) where the tally warns or trains.
struct TallyFold {
    struct Charge {
        /// The event's id.
        let event: String
        /// The incident's number, for ``IncidentCount``.
        let incident: Int
        let points: Int
        let isSevere: Bool
        /// Whether a person gave a warning: it has no points.
        var isWarning = false
        let terms: TallyTerms
        /// It counts from this moment on.
        let occurred: Timestamp
        /// Nobody could know of it before.
        let known: Timestamp
        /// The first moment at which it no longer counts, by its window or a pardon; nil where it always will.
        let end: Timestamp?
        /// The same, if it is answered with a warning; nil where that always counts, or the tally never warns.
        let warningEnd: Timestamp?
        /// Whether it may be answered with a warning.
        let isWarnable: Bool
    }

    /// A rung that was crossed.
    struct Crossing {
        let rung: Rung
        let event: String
        /// When the crossing came to be known.
        let begins: Timestamp
    }

    private(set) var crossings: [Crossing] = []
    private var charges: [Charge] = []
    private var perIncident: [PerIncident]
    private var count: IncidentCount
    /// What counts now, as indices into ``charges`` by their end; from ``firstCounting`` on.
    private var counting: [Int] = []
    private var firstCounting = 0
    private var warnings = GivenWarnings()
    /// All, by the moment at which they lift something; those before ``nextTraining`` have.
    private let trainings: [TallyTraining]
    private var nextTraining = 0
    private var latestKnown: Timestamp?

    /// Walks all charges, which come in the ledger's order. `perIncident` says for each incident what counts of it.
    init(_ charges: [Charge], perIncident: [PerIncident], trainings: [TallyTraining] = []) {
        self.perIncident = perIncident
        self.trainings = trainings
        count = IncidentCount(perIncident)
        for charge in charges { take(charge) }
    }

    /// Walks one more charge, which comes after the others. `perIncident` may have new incidents at its end.
    mutating func take(_ charge: Charge, perIncident: [PerIncident]) {
        self.perIncident = perIncident
        count.rules = perIncident
        take(charge)
    }

    /// The points and warnings that count at a moment, which is not before any charge occurred.
    func counts(at time: Timestamp) -> (points: Int, warnings: Int) {
        if nextTraining < trainings.count, trainings[nextTraining].lifts <= time {
            var walk = self
            walk.advance(to: time)
            return (walk.count.points, walk.warnings.count(at: time))
        }
        // Nothing but windows end: the walk need not be copied to see what is left.
        let ended = counting[firstCounting...].prefix { charges[$0].end.map { $0 <= time } ?? false }
        let points = ended.isEmpty ? count.points : count.points(without: ended.lazy.map { charges[$0] })
        return (points, warnings.count(at: time))
    }

    /// The points that count of one incident at such a moment, and whether it was answered with a warning.
    func counts(ofIncident incident: Int, at time: Timestamp) -> (points: Int, isWarned: Bool) {
        var walk = self
        walk.advance(to: time)
        return (walk.count.points(of: incident), walk.warnings.isWarned(incident, at: time))
    }

    private mutating func take(_ charge: Charge) {
        advance(to: charge.occurred)
        let answer = answer(to: charge)
        if let rung = answer.rung {
            let isLate = latestKnown.map { $0 > charge.known } ?? false
            let begins = isLate && !charge.isWarning ? revealed(rung, by: charge) : charge.known
            crossings.append(Crossing(rung: rung, event: charge.event, begins: begins))
        }
        latestKnown = max(latestKnown ?? charge.known, charge.known)
        charges.append(charge)
        if answer.isWarning {
            warnings.add(charge, of: charges.count - 1)
        } else {
            count.add(charge.points, for: charge.incident)
            insert(charges.count - 1)
        }
    }

    /// What a charge brings where it comes next.
    private func answer(to charge: Charge) -> (rung: Rung?, isWarning: Bool) {
        if charge.isWarning { return (Rung(at: .manual, sanction: .warn), true) }
        if charge.isSevere, let severe = charge.terms.severe { return (severe, false) }
        if charge.isWarnable, let terms = charge.terms.warnings {
            if warnings.isWarned(charge.incident, at: charge.occurred) { return (nil, true) }
            if warnings.count(at: charge.occurred) < terms.first {
                return (Rung(at: .warning, sanction: .warn), true)
            }
        }
        return (charge.crossing(from: count), false)
    }

    // MARK: Time

    /// Lets end what ends by a moment: windows, and what trainings lift.
    private mutating func advance(to time: Timestamp) {
        while nextTraining < trainings.count, trainings[nextTraining].lifts <= time {
            let training = trainings[nextTraining]
            nextTraining += 1
            expire(at: training.lifts)
            if !isVoid(training) { lift(training) }
        }
        expire(at: time)
    }

    private mutating func expire(at time: Timestamp) {
        while firstCounting < counting.count {
            let charge = charges[counting[firstCounting]]
            guard let end = charge.end, end <= time else { return }
            count.remove(charge.points, for: charge.incident)
            firstCounting += 1
        }
    }

    /// Adds what counts from now on behind all that end no later: at the very end, unless windows differ.
    private mutating func insert(_ index: Int) {
        var place = counting.count
        while place > firstCounting, charges[index].endsBefore(charges[counting[place - 1]]) { place -= 1 }
        counting.insert(index, at: place)
    }

    // MARK: Trainings

    /// Whether an act between a training and the moment at which it lifts something makes it void.
    private func isVoid(_ training: TallyTraining) -> Bool {
        for charge in charges.reversed() {
            if charge.occurred < training.completed { return false }
            if charge.occurred < training.lifts, charge.isWarnable || charge.isWarning { return true }
        }
        return false
    }

    private mutating func lift(_ training: TallyTraining) {
        switch training.kind {
        case .warning:
            warnings.lift(training, named: { charges[$0].event })
        case .strike:
            let target = counting[firstCounting...].indices.filter { place in
                let charge = charges[counting[place]]
                return charge.points > 0 && charge.known <= training.completed
                    && training.event.map { $0 == ExactText(charge.event) } ?? true
            }.min { counting[$0] < counting[$1] }
            guard let target else { return }
            let charge = charges[counting.remove(at: target)]
            count.remove(charge.points, for: charge.incident)
        }
    }

    // MARK: What comes late

    /// When a crossing came to be known, where earlier charges were recorded later: the first moment at which what had
    /// been recorded by then made that charge cross that rung.
    private func revealed(_ rung: Rung, by charge: Charge) -> Timestamp {
        if charge.terms.warnings != nil || !trainings.isEmpty || !warnings.isEmpty {
            return revealedByWalking(rung, by: charge)
        }
        let earlier = counting[firstCounting...].map { charges[$0] }.sorted { $0.known < $1.known }
        var count = IncidentCount(perIncident)
        var time = charge.known
        var next = 0
        while true {
            while next < earlier.count, earlier[next].known <= time {
                count.add(earlier[next].points, for: earlier[next].incident)
                next += 1
            }
            if next == earlier.count || charge.severeOrCrossing(from: count) == rung { return time }
            time = earlier[next].known
        }
    }

    /// The same, where what counts depends on more than points: everything is walked again for each moment.
    private func revealedByWalking(_ rung: Rung, by charge: Charge) -> Timestamp {
        let moments = (charges.map(\.known) + trainings.map(\.completed)).filter { $0 > charge.known }.sorted()
        for moment in [charge.known] + moments {
            var walk = TallyFold(
                charges.filter { $0.known <= moment }, perIncident: perIncident,
                trainings: trainings.filter { $0.completed <= moment })
            walk.advance(to: charge.occurred)
            if walk.answer(to: charge).rung == rung { return moment }
        }
        return latestKnown ?? charge.known
    }
}

extension TallyFold.Charge {
    /// The rung that it crosses where so many points count before it.
    fileprivate func crossing(from count: IncidentCount) -> Rung? {
        terms.rung(before: count.points, after: count.points(adding: points, for: incident))
    }

    fileprivate func severeOrCrossing(from count: IncidentCount) -> Rung? {
        if isSevere, let severe = terms.severe { return severe }
        return crossing(from: count)
    }

    fileprivate func endsBefore(_ other: TallyFold.Charge) -> Bool {
        guard let end else { return false }
        return other.end.map { end < $0 } ?? true
    }
}
