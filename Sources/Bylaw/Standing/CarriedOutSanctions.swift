/// Which of the sanctions that ladders bring were carried out, and which of those must be undone.
struct CarriedOutSanctions {
    /// What was recorded last of each, in the order in which they were first carried out.
    private var entries: [(sanction: LedgerEvent.SanctionReference, isCarriedOut: Bool)] = []
    private var places: [LedgerEvent.SanctionReference: Int] = [:]

    /// Events come in the ledger's order.
    mutating func add(_ event: LedgerEvent) {
        switch event.kind {
        case .sanctionCarriedOut(let sanction): set(sanction, true)
        case .sanctionUndone(let sanction): set(sanction, false)
        default: break
        }
    }

    private mutating func set(_ sanction: LedgerEvent.SanctionReference, _ isCarriedOut: Bool) {
        if let place = places[sanction] {
            entries[place].isCarriedOut = isCarriedOut
        } else {
            places[sanction] = entries.count
            entries.append((sanction, isCarriedOut))
        }
    }

    /// Marks the sanctions that were carried out.
    func mark(_ sanctions: inout [Standing.Sanction]) {
        guard !entries.isEmpty else { return }
        for index in sanctions.indices {
            if let place = places[.init(sanctions[index])] {
                sanctions[index].isCarriedOut = entries[place].isCarriedOut
            }
        }
    }

    /// What was carried out and must be undone: suspensions and revocations that rest on nothing any more, or that a
    /// pardon ended before their time, unless another sanction takes the same.
    func restores(_ standing: Standing, at time: Timestamp) -> [LedgerEvent.SanctionReference] {
        entries.filter { entry in
            guard entry.isCarriedOut else { return false }
            let own = standing.sanctions.first { LedgerEvent.SanctionReference($0) == entry.sanction }
            switch entry.sanction.sanction {
            case .revoke:
                let isHeld = entry.sanction.role.map { role in
                    !standing.revoked.contains { ExactText($0) == ExactText(role) }
                }
                return (own == nil || own?.until != nil) && isHeld ?? true
            case .suspend:
                return (own.map(\.isCutShort) ?? true)
                    && !standing.sanctions.contains { $0.takes(what: entry.sanction, at: time) }
            case .remind, .warn, .recognise: return false
            }
        }.map(\.sanction)
    }
}

extension Standing.Sanction {
    /// Whether a pardon ended it before its time.
    fileprivate var isCutShort: Bool {
        guard let until else { return false }
        return rung.duration.map { until < from.advanced(by: $0) } ?? true
    }

    /// Whether it suspends at that moment from all that another suspension was from.
    fileprivate func takes(what other: LedgerEvent.SanctionReference, at time: Timestamp) -> Bool {
        rung.sanction == .suspend && ExactText(policy) == ExactText(other.policy) && from <= time
            && until.map { time < $0 } ?? true
            && (rung.actions.isEmpty || !other.actions.isEmpty && other.actions.allSatisfy(rung.actions.contains))
    }
}
