public import Bylaw

/// Judges requests one after the other by whatever a ``PolicyStore`` has in force, in storage that it keeps.
///
/// It is used by one thread at a time. At each request it compares a number, and takes other policies only where that has
/// changed: threads share no lock and no count of references. Policies that were replaced are kept until each session
/// has judged again, or is gone.
public final class StoreSession {
    private let store: PolicyStore
    private let metrics: ServiceMetrics?
    private var session: JudgingSession
    /// The version by which the next request is judged, unless the store has another by then.
    public private(set) var version: PolicyVersion

    init(_ store: PolicyStore, metrics: ServiceMetrics?) {
        self.store = store
        self.metrics = metrics
        let live = store.live
        session = JudgingSession(live.evaluator)
        version = live.version.copied
    }

    /// Judges a request, and says by which version: all of it by that one.
    public func judge(
        _ request: Request, standing: StandingInput
    ) -> (decision: Decision, version: PolicyVersion) {
        turn()
        guard let metrics else { return (session.judge(request, standing: standing), version) }
        let start = ContinuousClock.now
        let decision = session.judge(request, standing: standing)
        metrics.judged(decision.outcome, errors: decision.errors.count, took: ContinuousClock.now - start)
        return (decision, version)
    }

    /// What a request comes to, without the reasons: the outcome of the decision that ``judge(_:standing:)`` would write.
    public func outcome(of request: Request, standing: StandingInput) -> Outcome {
        turn()
        guard let metrics else { return session.outcome(of: request, standing: standing) }
        let start = ContinuousClock.now
        let outcome = session.outcome(of: request, standing: standing)
        metrics.judged(outcome, errors: 0, took: ContinuousClock.now - start)
        return outcome
    }

    /// Takes the policies that are in force, where those are others.
    @inline(__always)
    private func turn() {
        if store.currentGeneration != version.generation { takeCurrent() }
    }

    @inline(never)
    private func takeCurrent() {
        let live = store.live
        session = JudgingSession(live.evaluator)
        version = live.version.copied
    }
}

extension PolicyVersion {
    /// The same in storage of its own, so that threads which hand it out do not count references to the same text.
    fileprivate var copied: PolicyVersion {
        PolicyVersion(digest: String(decoding: Array(digest.utf8), as: UTF8.self), generation: generation)
    }
}

extension StoreSession {
    /// Tells, later too, whether what this session judges with now is still in memory: to see that nothing is kept.
    package var currentIsAlive: () -> Bool {
        { [weak session] in session != nil }
    }
}
