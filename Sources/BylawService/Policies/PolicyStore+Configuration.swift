public import Bylaw
public import Logging

extension PolicyStore {
    /// How a store makes evaluators, and whom it tells.
    public struct Configuration: Sendable {
        /// How long ``PolicyStore/run()`` waits between two looks at the files; a change is taken at the second look that
        /// finds the same.
        public var interval: Duration
        /// Makes an evaluator of policies that were loaded: with the host's lexicons and keys.
        public var evaluator: @Sendable (PolicySet) -> Evaluator
        /// Told of what is put into force and of what is refused.
        public var logger: Logger?
        /// Counts reloads, and what sessions judge.
        public var metrics: ServiceMetrics?
        /// Called with what came of each look at the policies, by the thread that looked.
        public var onReload: (@Sendable (ReloadResult) -> Void)?

        /// A configuration; every part has a default.
        public init(
            interval: Duration = .seconds(2), logger: Logger? = nil, metrics: ServiceMetrics? = nil,
            evaluator: @escaping @Sendable (PolicySet) -> Evaluator = { Evaluator($0) },
            onReload: (@Sendable (ReloadResult) -> Void)? = nil
        ) {
            self.interval = interval
            self.logger = logger
            self.metrics = metrics
            self.evaluator = evaluator
            self.onReload = onReload
        }
    }
}
