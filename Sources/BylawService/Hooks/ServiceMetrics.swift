import Bylaw
public import Metrics

/// What a service that judges can be watched by. Whoever gives none pays nothing for it.
///
/// | metric | kind | counts |
/// | --- | --- | --- |
/// | `bylaw_decisions_total` | counter, by `outcome` | decisions |
/// | `bylaw_rules_errored_total` | counter | rules, masks, labels and softeners that could not be evaluated |
/// | `bylaw_judging_seconds` | timer | how long judging took |
/// | `bylaw_policy_reloads_total` | counter, by `result`: `loaded`, `refused` | changes of the policies |
/// | `bylaw_policies_refused` | meter | 1 while the last change is refused and older policies are in force, else 0 |
/// | `bylaw_log_queue_depth` | meter | decisions that wait to be written |
/// | `bylaw_log_refused_total` | counter | decisions that the log could not take |
/// | `bylaw_log_failures_total` | counter | times that the log could not be written |
public final class ServiceMetrics: Sendable {
    private let allowed: Counter
    private let held: Counter
    private let denied: Counter
    private let errored: Counter
    private let judging: Timer
    private let loaded: Counter
    private let refused: Counter
    private let isRefused: Meter
    private let queueDepth: Meter
    private let unlogged: Counter
    private let logFailures: Counter

    /// Metrics of a factory; make them once, after the process has chosen its metrics system.
    public init(factory: any MetricsFactory = MetricsSystem.factory) {
        func decisions(_ outcome: Outcome) -> Counter {
            Counter(label: "bylaw_decisions_total", dimensions: [("outcome", outcome.rawValue)], factory: factory)
        }
        func reloads(_ result: String) -> Counter {
            Counter(label: "bylaw_policy_reloads_total", dimensions: [("result", result)], factory: factory)
        }
        (allowed, held, denied) = (decisions(.allow), decisions(.hold), decisions(.deny))
        errored = Counter(label: "bylaw_rules_errored_total", factory: factory)
        judging = Timer(label: "bylaw_judging_seconds", factory: factory)
        (loaded, refused) = (reloads("loaded"), reloads("refused"))
        isRefused = Meter(label: "bylaw_policies_refused", factory: factory)
        queueDepth = Meter(label: "bylaw_log_queue_depth", factory: factory)
        unlogged = Counter(label: "bylaw_log_refused_total", factory: factory)
        logFailures = Counter(label: "bylaw_log_failures_total", factory: factory)
    }

    func judged(_ outcome: Outcome, errors: Int, took duration: Duration) {
        switch outcome {
        case .allow: allowed.increment()
        case .hold: held.increment()
        case .deny: denied.increment()
        }
        if errors > 0 { errored.increment(by: errors) }
        judging.record(duration: duration)
    }

    func reloaded(isGood: Bool) {
        (isGood ? loaded : refused).increment()
        showRefusal(!isGood)
    }

    func showRefusal(_ isRefused: Bool) { self.isRefused.set(isRefused ? 1 : 0) }

    func queueHolds(_ count: Int) { queueDepth.set(count) }

    func couldNotLog() { unlogged.increment() }

    func logFailed() { logFailures.increment() }
}
