/// Walks one member's charges on one tally in their order: what counts at each, and which rungs are crossed.
///
/// O(n log n) for n charges that are recorded in the order in which they occurred; those that come late cost O(n log n)
/// more for each rung that is crossed after them.
struct TallyFold {
    struct Charge {
        /// The event's id.
        let event: String
        /// The incident's number, for ``IncidentCount``.
        let incident: Int
        let points: Int
        let terms: TallyTerms
        /// It counts from this moment on.
        let occurred: Timestamp
        /// Nobody could know of it before.
        let known: Timestamp
        /// The first moment at which it no longer counts, by its window or a pardon; nil where it always will.
        let end: Timestamp?
    }

    /// A rung that was crossed.
    struct Crossing {
        let rung: Rung
        let event: String
        /// When the crossing came to be known.
        let begins: Timestamp
    }

    private(set) var crossings: [Crossing] = []
    private let charges: [Charge]
    private let perIncident: [PerIncident]
    private var count: IncidentCount
    /// What counts now, as indices into ``charges`` by their end; from ``firstCounting`` on.
    private var counting: [Int] = []
    private var firstCounting = 0

    /// Walks all charges, which come in the ledger's order. `perIncident` says for each incident what counts of it.
    init(_ charges: [Charge], perIncident: [PerIncident]) {
        self.charges = charges
        self.perIncident = perIncident
        count = IncidentCount(perIncident)
        var latestKnown: Timestamp?
        for (index, charge) in charges.enumerated() {
            expire(at: charge.occurred)
            if let rung = charge.crossing(from: count) {
                let isLate = latestKnown.map { $0 > charge.known } ?? false
                let begins = isLate ? revealed(rung, by: charge) : charge.known
                crossings.append(Crossing(rung: rung, event: charge.event, begins: begins))
            }
            latestKnown = max(latestKnown ?? charge.known, charge.known)
            count.add(charge.points, for: charge.incident)
            insert(index)
        }
    }

    /// The points that count at a moment, which is not before any charge occurred.
    mutating func points(at time: Timestamp) -> Int {
        expire(at: time)
        return count.points
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

    /// When a crossing came to be known, where earlier charges were recorded later: the first moment at which what had
    /// been recorded by then made that charge cross that rung.
    private func revealed(_ rung: Rung, by charge: Charge) -> Timestamp {
        let earlier = counting[firstCounting...].map { charges[$0] }.sorted { $0.known < $1.known }
        var count = IncidentCount(perIncident)
        var time = charge.known
        var next = 0
        while true {
            while next < earlier.count, earlier[next].known <= time {
                count.add(earlier[next].points, for: earlier[next].incident)
                next += 1
            }
            if next == earlier.count || charge.crossing(from: count) == rung { return time }
            time = earlier[next].known
        }
    }
}

extension TallyFold.Charge {
    /// The rung that it crosses where so many points count before it.
    fileprivate func crossing(from count: IncidentCount) -> Rung? {
        terms.rung(before: count.points, after: count.points(adding: points, for: incident))
    }

    fileprivate func endsBefore(_ other: TallyFold.Charge) -> Bool {
        guard let end else { return false }
        return other.end.map { end < $0 } ?? true
    }
}
