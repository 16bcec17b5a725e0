import Bylaw
import Foundation

struct ShareService {
    private let evaluator: Evaluator  // immutable, and safe from any thread

    init(policies: URL) throws {
        evaluator = Evaluator(try PolicySet(contentsOf: policies))  // one error holds every problem of every file
    }

    func answer(_ json: [UInt8]) throws -> String {
        let request = try Request(json: json)
        let decision = evaluator.judge(request, standing: .none)  // .known(standing) where there is a ledger
        switch decision.outcome {
        case .allow: return decision.texts.first?.masked ?? "as it is"
        case .hold: return "waiting for \(decision.waits.map(\.fact) + decision.cases.map(\.tier))"
        case .deny: return "no: \(decision.rules.flatMap(\.says).map(\.text))"
        }
    }
}
