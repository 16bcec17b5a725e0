extension Ledger {
    /// The standing to judge a request by: the actor's, with those of the others whose points the policies count, and
    /// what the request's incident has cost already.
    public func standing(for request: Request, by evaluator: Evaluator) async throws -> Standing {
        try await informed(request, by: evaluator).standing
    }

    /// A request with the modes, facts and rulings that the ledger holds beside its own, and the standing to judge it by.
    package func informed(
        _ request: Request, by evaluator: Evaluator
    ) async throws -> (request: Request, standing: Standing) {
        try await read { try $0.informed(request, by: evaluator) }
    }

    /// Judges a request by the standing that the ledger knows, and by the modes, facts and rulings that it holds beside the
    /// request's own.
    ///
    /// Where the ledger cannot answer, what reads the standing is errored, so that nobody gets through whom it would
    /// have stopped; `failure` is told why.
    public func judge(
        _ request: Request, by evaluator: Evaluator, failure: (any Error) -> Void = { _ in }
    ) async -> Decision {
        do {
            let (informed, standing) = try await informed(request, by: evaluator)
            return evaluator.judge(informed, standing: .known(standing))
        } catch {
            failure(error)
            return evaluator.judge(request, standing: .unavailable)
        }
    }

    /// Records what a decision charges, and opens what it holds and owes, in one step: see
    /// ``record(_:terms:by:recorded:evidence:)`` and ``open(_:of:terms:roster:by:)``.
    ///
    /// - Parameter roster: Who may decide; those who have the roles by the ledger, unless given.
    @discardableResult
    public func record(
        _ decision: Decision, of request: Request, judgedBy evaluator: Evaluator, roster: Roster? = nil, by: String,
        evidence: Evidence? = nil
    ) async throws -> Recording {
        try await write { step in
            try step.record(
                decision, of: request, judgedBy: evaluator, roster: roster, by: by, evidence: evidence)
        }
    }

    /// Those who have the roles of the tier that has a case, by the ledger; unknown where it knows of nobody.
    public func knownRoster(ofCase id: String, at time: Timestamp) async throws -> Roster {
        try await read { step in
            let record = try step.record(ofCase: id, at: time)
            return try step.knownRoster(
                of: step.reviewTerms(of: record).tier(record.stage.tier)?.who ?? [], at: time)
        }
    }
}
