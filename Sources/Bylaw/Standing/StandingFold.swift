/// What is known of a member at a moment, and the standing that comes of it.
struct StandingFold {
    private let subject: String
    private let time: Timestamp
    /// What counts, in the ledger's order.
    private let events: [LedgerEvent]

    init(of subject: String, at time: Timestamp, _ events: some Sequence<LedgerEvent>) {
        self.subject = subject
        self.time = time
        let member = ExactText(subject)
        let known = events.filter { ExactText($0.subject) == member && $0.occurred <= time && $0.recorded <= time }
        self.events = Self.unreversed(known.sorted(by: LedgerEvent.precedes))
    }

    /// The last reversal first, so that one that is reversed itself has no effect.
    private static func unreversed(_ events: [LedgerEvent]) -> [LedgerEvent] {
        var ids: Set<ExactText> = []
        var incidents: Set<ExactText> = []
        for event in events.reversed() {
            guard case .reversal(let reversal) = event.kind, !ids.contains(ExactText(event.id)) else { continue }
            switch reversal {
            case .event(let id): ids.insert(ExactText(id))
            case .incident(let incident): incidents.insert(ExactText(incident))
            }
        }
        guard !ids.isEmpty || !incidents.isEmpty else { return events }
        return events.filter { event in
            if ids.contains(ExactText(event.id)) { return false }
            guard case .strike(let charge) = event.kind else { return true }
            return !incidents.contains(ExactText(charge.incident))
        }
    }

    func standing(_ terms: TermsBook) throws(LedgerError) -> Standing {
        let pardons = events.compactMap { event in
            if case .pardon(let pardon) = event.kind { AppliedPardon(pardon, at: event.occurred) } else { nil }
        }
        var standing = Standing(subject: subject)
        for (name, charges) in try chargesByTally(terms, pardons) {
            var walk = TallyFold(charges.list, perIncident: charges.perIncident)
            let points = walk.points(at: time)
            if points > 0 {
                standing.tallies.append(Tally(policy: name.policy.text, tally: name.tally.text, points: points))
            }
            standing.sanctions += walk.crossings.map { sanction($0, name, pardons) }
        }
        // Of one moment as they were walked.
        standing.sanctions = standing.sanctions.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        apply(standing.sanctions, to: &standing)
        return standing
    }

    private typealias Tally = Standing.Tally

    /// Every tally with charges, by its name's UTF-8.
    private func chargesByTally(
        _ book: TermsBook, _ pardons: [AppliedPardon]
    ) throws(LedgerError) -> [(name: TallyName, charges: TallyCharges)] {
        var tallies: [TallyName: TallyCharges] = [:]
        for event in events {
            guard let charge = event.charge else { continue }
            let entry = try book.entry(for: charge, of: event)
            let name = TallyName(policy: ExactText(charge.policy), tally: ExactText(charge.tally))
            let known = max(event.occurred, event.recorded)
            let cleared = pardons.first { $0.clears == .points && $0.covers(name) && known <= $0.time }?.time
            let end = [entry.window.end(occurred: event.occurred), cleared].compactMap { $0 }.min()
            tallies[name, default: TallyCharges()].add(
                charge, of: event, terms: entry.terms, known: known, end: end)
        }
        return tallies.sorted { $0.key < $1.key }.map { (name: $0.key, charges: $0.value) }
    }

    private func sanction(
        _ crossing: TallyFold.Crossing, _ name: TallyName, _ pardons: [AppliedPardon]
    ) -> Standing.Sanction {
        let rung = crossing.rung
        var ends: [Timestamp] = []
        if rung.sanction == .suspend, let duration = rung.duration {
            ends.append(crossing.begins.advanced(by: duration))
        }
        if rung.sanction == .suspend || rung.sanction == .revoke,
            let pardon = pardons.first(where: { $0.covers(name) && crossing.begins <= $0.time })
        {
            ends.append(pardon.time)
        }
        return Standing.Sanction(
            policy: name.policy.text, tally: name.tally.text, rung: rung, event: crossing.event, from: crossing.begins,
            until: ends.min())
    }

    private func apply(_ sanctions: [Standing.Sanction], to standing: inout Standing) {
        var roles = RoleHistory()
        for event in events { roles.add(event) }
        var titles: Set<ExactText> = []
        for sanction in sanctions {
            roles.add(sanction)
            switch sanction.rung.sanction {
            case .suspend:
                if let until = sanction.until, until <= sanction.from { break }
                standing.suspensions.append(
                    Standing.Suspension(
                        policy: sanction.policy, actions: sanction.rung.actions, from: sanction.from,
                        until: sanction.until))
            case .recognise:
                if let title = sanction.rung.title, titles.insert(ExactText(title)).inserted {
                    standing.titles.append(title)
                }
            case .remind, .warn, .revoke: break
            }
        }
        (standing.roles, standing.revoked) = roles.outcome()
    }
}

/// A pardon with the moment from which it works.
private struct AppliedPardon {
    let clears: LedgerEvent.Pardon.Clears
    let time: Timestamp
    private let policy: ExactText?
    private let tally: ExactText?

    init(_ pardon: LedgerEvent.Pardon, at time: Timestamp) {
        clears = pardon.clears
        self.time = time
        policy = pardon.policy.map(ExactText.init)
        tally = pardon.tally.map(ExactText.init)
    }

    func covers(_ name: TallyName) -> Bool {
        (policy == nil || policy == name.policy) && (tally == nil || tally == name.tally)
    }
}
