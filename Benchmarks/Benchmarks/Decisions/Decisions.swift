import Benchmark
import BenchmarkWork

/// Heap blocks, which the package's own count does not see here.
private let allocations = BenchmarkMetric.custom("Allocations per decision")

/// Each row of the table as a benchmark: `swift package --package-path Benchmarks benchmark`.
let benchmarks: @Sendable () -> Void = {
    for row in Catalogue().rows { add(row) }
}

private func add(_ row: MeasuredRow) {
    // Decisions are so short that a thousand are timed together; what is long is timed alone, and so is what makes many
    // decisions in a call.
    let isLong = row.calls == 1
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput] + (row.isRepeatable ? [allocations] : []), warmupIterations: 2,
        scalingFactor: isLong ? .one : .kilo, maxDuration: .seconds(1), maxIterations: 1_000)
    Benchmark(
        row.name, configuration: configuration,
        closure: { (benchmark: Benchmark, work: @escaping MeasuredRow.Work) throws in
            let before = allocationCount()
            for index in benchmark.scaledIterations { try work(index % row.calls) }
            if row.isRepeatable { benchmark.measurement(allocations, allocationCount() - before) }
        }, setup: { try row.prepare() })
}
