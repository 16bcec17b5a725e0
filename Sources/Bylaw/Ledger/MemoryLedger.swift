/// A ledger in memory: for tests, for fixtures' histories, and for services that keep the events themselves.
///
/// A value: a copy is a ledger of its own, and whoever shares one between tasks locks it. Nothing that was added is
/// ever changed or removed, and each call adds all that it is given or, where it throws, nothing.
public struct MemoryLedger: Sendable {
    /// Everything recorded, in the order of recording.
    public private(set) var events: [LedgerEvent] = []
    private(set) var book = TermsBook()
    private var places: [ExactText: Int] = [:]
    private var charges: [ChargeKey: Int] = [:]
    private var placesBySubject: [ExactText: [Int]] = [:]
    private var chargedByIncident: [ExactText: [Int]] = [:]

    /// A ledger without entries.
    public init() {}

    /// The terms that it keeps, by digest.
    public var terms: [TallyTerms] { book.terms }

    /// Keeps a tally's terms, so that events may pin their digest. Throws ``LedgerError/unknownZone(policy:tally:)``.
    public mutating func keep(_ terms: TallyTerms) throws(LedgerError) { try book.keep(terms) }

    /// The member's events, in the order of recording.
    public func events(of subject: String) -> [LedgerEvent] {
        (placesBySubject[ExactText(subject)] ?? []).map { events[$0] }
    }

    /// A member's standing at a moment: what had occurred and was recorded by then counts, and nothing else.
    ///
    /// A member without events has a clean record. Throws where an event cannot be counted, never guesses.
    ///
    /// - Parameter incident: The incident that is judged: ``Standing/ofIncident`` then says what it has cost already.
    public func standing(
        of subject: String, at time: Timestamp, incident: String? = nil
    ) throws(LedgerError) -> Standing {
        try Standing(of: subject, at: time, events: events(of: subject), terms: book, incident: incident)
    }

    /// The event with an id.
    public func event(id: String) -> LedgerEvent? { places[ExactText(id)].map { events[$0] } }

    /// Adds an event. False where it is there already: an equal event, or for points the same charge, whoever recorded
    /// it and whenever.
    ///
    /// An incident costs (or earns) a member something on one tally once. The same again changes nothing, and the first
    /// recording stands; other points, rule, version or terms throw ``LedgerError/conflict(_:)``.
    @discardableResult
    public mutating func append(_ event: LedgerEvent) throws(LedgerError) -> Bool {
        try !append([event]).isEmpty
    }

    /// Adds those of several events that are new, and returns them. Terms that they pin may come along.
    mutating func append(
        _ batch: [LedgerEvent], keeping terms: [TallyTerms] = []
    ) throws(LedgerError) -> [LedgerEvent] {
        var book = book
        for terms in terms { try book.keep(terms) }
        for event in batch { try book.check(event) }
        let fresh = try NewEvents.of(batch, recorded: batch.map(recorded))
        self.book = book
        for event in fresh { insert(event) }
        return fresh
    }

    /// The members who have strikes for an incident, by their UTF-8.
    func subjects(struckFor incident: String) -> [String] {
        let strikes = (chargedByIncident[ExactText(incident)] ?? []).map { events[$0] }.filter {
            $0.struckIncident != nil
        }
        return Set(strikes.map { ExactText($0.subject) }).sorted().map(\.text)
    }

    /// The event with the same charge key, else that with the same id.
    private func recorded(like event: LedgerEvent) -> LedgerEvent? {
        let place = event.chargeKey.flatMap { charges[$0] } ?? places[ExactText(event.id)]
        return place.map { events[$0] }
    }

    private mutating func insert(_ event: LedgerEvent) {
        let place = events.count
        events.append(event)
        places[ExactText(event.id)] = place
        placesBySubject[ExactText(event.subject), default: []].append(place)
        if let key = event.chargeKey {
            charges[key] = place
            chargedByIncident[ExactText(key.incident), default: []].append(place)
        }
    }
}
