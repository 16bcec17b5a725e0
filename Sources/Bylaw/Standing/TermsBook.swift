/// The terms that a ledger keeps, by digest, with all that is needed to count by them.
package struct TermsBook: Sendable {
    /// Terms and their window, its zone looked up.
    struct Entry: Sendable {
        let terms: TallyTerms
        let window: CountingWindow
    }

    private var entries: [String: Entry] = [:]

    /// A book without terms.
    package init() {}

    /// All terms, by digest.
    package var terms: [TallyTerms] { entries.values.map(\.terms).sorted { $0.digest < $1.digest } }

    /// Adds terms; those that are there already change nothing.
    package mutating func keep(_ terms: TallyTerms) throws(LedgerError) {
        guard entries[terms.digest] == nil else { return }
        guard let window = CountingWindow(terms.window) else {
            throw .unknownZone(policy: terms.policy, tally: terms.tally)
        }
        entries[terms.digest] = Entry(terms: terms, window: window)
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
