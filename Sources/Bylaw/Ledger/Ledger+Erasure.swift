import BylawJSON

extension Ledger {
    /// Forgets a member: in every entry a keyed pseudonym takes the place of the member's id, and in the member's own
    /// entries of every other text that could tell who it is. Numbers, points and the chain stay as they are, and so does
    /// what follows from them: a member who comes back under the same id has the standing that was left.
    ///
    /// Incidents, policies and rules keep their names, which are nobody's. Returns the event that tells of it; nil where no
    /// entry names the member. O(number of entries).
    ///
    /// Throws ``LedgerError/keyNeeded`` in a ledger without a key.
    @discardableResult
    public func forget(_ member: String, by: String, at time: Timestamp) async throws -> LedgerEvent? {
        guard !chain.key.isNone else { throw LedgerError.keyNeeded }
        let event = try await write { step in try step.forget(member, by: by, at: time) }
        memory.clear()
        return event
    }
}

extension LedgerStep {
    fileprivate mutating func forget(_ member: String, by: String, at time: Timestamp) throws -> LedgerEvent? {
        guard let writing, !member.hasPrefix(LedgerKey.pseudonymPrefix) else { return nil }
        let pseudonym = chain.key.pseudonym(of: member)
        var erased = ErasedParts(key: chain.key)
        var changed = 0
        var number: Int64 = 0
        while true {
            let page = try rows.rows(after: number, limit: 1_000)
            for row in page {
                // What is damaged must not be made to look whole.
                _ = try chain.event(row)
                let concealed = try conceal(member, pseudonym, in: row)
                if concealed != row {
                    try writing.replace(concealed)
                    changed += 1
                }
                erased.add(concealed)
                number = row.number
            }
            if page.count < 1_000 { break }
        }
        guard changed > 0 else { return nil }
        let count = try rows.count(of: member)
        if count > 0 {
            try writing.setCount(0, of: member)
            try writing.setCount(count, of: pseudonym)
        }
        forgetHistories()
        let event = LedgerEvent(
            subject: pseudonym, kind: .erasure(erased.extent(of: pseudonym, before: number + 1)), occurred: time,
            by: ExactText(by) == ExactText(member) ? pseudonym : try storedName(of: by))
        try insert(event)
        countForgotten()
        return event
    }

    private func conceal(_ member: String, _ pseudonym: String, in row: LedgerRow) throws -> LedgerRow {
        var row = row
        let concealing = Concealing(key: chain.key)
        let exact = ExactText(member)
        if ExactText(row.subject) == exact {
            row.personal = try concealing.whole(row.personal)
            row.personalSeal.salt = nil
        } else if case let personal = try concealing.mentions(of: member, in: row.personal), personal != row.personal {
            row.personal = personal
            row.personalSeal.salt = nil
        }
        if ExactText(row.by) == exact {
            row.by = pseudonym
            row.bySeal.salt = nil
        }
        let event = try EventTexts(open: row.open, personal: row.personal).event(by: row.by)
        row.subject = event.subject
        row.id = event.id
        row.charge = event.chargeKey?.digest
        return row
    }
}
