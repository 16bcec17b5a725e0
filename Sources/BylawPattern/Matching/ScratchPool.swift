import Synchronization

/// Lends each search machines of its own.
///
/// A pattern is used by many threads at once, and its automata grow while they run. Automata that all threads share
/// would need a lock or an atomic load for every byte; so each search takes a set of machines out of the pool and puts
/// it back, at the cost of a lock for a few instructions twice a search, and two threads never wait for each other.
final class ScratchPool: Sendable {
    /// How many sets of machines are kept for later; more than that may be used at once, but are then dropped. Each keeps
    /// at most two automata of ``PatternLimits/automatonBytes``, and what the slower machines need for the program.
    private static let kept = 16

    private let plan: MatchPlan
    private let limits: PatternLimits
    private let free = Mutex<[Scratch]>([])

    init(_ plan: MatchPlan, limits: PatternLimits) {
        self.plan = plan
        self.limits = limits
    }

    /// Runs a search with machines that nobody else uses meanwhile.
    func withScratch<Result>(_ body: (Scratch) -> Result) -> Result {
        let scratch = free.withLock { $0.popLast() } ?? Scratch(plan, limits: limits)
        defer {
            free.withLock { if $0.count < Self.kept { $0.append(scratch) } }
        }
        return body(scratch)
    }
}
