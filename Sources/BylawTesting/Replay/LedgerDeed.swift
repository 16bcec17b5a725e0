import Bylaw
import BylawSource

/// What people do to a history's ledger in one step.
struct LedgerDeed {
    let change: LedgerChange
    let step: FixtureCase.Step
    let policies: FixturePolicies
    let roster: Roster
    /// That of the last request.
    let incident: String

    func perform(on ledger: inout LedgerStep) throws {
        switch change {
        case .reverse(let incident):
            _ = try ledger.reverse(incident: incident.value, by: "fixture", at: step.time)
        case .grant(let role, let member, let by):
            try add(.roleGranted(role.value), member, by, to: &ledger)
        case .revoke(let role, let member, let by):
            try add(.roleRevoked(role.value), member, by, to: &ledger)
        case .pardon(var pardon, let tally, let member, let by, _):
            if let tally, let terms = policies.tallies(named: tally.value).first {
                (pardon.policy, pardon.tally) = (terms.policy, terms.tally)
            }
            try add(.pardon(pardon), member, by, to: &ledger)
        case .warn(let tally, let incident, let member, let by):
            guard let reference = try keep(tally, in: &ledger) else { return }
            try add(.warning(.init(tally: reference, incident: incident)), member, by, to: &ledger)
        case .train(let tally, let member, let by):
            guard let reference = try keep(tally, in: &ledger) else { return }
            _ = try ledger.completeTraining(
                .init(tally: reference), of: member ?? step.actor, by: by, at: step.time)
        case .sanction(let written, let member, let by):
            guard let reference = try keep(written.tally, in: &ledger) else { return }
            let sanction = LedgerEvent.ManualSanction(
                tally: reference, sanction: written.sanction, actions: written.actions, duration: written.duration,
                role: written.role)
            try add(.sanction(sanction), member, by, to: &ledger)
        case .appeal(let incident, let member, let by):
            _ = try ledger.openAppeal(
                ofIncident: incident.value, member: member ?? step.actor, by: by ?? member ?? step.actor, at: step.time)
        case .decide(let incident, let end, let member, let by):
            let events = try ledger.history(of: member ?? step.actor).events
            guard let appeal = events.last(where: { $0.contests(incident.value) }) else {
                throw LedgerError.unknownIncident(incident.value)
            }
            _ = try ledger.endAppeal(appeal.id, end.meaning, by: by, at: step.time)
        case .carryOut(let what, let member, let by):
            _ = try ledger.carryOutAll(
                of: member ?? step.actor, restoring: what == .restores, by: by, at: step.time)
        case .vote(let vote):
            let record = try record(vote.rule, vote.incident, in: &ledger)
            _ = try ledger.vote(
                vote.choice, onCase: record.opening.caseID, by: reviewer(vote), roster: roster, at: step.time)
        case .appealRuling(let rule, let incident, let by):
            let record = try record(rule, incident, in: &ledger)
            _ = try ledger.appeal(case: record.opening.caseID, by: by ?? step.actor, at: step.time)
        case .judgeOverdue:
            _ = try ledger.judgeOverdue(at: step.time, roster: roster)
        case .fact(let fact):
            let entry = LedgerEvent.FactEntry(fact.name.value, fact.keys, until: fact.until)
            try add(fact.isGiven ? .factGiven(entry) : .factWithdrawn(entry), fact.by, fact.by, to: &ledger)
        case .mode(let name, let isOn, let by, let roles):
            guard let mode = policies.modes.first(where: { $0.mode.isSame(name.value) }) else { return }
            _ = try ledger.switch(mode, on: isOn, by: Reviewer(id: by, roles: roles), at: step.time)
        case .done(let kind, let rule, let by):
            let owed = try ledger.overdue(at: .latest).duties.last { owed in
                owed.duty.duty.isSame(kind.rawValue)
                    && (owed.duty.rule.isSame(rule.value) || owed.duty.rule.hasSuffix("/\(rule.value)"))
            }
            guard let owed else { throw LedgerError.unknownEvent("\(kind.rawValue) of \(rule.value)") }
            try add(.dutyClosed(owed.duty.dutyID), owed.subject, by, to: &ledger)
        }
    }

    private func add(
        _ kind: LedgerEvent.Kind, _ member: String?, _ by: String, to ledger: inout LedgerStep
    ) throws {
        _ = try ledger.add(kind, to: member ?? step.actor, by: by, at: step.time)
    }

    /// The tally of that name, its terms kept; nil where there is none, which was reported before.
    private func keep(
        _ name: Located<String>, in ledger: inout LedgerStep
    ) throws -> LedgerEvent.TallyReference? {
        guard let terms = policies.tallies(named: name.value).first,
            let version = policies.checked.last(where: { !$0.isShadow && $0.id.isSame(terms.policy) })?.version
        else { return nil }
        try ledger.keep([terms])
        return .init(policy: terms.policy, version: version, tally: terms.tally, terms: terms.digest)
    }

    /// The last case of a rule for an incident.
    private func record(
        _ rule: Located<String>, _ incident: String?, in ledger: inout LedgerStep
    ) throws -> CaseRecord {
        let incident = incident ?? self.incident
        guard let record = try ledger.cases(at: step.time).last(where: { $0.is(of: rule.value, incident) }) else {
            throw LedgerError.unknownCase("\(rule.value) of \(incident)")
        }
        return record
    }

    /// Who votes, with the roles that the step gives or else the history's `reviewers`.
    private func reviewer(_ vote: VoteSyntax) -> Reviewer {
        if let roles = vote.roles { return Reviewer(id: vote.by, roles: roles, related: vote.related) }
        guard case .members(let members) = roster, let known = members.first(where: { $0.id.isSame(vote.by) }) else {
            return Reviewer(id: vote.by, roles: [], related: vote.related)
        }
        return Reviewer(id: known.id, roles: known.roles, related: known.related + vote.related)
    }
}

extension AppealEnd {
    fileprivate var meaning: Appeals.End {
        switch self {
        case .upheld: .upheld
        case .overturned: .overturned
        case .withdrawn: .withdrawn
        }
    }
}

extension LedgerEvent {
    /// Whether it opens an appeal of something for an incident.
    fileprivate func contests(_ incident: String) -> Bool {
        if case .appealOpened(let appeal) = kind { appeal.incident?.isSame(incident) ?? false } else { false }
    }
}
