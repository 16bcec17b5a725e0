import BylawCEL

/// What the policies say of one request, before it is written out as a decision.
struct Verdict {
    let judged: JudgedRequest
    var outcome: Outcome
    var reason: Reason
    /// The enforced policies that apply, by id.
    var policies: [PolicyVerdict]
    /// The policies in shadow mode that apply.
    var shadow: [PolicyVerdict]
    /// The masked texts with the policies' masks, by path.
    var texts: [MaskedField]

    struct MaskedField {
        let path: RequestPath
        let masked: String?
        let spans: [Decision.Span]
    }
}

/// What one policy says of one request.
struct PolicyVerdict {
    let frame: PolicyFrame
    /// The rules that matched or errored, in the order written.
    var rules: [RuleVerdict] = []
    var labels: [LabelVerdict] = []
    var faults: [Fault] = []
    var isSuspended = false

    var plan: PolicyPlan { frame.plan }

    init(frame: PolicyFrame) { self.frame = frame }

    /// Forgets what was said, and keeps the room for it.
    mutating func reset() {
        rules.removeAll(keepingCapacity: true)
        if !labels.isEmpty { labels = [] }
        if !faults.isEmpty { faults = [] }
        isSuspended = false
    }

    /// Something that could not be evaluated.
    struct Fault {
        /// The name of the rule, mask, label or softener.
        let name: String
        let message: String
        let at: String
        /// Whether the outcome is at least a hold for it; a softener's fault softens nothing, and that is all.
        let holds: Bool
    }
}

/// How a rule was evaluated, and what it comes to.
///
/// The plan is not counted: the frame that the verdict belongs to keeps it, and a count that all threads share would slow
/// each of them down.
struct RuleVerdict {
    unowned(unsafe) let plan: RulePlan
    /// Nil where the rule matched.
    let error: EvaluationError?
    /// After softeners and rulings; `on-error` for an errored rule.
    var effect: Effect
    /// What the rule was softened to, or what it comes to while it is stopped.
    var softened: ConsequencePlan?
    /// Whether it would deny, and is stopped.
    var isStopped = false
    /// What a person decided about the held rule.
    var ruling: Outcome?

    init(plan: RulePlan, error: EvaluationError? = nil, effect: Effect) {
        self.plan = plan
        self.error = error
        self.effect = effect
    }

    /// The rule's own, or what it was softened to.
    var consequence: ConsequencePlan { softened ?? plan.consequence }

    var isMatched: Bool { error == nil }
}

struct LabelVerdict {
    let plan: LabelPlan
    let declared: String?
    let inferred: [String]
    /// Whether the declared value needs evidence and has none.
    let isUnsupported: Bool

    /// What the text shows, where that is one thing; of several the one that is declared, else the first listed.
    var shown: String? {
        if let declared, inferred.contains(declared) { return declared }
        return plan.label.values.first(where: inferred.contains)
    }

    var isContradicted: Bool {
        guard let declared, !inferred.isEmpty else { return false }
        return !inferred.contains(declared)
    }
}
