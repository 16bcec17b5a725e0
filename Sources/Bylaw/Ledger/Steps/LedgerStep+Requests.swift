/// Requests within one step; see ``Ledger``.
extension LedgerStep {
    /// A request with what the ledger holds beside it: modes, facts of those who give the ones that policies ask for, and
    /// rulings on its incident; and the standing to judge it by.
    package mutating func informed(
        _ request: Request, by evaluator: Evaluator
    ) throws -> (request: Request, standing: Standing) {
        var request = request
        // Which policies apply depends on the modes, so they come first.
        request.modes += try modeEvents().modes(at: request.time).filter { !request.modes.contains($0) }
        let actor = request.actor.id
        request.rulings += try history(of: actor).events.rulings(on: request.incident, at: request.time)
        for giver in evaluator.factGivers(of: request) {
            request.facts += try history(of: giver).events.facts(at: request.time)
        }
        var standing = try standing(of: actor, at: request.time, incident: request.incident)
        for other in evaluator.subjects(of: request) where ExactText(other) != ExactText(actor) {
            standing.related.append(try self.standing(of: other, at: request.time, incident: request.incident))
        }
        return (request, standing)
    }

    /// Records what a decision charges, and opens what it holds and owes. Without a roster those may decide who have a
    /// tier's roles by the ledger.
    package mutating func record(
        _ decision: Decision, of request: Request, judgedBy evaluator: Evaluator, roster: Roster?, by: String,
        evidence: Evidence? = nil
    ) throws -> Recording {
        let (events, pinned) = try LedgerEvent.charges(
            of: DecisionCharges(decision), terms: evaluator.tallies(for: request), by: by, recorded: nil,
            evidence: evidence)
        var recording = events.isEmpty ? Recording() : try append(events, keeping: pinned)
        recording.add(
            try open(
                decision, actor: request.actor.id, terms: evaluator.reviewTerms(of: decision.policies), roster: roster,
                by: by))
        return recording
    }

    /// Those who have the roles by the ledger; unknown where it knows of nobody, for then the host keeps the roles.
    package mutating func knownRoster(of roles: [String], at time: Timestamp) throws -> Roster {
        guard !roles.isEmpty else { return .unknown }
        let members = try roster(of: roles, at: time)
        return members.isEmpty ? .unknown : .members(members)
    }
}
