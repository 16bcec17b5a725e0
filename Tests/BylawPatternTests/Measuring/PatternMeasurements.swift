import BylawPattern
import Foundation
import Testing

/// Prints what Scripts/measure-patterns makes tables of. Nothing is asserted about time, and nothing runs unless asked.
@Suite("PatternMeasurements", .serialized) struct PatternMeasurements {
    private static let environment = ProcessInfo.processInfo.environment

    @Test("throughput on posts", .enabled(if: environment["BYLAW_MEASURE"] == "throughput"))
    func throughput() throws {
        let folder = URL(filePath: try #require(Self.environment["BYLAW_MEASURE_FILES"]))
        let posts = try Self.lines(folder.appending(path: "posts.txt"))
        let bytes = posts.reduce(0) { $0 + $1.count }
        for line in try Self.lines(folder.appending(path: "patterns.tsv")) {
            let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            let pattern = try Pattern(String(decoding: fields[1], as: UTF8.self))
            func rate(_ count: (UnsafeBufferPointer<UInt8>) -> Int) -> (rate: Double, found: Int) {
                var found = 0
                let seconds = Self.bestTime(rounds: 5) {
                    found = posts.reduce(0) { $0 + $1.withUnsafeBufferPointer(count) }
                }
                return (Double(bytes) / seconds / 1e6, found)
            }
            let some = rate { pattern.isMatch($0) ? 1 : 0 }
            let all = rate { pattern.allSpans(in: $0).count }
            let groups = rate { pattern.firstMatch(in: $0) == nil ? 0 : 1 }
            let name = String(decoding: fields[0], as: UTF8.self)
            print("throughput\t\(name)\t\(Int(some.rate))\t\(some.found)\t\(Int(all.rate))\t\(all.found)\t\(Int(groups.rate))")
        }
    }

    private static func lines(_ url: URL) throws -> [[UInt8]] {
        try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .dropLast().map(Array.init)
    }

    private static func bestTime(rounds: Int, _ body: () -> Void) -> Double {
        let clock = ContinuousClock()
        return (0..<rounds).map { _ in clock.measure(body) / .seconds(1) }.min() ?? 0
    }
}
