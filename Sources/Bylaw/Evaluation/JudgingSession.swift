/// Judges requests one after the other in storage that it keeps, and so faster than an evaluator that is asked for one
/// at a time.
///
/// ```swift
/// let session = JudgingSession(evaluator)
/// for await request in requests { respond(session.judge(request, standing: .none)) }
/// ```
///
/// It is used by one thread at a time. Sessions of one evaluator share nothing that changes, so that each thread may have
/// one and none waits for another.
public final class JudgingSession {
    private let evaluator: Evaluator
    private let search: TextSearch
    private let masking: Masking
    private let judged = JudgedRequest()
    /// All frames that were needed so far, by their plans.
    private var known: [Int: PolicyFrame] = [:]
    private let state: UnsafeMutablePointer<State>

    /// What changes from request to request. It lies behind a pointer, so that reading it costs no check of exclusive
    /// access.
    private struct State {
        /// The frames of the policies that apply to the request, ascending by their plans.
        var frames: [PolicyFrame] = []
        var applicable: [Int] = []
        var found: [Int] = []
        var enforced: [PolicyVerdict] = []
        var shadow: [PolicyVerdict] = []
        /// How many of the enforced verdicts are those of policies that apply; the others are of policies that may.
        var enforcedCount = 0
    }

    /// A session that judges as the evaluator does.
    public init(_ evaluator: Evaluator) {
        self.evaluator = evaluator
        search = TextSearch(plan: evaluator.texts)
        masking = Masking(texts: evaluator.texts, search: search, keys: evaluator.planned.keys)
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Judges a request: the same decision as the evaluator's.
    public func judge(_ request: Request, standing: StandingInput) -> Decision {
        evaluator.decision(verdict(request, standing: standing))
    }

    /// What a request comes to, without the reasons: the outcome of the decision that ``judge(_:standing:)`` would write.
    public func outcome(of request: Request, standing: StandingInput) -> Outcome {
        begin(request, standing: standing)
        return evaluate(withShadow: false).outcome
    }

    /// Turns to a request and reads what of it policies ask for, for ``outcome()``.
    public func prepare(_ request: Request, standing: StandingInput) {
        begin(request, standing: standing)
        for frame in state.pointee.frames { frame.readGiven() }
    }

    /// What the request that was prepared comes to. Evaluates every policy and rule that may concern it, each time that
    /// it is called. Where no text is masked, nothing was labelled and nothing went wrong, it allocates nothing.
    public func outcome() -> Outcome {
        for index in state.pointee.frames.indices { state.pointee.frames[index].forgetAnswers() }
        search.begin()
        return evaluate(withShadow: false).outcome
    }

    func verdict(_ request: Request, standing: StandingInput) -> Verdict {
        begin(request, standing: standing)
        let (outcome, reason, texts) = evaluate(withShadow: true)
        return Verdict(
            judged: judged, outcome: outcome, reason: reason, policies: state.pointee.enforced,
            shadow: state.pointee.shadow, texts: texts)
    }

    /// The frames of the policies that apply, before anything is evaluated.
    func frames(of request: Request, standing: StandingInput) -> [PolicyFrame] {
        begin(request, standing: standing)
        return state.pointee.frames
    }

    private func begin(_ request: Request, standing: StandingInput) {
        judged.begin(request, standing: standing)
        state.pointee.found.removeAll(keepingCapacity: true)
        evaluator.addApplicable(to: request, &state.pointee.found)
        if state.pointee.found == state.pointee.applicable {
            search.begin()
        } else {
            swap(&state.pointee.found, &state.pointee.applicable)
            turnToPolicies()
        }
        for index in state.pointee.frames.indices {
            state.pointee.frames[index].begin(fillsSlots: evaluator.shortcuts.contains(.filling))
        }
    }

    /// Makes room for the verdicts of the policies that apply.
    private func turnToPolicies() {
        let frames = state.pointee.applicable.map(frame)
        state.pointee.frames = frames
        state.pointee.enforced = frames.filter { !$0.plan.jurisdiction.isShadow }.map(PolicyVerdict.init)
        state.pointee.shadow = frames.filter(\.plan.jurisdiction.isShadow).map(PolicyVerdict.init)
        state.pointee.enforcedCount = state.pointee.enforced.count
        search.begin(PolicyReaders(frames))
    }

    private func frame(_ index: Int) -> PolicyFrame {
        if let frame = known[index] { return frame }
        let frame = PolicyFrame(index: index, plan: evaluator.plans[index], texts: search, judged: judged)
        known[index] = frame
        return frame
    }

    private func evaluate(withShadow: Bool) -> (outcome: Outcome, reason: Reason, texts: [Verdict.MaskedField]) {
        let extra = state.pointee.enforced.count - state.pointee.enforcedCount
        if extra > 0 { state.pointee.enforced.removeLast(extra) }
        judge(&state.pointee.enforced)
        if case .unavailable = judged.standing { addUnknownModes() }
        let texts = masking.apply(to: &state.pointee.enforced)
        if withShadow { judge(&state.pointee.shadow) }
        let (outcome, reason) = Combination.outcome(of: state.pointee.enforced, unjudged: evaluator.unjudged)
        return (outcome, reason, texts)
    }

    private func judge(_ verdicts: inout [PolicyVerdict]) {
        for index in verdicts.indices {
            verdicts[index].reset()
            PolicyJudge(frame: verdicts[index].frame, usesIndex: evaluator.shortcuts.contains(.indexes)).judge(
                &verdicts[index])
        }
    }

    /// Where the ledger cannot be read, nobody can tell that a mode is not on.
    private func addUnknownModes() {
        for index in evaluator.waitingForMode(judged.request) {
            let frame = PolicyFrame(index: index, plan: evaluator.plans[index], texts: search, judged: judged)
            frame.begin()
            var verdict = PolicyVerdict(frame: frame)
            let policy = frame.plan.policy
            let mode = policy.whileMode ?? ""
            verdict.faults.append(
                .init(
                    name: mode, message: "nobody can tell whether the mode `\(mode)` is on",
                    at: policy.path.description, holds: true))
            state.pointee.enforced.append(verdict)
        }
    }
}
