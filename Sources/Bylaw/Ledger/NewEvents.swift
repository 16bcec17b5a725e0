/// Which of several events are new to a ledger.
enum NewEvents {
    /// Those that are new, in their order; throws where one contradicts what is recorded, or another of them.
    ///
    /// An incident costs (or earns) a member something on one tally once. The same again changes nothing, and the first
    /// recording stands; other points, rule, version or terms throw ``LedgerError/conflict(_:)``.
    ///
    /// - Parameter recorded: For each of them the recorded event with the same charge key, else that with the same id.
    static func of(_ batch: [LedgerEvent], recorded: [LedgerEvent?]) throws(LedgerError) -> [LedgerEvent] {
        var fresh: [LedgerEvent] = []
        for (event, recorded) in zip(batch, recorded) {
            if let known = recorded ?? fresh.first(where: event.standsFor) {
                try event.checkRepeats(known)
            } else {
                fresh.append(event)
            }
        }
        return fresh
    }
}
