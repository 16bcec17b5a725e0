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
