import BylawCEL

/// What the matched rules of one policy cost and earn, and what its ladders make of it.
struct ChargeWriter {
    let verdict: PolicyVerdict
    let standing: StandingInput
    /// What all policies together come to.
    let outcome: Outcome

    private var request: Request { verdict.frame.reader.request }
    private var plan: PolicyPlan { verdict.plan }

    /// One entry a tally, subject and state: recording is idempotent by incident, subject and tally.
    var strikes: [Decision.Points] {
        total { rule in
            zip(rule.consequence.checked.strikes, rule.consequence.strikeSubjects).map { ($0, $1) }
        } state: { rule in
            state(of: rule)
        }
    }

    /// A merit is earned where nothing stands against what earned it, in whichever policy: for something that is held, once
    /// it is allowed.
    var merits: [Decision.Points] {
        total { rule in
            zip(rule.consequence.checked.merits, rule.consequence.meritSubjects).map { ($0, $1) }
        } state: { rule in
            guard rule.effect == .allow, outcome == .allow else { return nil }
            return request.stage == .done ? .charged : .would
        }
    }

    /// Whether a rule's strikes take effect. What is allowed costs nothing.
    private func state(of rule: RuleVerdict) -> Decision.State? {
        guard rule.effect != .allow else { return nil }
        guard request.stage == .done else { return .would }
        return rule.effect == .hold ? .ifUpheld : .charged
    }

    private func total(
        _ points: (RuleVerdict) -> [(CheckedConsequence.Points, Program?)],
        state: (RuleVerdict) -> Decision.State?
    ) -> [Decision.Points] {
        var entries: [Decision.Points] = []
        var highest: [Int] = []
        for rule in verdict.rules where rule.isMatched {
            guard let state = state(rule) else { continue }
            for (charge, subject) in points(rule) where charge.points > 0 {
                // A subject that cannot be told cannot be charged.
                guard let subject = self.subject(subject) else { continue }
                let index = entries.firstIndex {
                    $0.tally == charge.tally && $0.subject == subject && $0.state == state
                }
                guard let index else {
                    entries.append(
                        .init(
                            policy: plan.policy.id, tally: charge.tally, subject: subject, points: charge.points,
                            rule: rule.plan.rule.name, state: state, isSevere: charge.isSevere))
                    highest.append(charge.points)
                    continue
                }
                let isSum = plan.policy.tallies.first { $0.tally == charge.tally }?.perIncident == .sum
                entries[index].points =
                    isSum ? entries[index].points + charge.points : max(entries[index].points, charge.points)
                entries[index].isSevere = entries[index].isSevere || charge.isSevere
                if charge.points > highest[index] {
                    highest[index] = charge.points
                    entries[index].rule = rule.plan.rule.name
                }
            }
        }
        return entries
    }

    private func subject(_ program: Program?) -> String? {
        guard let program else { return request.actor.id }
        return program.evaluate(in: verdict.frame.frame).text
    }

    /// What the ladders bring to the actor, and to others whose standing is given; of the rest the ledger alone can tell.
    func ladders() -> (sanctions: [Decision.Sanction], grants: [Decision.Grant]) {
        var sanctions: [Decision.Sanction] = []
        var grants: [Decision.Grant] = []
        for (entry, isStrike) in strikes.map({ ($0, true) }) + merits.map({ ($0, false) }) {
            guard let known = known(entry.subject),
                let terms = plan.policy.tallies.first(where: { $0.tally == entry.tally }),
                let rung = rung(entry, isStrike: isStrike, terms, known)
            else { continue }
            if rung.sanction == .recognise {
                grants.append(
                    .init(
                        policy: plan.policy.id, tally: entry.tally, subject: entry.subject, at: rung.at,
                        role: rung.role,
                        title: rung.title, state: entry.state))
            } else {
                sanctions.append(
                    .init(
                        policy: plan.policy.id, tally: entry.tally, subject: entry.subject, at: rung.at,
                        sanction: rung.sanction, role: rung.role, from: rung.actions,
                        until: rung.duration.map(request.time.advanced), state: entry.state))
            }
        }
        return (sanctions, grants)
    }

    private func known(_ subject: String) -> Standing? {
        switch standing {
        case .unavailable: nil
        case .none: subject == request.actor.id ? Standing(subject: subject) : nil
        case .known(let standing): standing.standing(of: subject)
        }
    }

    /// What the points bring that a decision gives. A request that is judged again finds them recorded, and is told what
    /// it was told before.
    private func rung(
        _ entry: Decision.Points, isStrike: Bool, _ terms: TallyTerms, _ known: Standing
    ) -> Rung? {
        if entry.isSevere, let severe = terms.severe { return severe }
        let known = known.before(entry.tally, of: plan.policy.id)
        if isStrike, let warnings = terms.warnings {
            if known.warnings < warnings.first { return Rung(at: .warning, sanction: .warn) }
        }
        return terms.rung(before: known.points, after: known.points + entry.points)
    }

    /// The points that a member has before a decision gives these; nil where nobody can tell.
    func before(_ entry: Decision.Points) -> Int? {
        known(entry.subject)?.before(entry.tally, of: plan.policy.id).points
    }
}
