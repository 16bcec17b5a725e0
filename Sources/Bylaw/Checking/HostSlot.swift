import Synchronization

/// What a condition asks of the policy engine: each distinct question is one slot, answered at most once a request.
package enum HostSlot: Sendable, Hashable {
    /// `text.mentions('lexicon')`
    case mentions(RequestPath, lexicon: String)
    /// `text.count('lexicon')`
    case count(RequestPath, lexicon: String)
    /// `text.found('lexicon')`
    case found(RequestPath, lexicon: String)
    /// `text.reveals('mask')`
    case reveals(RequestPath, mask: String)
    /// `text.quotes(other)`
    case quotes(RequestPath, RequestPath)
    /// `fact('name')`
    case fact(String)
    /// `facts.latest('name')`
    case latestFact(String)
    /// `standing.points('tally')`
    case points(tally: String)
    /// `standing.warnings('tally')`
    case warnings(tally: String)
    /// `standing.hasRole('role')`
    case hasRole(String)
    /// `standing.hasTitle('title')`
    case hasTitle(String)
    /// `standing.suspended('action')`
    case suspended(action: String)
}

/// Gives each distinct question a number while conditions are checked.
final class HostSlotTable: Sendable {
    private let slots = Mutex<[HostSlot]>([])

    func number(of slot: HostSlot) -> Int {
        slots.withLock { slots in
            if let known = slots.firstIndex(of: slot) { return known }
            slots.append(slot)
            return slots.count - 1
        }
    }

    var all: [HostSlot] { slots.withLock { $0 } }
}
