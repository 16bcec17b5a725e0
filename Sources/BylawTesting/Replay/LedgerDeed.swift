import Bylaw
import BylawSource

/// What people do to a history's ledger in one step.
struct LedgerDeed {
    let change: LedgerChange
    let step: FixtureCase.Step
    let policies: FixturePolicies

    func perform(on ledger: inout MemoryLedger) throws(LedgerError) {
        switch change {
        case .reverse(let incident):
            try ledger.reverse(incident: incident.value, by: "fixture", at: step.time)
        case .grant(let role, let member, let by):
            try ledger.grant(role: role.value, to: member ?? step.actor, by: by, at: step.time)
        case .revoke(let role, let member, let by):
            try ledger.revoke(role: role.value, from: member ?? step.actor, by: by, at: step.time)
        case .pardon(var pardon, let tally, let member, let by, _):
            if let tally, let terms = policies.tallies(named: tally.value).first {
                (pardon.policy, pardon.tally) = (terms.policy, terms.tally)
            }
            try ledger.pardon(member ?? step.actor, pardon, by: by, at: step.time)
        case .warn(let tally, let incident, let member, let by):
            guard let reference = try keep(tally, in: &ledger) else { return }
            try add(.warning(.init(tally: reference, incident: incident)), member, by, to: &ledger)
        case .train(let tally, let member, let by):
            guard let reference = try keep(tally, in: &ledger) else { return }
            try ledger.completeTraining(.init(tally: reference), of: member ?? step.actor, by: by, at: step.time)
        case .sanction(let written, let member, let by):
            guard let reference = try keep(written.tally, in: &ledger) else { return }
            let sanction = LedgerEvent.ManualSanction(
                tally: reference, sanction: written.sanction, actions: written.actions, duration: written.duration,
                role: written.role)
            try add(.sanction(sanction), member, by, to: &ledger)
        case .appeal(let incident, let member, let by):
            let contested = try event(incident.value, of: member, in: ledger) { $0.incident != nil && !$0.isAppeal }
            try ledger.openAppeal(of: contested.id, by: by ?? contested.subject, at: step.time)
        case .decide(let incident, let end, let member, let by):
            let appeal = try event(incident.value, of: member, in: ledger, where: \.isAppeal)
            switch end {
            case .upheld: try ledger.decideAppeal(appeal.id, overturns: false, by: by, at: step.time)
            case .overturned: try ledger.decideAppeal(appeal.id, overturns: true, by: by, at: step.time)
            case .withdrawn: try ledger.withdrawAppeal(appeal.id, by: by, at: step.time)
            }
        case .carryOut(let what, let member, let by):
            try carryOut(what, member ?? step.actor, by, on: &ledger)
        }
    }

    private func add(
        _ kind: LedgerEvent.Kind, _ member: String?, _ by: String, to ledger: inout MemoryLedger
    ) throws(LedgerError) {
        try ledger.append(LedgerEvent(subject: member ?? step.actor, kind: kind, occurred: step.time, by: by))
    }

    /// The tally of that name, its terms kept; nil where there is none, which was reported before.
    private func keep(
        _ name: Located<String>, in ledger: inout MemoryLedger
    ) throws(LedgerError) -> LedgerEvent.TallyReference? {
        guard let terms = policies.tallies(named: name.value).first,
            let version = policies.checked.last(where: { !$0.isShadow && $0.id.isSame(terms.policy) })?.version
        else { return nil }
        try ledger.keep(terms)
        return .init(policy: terms.policy, version: version, tally: terms.tally, terms: terms.digest)
    }

    /// The member's last event for an incident that is of some kind.
    private func event(
        _ incident: String, of member: String?, in ledger: MemoryLedger, where isMeant: (LedgerEvent) -> Bool
    ) throws(LedgerError) -> LedgerEvent {
        let events = ledger.events(of: member ?? step.actor)
        guard let event = events.last(where: { isMeant($0) && $0.incident?.isSame(incident) == true }) else {
            throw .unknownIncident(incident)
        }
        return event
    }

    private func carryOut(
        _ what: CarryingOut, _ member: String, _ by: String, on ledger: inout MemoryLedger
    ) throws(LedgerError) {
        let standing = try ledger.standing(of: member, at: step.time)
        switch what {
        case .sanctions:
            for sanction in standing.sanctions where !sanction.isCarriedOut {
                try add(.sanctionCarriedOut(.init(sanction)), member, by, to: &ledger)
            }
        case .restores:
            for sanction in standing.restores { try add(.sanctionUndone(sanction), member, by, to: &ledger) }
        }
    }
}

extension LedgerEvent {
    /// The incident that it is about, where it can be contested or contests.
    fileprivate var incident: String? {
        switch kind {
        case .strike(let charge): charge.incident
        case .warning(let warning): warning.incident
        case .appealOpened(let appeal): appeal.incident
        default: nil
        }
    }

    fileprivate var isAppeal: Bool {
        if case .appealOpened = kind { true } else { false }
    }
}
