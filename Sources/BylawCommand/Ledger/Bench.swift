import Bylaw
import BylawSource

/// Judges requests one after the other, with a ledger or without.
final class Bench {
    /// The ledger by which is judged.
    enum Book {
        /// The host keeps none.
        case none
        case open(Ledger)
        /// There is one, but it cannot be read.
        case closed(LedgerError)
    }

    /// What kept something from being recorded, or a ledger from being read: the last of it.
    private(set) var failure: LedgerError?
    private let evaluator: Evaluator
    private let ledger: Book
    /// Who records what decisions charge; nil: nothing is recorded.
    private let recorder: String?
    private let reporter: Reporter

    init(evaluator: Evaluator, ledger: Book, recordsAs recorder: String?, reporter: Reporter) {
        self.evaluator = evaluator
        self.ledger = ledger
        self.recorder = recorder
        self.reporter = reporter
        if case .closed(let error) = ledger, recorder != nil { failure = error }
    }

    /// What decides, where no ledger is named.
    var evaluatorAlone: Evaluator? {
        if case .none = ledger { evaluator } else { nil }
    }

    /// Decides, and records what the decision charges where that is asked for. What goes wrong is told to people, and
    /// never opens anything.
    func judge(_ request: Request, evidence: [UInt8]) async -> Decision {
        switch ledger {
        case .none: return evaluator.judge(request, standing: .none)
        case .closed: return evaluator.judge(request, standing: .unavailable)
        case .open(let ledger):
            let decision = await ledger.judge(request, by: evaluator) { tell($0, isLost: false) }
            guard let recorder else { return decision }
            do {
                try await ledger.record(
                    decision, of: request, judgedBy: evaluator, by: recorder, evidence: Evidence(of: evidence))
            } catch {
                tell(error, isLost: true)
            }
            return decision
        }
    }

    private func tell(_ error: any Error, isLost: Bool) {
        let known = error as? LedgerError ?? .unavailable("it does not answer")
        if isLost { failure = known }
        try? reporter.show([Diagnostic(known.code, known.description, at: nil)])
    }
}
