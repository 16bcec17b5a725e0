import Bylaw

/// What the replay of a case looks at.
struct ReplaySights {
    /// A point on a tally that is near the end of its window.
    struct Window {
        let policy: PolicyPath
        /// The tally's index in its policy.
        let tally: Int
        /// Whether it counts still, in the last second; else it has ended within a second.
        let counts: Bool
    }

    /// Each request that is judged, with the standing that it is judged by.
    var situations: [(request: Request, standing: StandingInput)] = []
    private(set) var windows: [Window] = []

    init(situations: [(request: Request, standing: StandingInput)] = []) { self.situations = situations }

    /// Looks at points at a moment.
    mutating func see(
        _ charge: LedgerEvent.Charge, occurred: Timestamp, at time: Timestamp, _ policies: FixturePolicies
    ) {
        for policy in policies.checked
        where !policy.isShadow && policy.id.isSame(charge.policy) && policy.version == charge.version {
            for (index, terms) in policy.tallies.enumerated() where terms.tally.isSame(charge.tally) {
                guard let end = terms.end(occurred: occurred) else { continue }
                let last = end.advanced(by: .seconds(-1))
                guard last <= time, time <= end.advanced(by: .seconds(1)) else { continue }
                windows.append(Window(policy: policy.path, tally: index, counts: time < end))
            }
        }
    }
}
