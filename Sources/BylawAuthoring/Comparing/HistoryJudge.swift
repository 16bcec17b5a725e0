public import Bylaw

/// Judges a history of requests by one set of policies.
public actor HistoryJudge {
    /// From where the actors' standing comes.
    public enum Past: Sendable {
        /// Nobody has points, roles or sanctions beside what a request says. Memory does not grow.
        case clean
        /// From a ledger, as it was at each request's time.
        case ledger(Ledger)
        /// Each request counts for those behind it, as if the policies had been in force all along: strikes, merits,
        /// sanctions and held cases. Memory grows with what is charged and held.
        case carried
    }

    private let evaluator: Evaluator
    private let past: Past
    private let carried = ReplayLedger()
    /// How many requests could not be carried on, by why: the code of a ledger's error.
    public private(set) var refused: [String: Int] = [:]

    /// Judges by an evaluator.
    public init(_ evaluator: Evaluator, past: Past = .clean) {
        self.evaluator = evaluator
        self.past = past
    }

    /// The decisions, in the order of the requests, which is the order in which they are carried on.
    public func judge(_ requests: [Request]) async -> [Decision] {
        var decisions: [Decision] = []
        decisions.reserveCapacity(requests.count)
        for request in requests { decisions.append(await judge(request)) }
        return decisions
    }

    private func judge(_ request: Request) async -> Decision {
        switch past {
        case .clean: evaluator.judge(request, standing: .known(Standing(subject: request.actor.id)))
        case .ledger(let ledger): await ledger.judge(request, by: evaluator)
        case .carried: carry(request)
        }
    }

    private func carry(_ request: Request) -> Decision {
        do {
            return try carried.step { step in
                let (informed, standing) = try step.informed(request, by: evaluator)
                let decision = evaluator.judge(informed, standing: .known(standing))
                _ = try step.record(
                    decision, of: informed, judgedBy: evaluator, roster: .unknown, by: "history", evidence: nil)
                return decision
            }
        } catch {
            refused[(error as? LedgerError)?.code ?? "ledger-unavailable", default: 0] += 1
            return evaluator.judge(request, standing: .unavailable)
        }
    }
}
