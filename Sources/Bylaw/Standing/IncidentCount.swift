/// The points that count at one moment on one tally: of each incident the highest or the sum, and those added up.
///
/// Adding or taking away costs as much as its incident has charges.
struct IncidentCount {
    /// The sum over all incidents.
    private(set) var points = 0
    /// The points of each incident's charges; incidents are numbered.
    private var charges: [Int: [Int]] = [:]
    /// For each incident, what counts of it.
    var rules: [PerIncident]

    init(_ rules: [PerIncident]) { self.rules = rules }

    mutating func add(_ points: Int, for incident: Int) {
        change(incident) { $0.append(points) }
    }

    /// Takes away points that were added.
    mutating func remove(_ points: Int, for incident: Int) {
        change(incident) { charges in
            if let index = charges.firstIndex(of: points) { charges.remove(at: index) }
        }
    }

    /// What ``points`` would be with more points for an incident.
    func points(adding points: Int, for incident: Int) -> Int {
        let known = charges[incident] ?? []
        return self.points - value(known, for: incident) + value(known + [points], for: incident)
    }

    /// What ``points`` would be without some charges that count. O(charges that are left out).
    func points(without ended: some Sequence<TallyFold.Charge>) -> Int {
        var left: [Int: [Int]] = [:]
        var points = points
        for charge in ended {
            var known = left[charge.incident] ?? charges[charge.incident] ?? []
            points -= value(known, for: charge.incident)
            if let index = known.firstIndex(of: charge.points) { known.remove(at: index) }
            points += value(known, for: charge.incident)
            left[charge.incident] = known
        }
        return points
    }

    /// The points of one incident among ``points``.
    func points(of incident: Int) -> Int { value(charges[incident] ?? [], for: incident) }

    private mutating func change(_ incident: Int, _ body: (inout [Int]) -> Void) {
        var known = charges[incident] ?? []
        points -= value(known, for: incident)
        body(&known)
        points += value(known, for: incident)
        charges[incident] = known.isEmpty ? nil : known
    }

    private func value(_ points: [Int], for incident: Int) -> Int {
        switch rules[incident] {
        case .highest: points.max() ?? 0
        case .sum: points.reduce(0, +)
        }
    }
}
