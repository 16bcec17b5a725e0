/// A tally of a policy. By the policy's id, then its own name.
struct TallyName: Hashable, Comparable {
    let policy: ExactText
    let tally: ExactText

    init(_ policy: String, _ tally: String) {
        self.policy = ExactText(policy)
        self.tally = ExactText(tally)
    }

    static func < (a: TallyName, b: TallyName) -> Bool { (a.policy, a.tally) < (b.policy, b.tally) }
}

/// One tally's charges in order, their incidents numbered.
struct TallyCharges {
    private(set) var list: [TallyFold.Charge] = []
    /// What counts of each incident: as the terms of its last charge say.
    private(set) var perIncident: [PerIncident] = []
    private var numbers: [ExactText: Int] = [:]

    /// The number of an incident; nil where nothing was charged for it.
    func number(of incident: String) -> Int? { numbers[ExactText(incident)] }

    /// Adds a strike, a merit or a warning. Points that a pardon cleared count until then.
    ///
    /// False where an incident that has charges is counted otherwise from now on.
    @discardableResult
    mutating func add(_ event: LedgerEvent, _ entry: TermsBook.Entry, cleared: Timestamp?) -> Bool {
        let charge = event.charge
        let incident: String
        switch event.kind {
        case .strike(let charge), .merit(let charge): incident = charge.incident
        case .warning(let warning): incident = warning.incident
        default: return true
        }
        let (number, isSame) = number(incident, entry.terms.perIncident)
        func end(_ window: CountingWindow?) -> Timestamp? {
            [window?.end(occurred: event.occurred), cleared].compactMap { $0 }.min()
        }
        let isWarning = charge == nil
        list.append(
            TallyFold.Charge(
                event: event.id, incident: number, points: charge?.points ?? 0,
                isSevere: charge?.isSevere ?? false, isWarning: isWarning, terms: entry.terms,
                occurred: event.occurred, known: event.known, end: end(entry.window),
                warningEnd: end(entry.warnings ?? entry.window),
                isWarnable: event.struckIncident != nil && (charge?.points ?? 0) > 0))
        return isSame
    }

    private mutating func number(_ incident: String, _ rule: PerIncident) -> (number: Int, isSame: Bool) {
        if let given = number(of: incident) {
            defer { perIncident[given] = rule }
            return (given, perIncident[given] == rule)
        }
        numbers[ExactText(incident)] = perIncident.count
        perIncident.append(rule)
        return (perIncident.count - 1, true)
    }
}
