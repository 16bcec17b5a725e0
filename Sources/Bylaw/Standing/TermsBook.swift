/// The terms that a ledger keeps, by digest, with all that is needed to count by them.
package struct TermsBook: Sendable {
    /// Terms and their windows, the zones looked up.
    struct Entry: Sendable {
        let terms: TallyTerms
        let window: CountingWindow
        /// How long a warning counts.
        let warnings: CountingWindow?
        /// Within which trainings are counted.
        let training: CountingWindow?

        /// Nil where a zone does not exist here.
        init?(_ terms: TallyTerms) {
            guard let window = CountingWindow(terms.window) else { return nil }
            self.terms = terms
            self.window = window
            warnings = terms.warnings.flatMap { CountingWindow($0.window) }
            training = terms.training.flatMap { CountingWindow($0.window) }
        }
    }

    private var entries: [String: Entry] = [:]

    /// A book without terms.
    package init() {}

    /// All terms, by digest.
    package var terms: [TallyTerms] { entries.values.map(\.terms).sorted { $0.digest < $1.digest } }

    /// Adds terms; those that are there already change nothing.
    package mutating func keep(_ terms: TallyTerms) throws(LedgerError) {
        guard entries[terms.digest] == nil else { return }
        guard let entry = Entry(terms) else { throw .unknownZone(policy: terms.policy, tally: terms.tally) }
        entries[terms.digest] = entry
    }

    /// Adds all terms of another book.
    mutating func formUnion(_ other: TermsBook) {
        guard other.entries.count > 0,
            other.entries.count != entries.count || !other.entries.keys.allSatisfy({ entries[$0] != nil })
        else { return }
        entries.merge(other.entries) { known, _ in known }
    }

    /// Terms that are kept.
    subscript(digest: String) -> TallyTerms? { entries[digest]?.terms }

    /// Throws where an event pins terms that are not kept, or another tally's.
    func check(_ event: LedgerEvent) throws(LedgerError) {
        if let charge = event.charge { _ = try entry(for: charge, of: event) }
        if let tally = event.tally { _ = try entry(for: tally, of: event) }
    }

    /// The terms that an event of a tally rests on.
    func entry(for tally: LedgerEvent.TallyReference, of event: LedgerEvent) throws(LedgerError) -> Entry {
        guard let entry = entries[tally.terms] else {
            throw .unknownTerms(digest: tally.terms, event: event.id)
        }
        guard ExactText(entry.terms.policy) == ExactText(tally.policy),
            ExactText(entry.terms.tally) == ExactText(tally.tally)
        else { throw .damaged(event: event.id) }
        return entry
    }

    /// The terms that an event's points are counted by. An unknown digest is an error, and so are points or a tally
    /// that cannot be.
    func entry(for charge: LedgerEvent.Charge, of event: LedgerEvent) throws(LedgerError) -> Entry {
        guard let entry = entries[charge.terms] else {
            throw .unknownTerms(digest: charge.terms, event: event.id)
        }
        guard (0...LedgerEvent.Charge.greatestPoints).contains(charge.points),
            ExactText(entry.terms.policy) == ExactText(charge.policy),
            ExactText(entry.terms.tally) == ExactText(charge.tally)
        else { throw .damaged(event: event.id) }
        return entry
    }
}
