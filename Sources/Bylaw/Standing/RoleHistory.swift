/// What happened to a member's roles, in any order, and what comes of it.
struct RoleHistory {
    private enum Change {
        case granted, revoked
    }

    private struct Entry {
        let role: ExactText
        let change: Change
        let moment: Timestamp
        let recorded: Timestamp
        /// A ladder's work counts after people's of the same moment: a revocation is not undone by a grant that was
        /// made without knowing of it.
        let isDerived: Bool
        let event: ExactText
    }

    private var entries: [Entry] = []

    /// A role that somebody granted or revoked.
    mutating func add(_ event: LedgerEvent) {
        switch event.kind {
        case .roleGranted(let role): add(role, .granted, event)
        case .roleRevoked(let role): add(role, .revoked, event)
        default: break
        }
    }

    /// A role that a ladder revoked or granted, unless a pardon ended it.
    mutating func add(_ sanction: Standing.Sanction) {
        guard let role = sanction.rung.role, sanction.until == nil else { return }
        let change: Change
        switch sanction.rung.sanction {
        case .revoke: change = .revoked
        case .recognise: change = .granted
        case .remind, .warn, .suspend: return
        }
        entries.append(
            Entry(
                role: ExactText(role), change: change, moment: sanction.from, recorded: sanction.from, isDerived: true,
                event: ExactText(sanction.event)))
    }

    /// The roles that are held and those that are lost: for each role its last change counts. By their UTF-8.
    func outcome() -> (held: [String], lost: [String]) {
        var last: [ExactText: Change] = [:]
        for entry in entries.sorted(by: Self.precedes) { last[entry.role] = entry.change }
        let held = last.filter { $0.value == .granted }.keys.sorted().map(\.text)
        let lost = last.filter { $0.value == .revoked }.keys.sorted().map(\.text)
        return (held, lost)
    }

    private mutating func add(_ role: String, _ change: Change, _ event: LedgerEvent) {
        entries.append(
            Entry(
                role: ExactText(role), change: change, moment: event.occurred, recorded: event.recorded,
                isDerived: false, event: ExactText(event.id)))
    }

    private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
        if a.moment != b.moment { return a.moment < b.moment }
        if a.recorded != b.recorded { return a.recorded < b.recorded }
        if a.isDerived != b.isDerived { return b.isDerived }
        return a.event < b.event
    }
}
