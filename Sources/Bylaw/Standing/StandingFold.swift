/// What is known of a member, walked once, and the standing that comes of it at any moment from then on.
struct StandingFold {
    /// From this moment on everything that was walked is known; nil where nothing was.
    private(set) var horizon: Timestamp?
    private let subject: ExactText
    /// The last event in the ledger's order.
    private var last: LedgerEvent?
    private let reversals: Reversals
    private var tallies: [TallyName: Walk] = [:]
    private let pardons: [AppliedPardon]
    private var manual: [Standing.Sanction] = []
    private var carriedOut = CarriedOutSanctions()
    private var roles = RoleHistory()

    private struct Walk {
        var charges: TallyCharges
        var fold: TallyFold
    }

    /// Walks a member's events, in whatever order they come. Throws where one cannot be counted.
    init(of subject: String, _ events: some Sequence<LedgerEvent>, _ book: TermsBook) throws(LedgerError) {
        let member = ExactText(subject)
        self.subject = member
        let known = events.filter { ExactText($0.subject) == member }.sorted(by: LedgerEvent.precedes)
        let reversals = Reversals(known)
        self.reversals = reversals
        last = known.last
        horizon = known.map(\.known).max()
        let events = known.filter { !reversals.takeBack($0) }
        pardons = events.compactMap { event in
            if case .pardon(let pardon) = event.kind { AppliedPardon(pardon, at: event.occurred) } else { nil }
        }
        try walkTallies(events, book)
        for event in events {
            roles.add(event)
            carriedOut.add(event)
        }
    }

    private mutating func walkTallies(_ events: [LedgerEvent], _ book: TermsBook) throws(LedgerError) {
        var charges: [TallyName: TallyCharges] = [:]
        var trainings: [TallyName: [(LedgerEvent, LedgerEvent.Expungement, TermsBook.Entry)]] = [:]
        for event in events {
            if let charge = event.charge {
                let name = TallyName(charge.policy, charge.tally)
                let entry = try book.entry(for: charge, of: event)
                charges[name, default: TallyCharges()].add(event, entry, cleared: cleared(name, event))
            } else if let tally = event.tally {
                let name = TallyName(tally.policy, tally.tally)
                let entry = try book.entry(for: tally, of: event)
                switch event.kind {
                case .warning: charges[name, default: TallyCharges()].add(event, entry, cleared: cleared(name, event))
                case .expungement(let training): trainings[name, default: []].append((event, training, entry))
                case .sanction(let sanction): manual.append(self.sanction(sanction, event, name))
                default: break
                }
            }
        }
        for (name, charges) in charges {
            let fold = TallyFold(
                charges.list, perIncident: charges.perIncident,
                trainings: TallyTraining.counting(trainings[name] ?? []))
            tallies[name] = Walk(charges: charges, fold: fold)
        }
    }

    /// Walks one more event. False where all must be walked again with it: it is not the last in order, or changes what
    /// those before it come to.
    mutating func extend(by event: LedgerEvent, _ book: TermsBook) throws(LedgerError) -> Bool {
        guard ExactText(event.subject) == subject, last.map({ LedgerEvent.precedes($0, event) }) ?? true else {
            return false
        }
        switch event.kind {
        case .strike(let charge), .merit(let charge):
            guard !reversals.takeBack(event) else { break }
            let entry = try book.entry(for: charge, of: event)
            let name = TallyName(charge.policy, charge.tally)
            // Out of the dictionary, so that it is changed in place.
            guard var walk = tallies.removeValue(forKey: name) else { return false }
            guard walk.charges.add(event, entry, cleared: cleared(name, event)), let added = walk.charges.list.last
            else {
                return false
            }
            walk.fold.take(added, perIncident: walk.charges.perIncident)
            tallies[name] = walk
        case .factGiven, .factWithdrawn, .caseOpened, .vote, .ruling, .caseClosed, .dutyOpened, .dutyClosed,
            .appealOpened, .appealUpheld, .appealWithdrawn, .modeSwitched, .erasure:
            break
        default:
            return false
        }
        last = event
        horizon = max(horizon ?? event.known, event.known)
        return true
    }

    /// When a pardon cleared a charge's points.
    private func cleared(_ name: TallyName, _ event: LedgerEvent) -> Timestamp? {
        pardons.first { $0.clears == .points && $0.covers(name) && event.known <= $0.time }?.time
    }

    // MARK: Sanctions

    private func sanction(
        _ crossing: TallyFold.Crossing, _ name: TallyName
    ) -> Standing.Sanction {
        sanction(crossing.rung, name, event: crossing.event, from: crossing.begins)
    }

    private func sanction(
        _ manual: LedgerEvent.ManualSanction, _ event: LedgerEvent, _ name: TallyName
    ) -> Standing.Sanction {
        let rung = Rung(
            at: .manual, sanction: manual.sanction, actions: manual.actions, duration: manual.duration,
            role: manual.role)
        return sanction(rung, name, event: event.id, from: event.known)
    }

    private func sanction(
        _ rung: Rung, _ name: TallyName, event: String, from: Timestamp
    ) -> Standing.Sanction {
        var ends: [Timestamp] = []
        if rung.sanction == .suspend, let duration = rung.duration { ends.append(from.advanced(by: duration)) }
        if rung.sanction == .suspend || rung.sanction == .revoke,
            let pardon = pardons.first(where: { $0.covers(name) && from <= $0.time })
        {
            ends.append(pardon.time)
        }
        return Standing.Sanction(
            policy: name.policy.text, tally: name.tally.text, rung: rung, event: event, from: from, until: ends.min())
    }

    // MARK: Standing

    /// What of the standing is the same at every moment from ``horizon`` on: all but points, warnings, and what must be
    /// restored. O(sanctions).
    func lasting() -> Standing {
        var standing = Standing(subject: subject.text)
        for (name, walk) in byName { standing.sanctions += walk.fold.crossings.map { sanction($0, name) } }
        standing.sanctions += manual
        // Of one moment as they were walked, those by hand last.
        standing.sanctions = standing.sanctions.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        carriedOut.mark(&standing.sanctions)
        apply(standing.sanctions, to: &standing)
        return standing
    }

    /// The standing at a moment from ``horizon`` on, whose ``lasting()`` is given. `incident`: whose points
    /// ``Standing/ofIncident`` tells apart. O(tallies, and charges that ended since the last).
    func standing(at time: Timestamp, incident: String? = nil, lasting: Standing) -> Standing {
        var standing = lasting
        for (name, walk) in byName {
            let (points, warnings) = walk.fold.counts(at: time)
            let (policy, tally) = (name.policy.text, name.tally.text)
            if points > 0 || warnings > 0 {
                standing.tallies.append(.init(policy: policy, tally: tally, points: points, warnings: warnings))
            }
            if let number = incident.flatMap(walk.charges.number) {
                let (points, isWarned) = walk.fold.counts(ofIncident: number, at: time)
                standing.ofIncident.append(
                    .init(policy: policy, tally: tally, points: points, warnings: isWarned ? 1 : 0))
            }
        }
        standing.restores = carriedOut.restores(standing, at: time)
        return standing
    }

    private var byName: [(key: TallyName, value: Walk)] {
        tallies.count < 2 ? Array(tallies) : tallies.sorted { $0.key < $1.key }
    }

    private func apply(_ sanctions: [Standing.Sanction], to standing: inout Standing) {
        var roles = roles
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
