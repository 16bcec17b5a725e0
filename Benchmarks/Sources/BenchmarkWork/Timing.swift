import AllocationCount

/// How long something takes, of many rounds: the machine has fast and slow spells, and so the median and the least count.
public struct Timing {
    /// Nanoseconds each, ascending.
    private let nanoseconds: [Double]
    /// Blocks asked of the heap, each; 0 where the C library does not tell.
    public let allocations: Double

    /// In the middle.
    public var median: Double { nanoseconds[nanoseconds.count / 2] }
    /// Of the fastest round.
    public var least: Double { nanoseconds[0] }
    /// What nine rounds of ten keep to.
    public var ninetieth: Double { nanoseconds[nanoseconds.count * 9 / 10] }

    /// Runs `body` so many rounds, each of which does `count` of what is measured.
    public init(rounds: Int, count: Int, _ body: () throws -> Void) rethrows {
        try body()
        let before = bylaw_allocation_count()
        try body()
        allocations = Double(bylaw_allocation_count() - before) / Double(count)
        var times: [Double] = []
        for _ in 0..<max(1, rounds) { times.append(try Self.nanoseconds(of: body) / Double(count)) }
        nanoseconds = times.sorted()
    }

    /// Runs `body` for about so long, and at least five rounds.
    public init(for budget: Duration, count: Int, _ body: () throws -> Void) rethrows {
        let round = try Self.nanoseconds(of: body)
        let budget = Double(budget.components.seconds) * 1e9 + Double(budget.components.attoseconds) * 1e-9
        try self.init(rounds: min(max(5, Int(budget / max(1, round))), 500), count: count, body)
    }

    /// How long `body` takes once.
    public static func nanoseconds(of body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(body).components
        return Double(time.seconds) * 1e9 + Double(time.attoseconds) * 1e-9
    }
}
