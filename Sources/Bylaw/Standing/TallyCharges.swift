/// A tally of a policy. By the policy's id, then its own name.
struct TallyName: Hashable, Comparable {
    let policy: ExactText
    let tally: ExactText

    static func < (a: TallyName, b: TallyName) -> Bool { (a.policy, a.tally) < (b.policy, b.tally) }
}

/// One tally's charges in order, their incidents numbered.
struct TallyCharges {
    private(set) var list: [TallyFold.Charge] = []
    /// What counts of each incident: as the terms of its last charge say.
    private(set) var perIncident: [PerIncident] = []
    private var numbers: [ExactText: Int] = [:]

    mutating func add(
        _ charge: LedgerEvent.Charge, of event: LedgerEvent, terms: TallyTerms, known: Timestamp, end: Timestamp?
    ) {
        let incident = ExactText(charge.incident)
        let number: Int
        if let given = numbers[incident] {
            number = given
            perIncident[number] = terms.perIncident
        } else {
            number = perIncident.count
            numbers[incident] = number
            perIncident.append(terms.perIncident)
        }
        list.append(
            TallyFold.Charge(
                event: event.id, incident: number, points: charge.points, terms: terms, occurred: event.occurred,
                known: known, end: end))
    }
}
