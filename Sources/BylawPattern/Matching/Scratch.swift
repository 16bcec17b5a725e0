/// The machines of one pattern, made when they are first needed and used again for the next text.
///
/// Whoever takes one out of a ``ScratchPool`` is the only one to use it until it is given back: hence `@unchecked`.
final class Scratch: @unchecked Sendable {
    private let plan: MatchPlan
    private let limits: PatternLimits

    /// Finds where matches end.
    private(set) lazy var ends = LazyAutomaton(
        plan.forward, kind: .preferred, marksWaiting: plan.candidates != nil, byteLimit: limits.automatonBytes)
    /// Finds where they start; nil where the program that reads backwards would be too large.
    private(set) lazy var starts = plan.backward.map {
        LazyAutomaton($0, kind: .farthest, byteLimit: limits.automatonBytes)
    }
    /// Says whether there is a match.
    private(set) lazy var decider = PikeMachine(plan.forward, slotCount: 0)
    /// Finds spans.
    private(set) lazy var spanner = PikeMachine(plan.forward, slotCount: 2)
    /// Finds all spans at once.
    private(set) lazy var sweeper = SweepMachine(plan.forward)
    /// Finds groups, where the pattern leaves no choice.
    private(set) lazy var onePass = OnePassMachine(plan.forward, slotCount: plan.slotCount)
    /// Finds groups in short spans.
    private(set) lazy var backtracker = Backtracker(plan.forward, slotCount: plan.slotCount)
    /// Finds groups in every case.
    private(set) lazy var grouper = PikeMachine(plan.forward, slotCount: plan.slotCount)

    /// How far the last search for a span has read.
    var lastRead = 0

    init(_ plan: MatchPlan, limits: PatternLimits) {
        self.plan = plan
        self.limits = limits
    }
}
