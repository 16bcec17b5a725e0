import Bylaw

/// An evaluator that is or was in force, with its version.
final class LivePolicies: Sendable {
    let evaluator: Evaluator
    let version: PolicyVersion

    init(_ evaluator: Evaluator, generation: UInt64) {
        self.evaluator = evaluator
        version = PolicyVersion(digest: evaluator.digest, generation: generation)
    }
}
