import AllocationCount

/// How long something takes, of many rounds: the machine has fast and slow spells, and so the median and the least count.
struct Timing {
    /// Nanoseconds each, ascending.
    private let nanoseconds: [Double]
    /// Blocks asked of the heap, each; 0 where the C library does not tell.
    let allocations: Double

    var median: Double { nanoseconds[nanoseconds.count / 2] }
    var least: Double { nanoseconds[0] }
    var ninetieth: Double { nanoseconds[nanoseconds.count * 9 / 10] }

    /// Runs `body` so many rounds, each of which does `count` of what is measured.
    init(rounds: Int, count: Int, _ body: () throws -> Void) rethrows {
        try body()
        let before = bylaw_allocation_count()
        try body()
        allocations = Double(bylaw_allocation_count() - before) / Double(count)
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<max(1, rounds) {
            let time = try clock.measure(body).components
            times.append((Double(time.seconds) * 1e9 + Double(time.attoseconds) * 1e-9) / Double(count))
        }
        nanoseconds = times.sorted()
    }
}
