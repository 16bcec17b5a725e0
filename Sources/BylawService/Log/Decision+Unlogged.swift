import Bylaw

extension Decision {
    /// The decision as it may be acted on where there is no record of it: never an `allow`. What it would have earned or
    /// asked of the host comes with the decision that can be logged, once the host asks again.
    var unlogged: Decision {
        var held = self
        // Why is for the host alone: paths and the like are none of the member's business.
        held.errors.append(Fault(policy: "", rule: "decision-log", error: "the decision could not be logged", at: ""))
        guard outcome == .allow else { return held }
        held.outcome = .hold
        held.reason = .fault
        held.duties = []
        held.merits = []
        held.grants = []
        return held
    }
}
