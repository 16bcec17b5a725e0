import Bylaw
import BylawService
import Foundation
import Synchronization

/// What all workers of a soak count.
final class SoakCounts: Sendable {
    let decisions = Atomic(0)
    /// Decisions that do not fit the version which they name, or could not be logged.
    let wrong = Atomic(0)
    let isOver = Atomic(false)
}

/// Judges the same requests again and again on a thread of its own.
struct SoakWorker: Sendable {
    let store: PolicyStore
    let log: DecisionLog
    let requests: [Request]
    let counts: SoakCounts

    func run() {
        let session = store.session()
        while !counts.isOver.load(ordering: .relaxed) {
            var wrong = 0
            for request in requests {
                let (decision, version) = session.judge(request, standing: .none)
                let logged = log.logged(decision, of: request)
                if decision.inputs.policies != version.digest || logged.errors.count != decision.errors.count {
                    wrong += 1
                }
            }
            counts.decisions.add(requests.count, ordering: .relaxed)
            if wrong > 0 { counts.wrong.add(wrong, ordering: .relaxed) }
        }
    }
}
