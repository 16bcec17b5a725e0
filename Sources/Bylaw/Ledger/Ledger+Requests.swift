extension Ledger {
    /// The standing to judge a request by: the actor's, with those of the others whose points the policies count, and
    /// what the request's incident has cost already.
    public func standing(for request: Request, by evaluator: Evaluator) async throws -> Standing {
        let others = evaluator.subjects(of: request).filter { ExactText($0) != ExactText(request.actor.id) }
        var standing = try await standing(of: request.actor.id, at: request.time, incident: request.incident)
        for other in others {
            standing.related.append(
                try await self.standing(of: other, at: request.time, incident: request.incident))
        }
        return standing
    }

    /// Records what a decision charges, and opens what it holds: see ``record(_:terms:by:recorded:evidence:)`` and
    /// ``open(_:of:terms:roster:by:)``. Nothing is opened for a decision that holds nothing and owes nothing in time.
    @discardableResult
    public func record(
        _ decision: Decision, of request: Request, judgedBy evaluator: Evaluator, by: String,
        evidence: Evidence? = nil
    ) async throws -> Recording {
        var recording = try await record(
            decision, terms: evaluator.tallies(for: request), by: by, evidence: evidence)
        let isAnswer = try await !events(of: request.actor.id).isEmpty
        guard
            isAnswer || !decision.cases.isEmpty || decision.waits.contains(where: { $0.due != nil })
                || decision.duties.contains(where: { $0.due != nil })
        else { return recording }
        let terms = evaluator.reviewTerms(of: decision.policies)
        let roles = decision.cases.compactMap { held in terms.lazy.compactMap { $0.tier(held.tier) }.first }
            .flatMap(\.who)
        recording.add(
            try await open(
                decision, of: request, terms: terms, roster: knownRoster(of: roles, at: request.time), by: by))
        return recording
    }

    /// Those who have the roles by the ledger; unknown where it knows of nobody, for then the host keeps the roles.
    public func knownRoster(of roles: [String], at time: Timestamp) async throws -> Roster {
        guard !roles.isEmpty else { return .unknown }
        let members = try await roster(of: roles, at: time)
        return members.isEmpty ? .unknown : .members(members)
    }

    /// The same for the tier that has a case.
    public func knownRoster(ofCase id: String, at time: Timestamp) async throws -> Roster {
        let who = try await read { step in
            let record = try step.record(ofCase: id, at: time)
            return try step.reviewTerms(of: record).tier(record.stage.tier)?.who ?? []
        }
        return try await knownRoster(of: who, at: time)
    }

    /// Judges a request by the standing that the ledger knows, and by the facts and rulings that it holds beside the
    /// request's own.
    ///
    /// Where the ledger cannot answer, what reads the standing is errored, so that nobody gets through whom it would
    /// have stopped; `failure` is told why.
    public func judge(
        _ request: Request, by evaluator: Evaluator, failure: (any Error) -> Void = { _ in }
    ) async -> Decision {
        do {
            var request = request
            // Which policies apply depends on the modes, so they come first.
            request.modes += try await modes(at: request.time).filter { !request.modes.contains($0) }
            let standing = try await standing(for: request, by: evaluator)
            request.rulings += try await rulings(on: request.incident, of: request.actor.id, at: request.time)
            for giver in evaluator.factGivers(of: request) {
                request.facts += try await facts(of: giver, at: request.time)
            }
            return evaluator.judge(request, standing: .known(standing))
        } catch {
            failure(error)
            return evaluator.judge(request, standing: .unavailable)
        }
    }
}
