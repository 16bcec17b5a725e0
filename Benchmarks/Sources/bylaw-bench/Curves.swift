import BenchmarkWork
import Foundation

/// Measures how time grows with the number of rules and with the length of texts and lists, and draws it.
struct Curves {
    let folder: URL

    func draw() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let counts = [10, 30, 100, 300, 1_000, 3_000, 10_000]
        let rules = try RuleCountWork.Selection.allCases.map { selection in
            try curve(selection.title.replacing("`", with: ""), counts) {
                (try RuleCountWork($0, selection).judging(), 200)
            }
        }
        try write(
            "speed-rules",
            Chart(
                title: "Time of a decision that concerns one rule of many", across: "rules", up: "time per decision",
                curves: rules))
        let lengths = [200, 600, 2_000, 6_000, 20_000]
        let texts = try [(ShareWork.Search.bytes, "byte for byte"), (.folded, "folded")].map { search, name in
            try curve("text searched \(name)", lengths) { (try LengthWork.judging(text: $0, search), 1) }
        }
        try write(
            "speed-text",
            Chart(
                title: "Time of a decision on longer and longer texts", across: "characters", up: "time per decision",
                curves: texts))
    }

    private func curve(
        _ name: String, _ sizes: [Int], _ prepare: (Int) throws -> (work: MeasuredRow.Work, calls: Int)
    ) throws -> Chart.Curve {
        let points = try sizes.map { size in
            let (work, calls) = try prepare(size)
            // A single call is too short for the clock.
            let times = calls == 1 ? 20 : 1
            let timing = try Timing(for: .milliseconds(500), count: calls * times) {
                for _ in 0..<times {
                    for call in 0..<calls { try work(call) }
                }
            }
            print(String(format: "%@, %d: %.0f ns", name, size, timing.median))
            return Chart.Point(x: Double(size), nanoseconds: timing.median)
        }
        return Chart.Curve(name: name, points: points)
    }

    private func write(_ name: String, _ chart: Chart) throws {
        try chart.svg.write(to: folder.appending(path: name + ".svg"), atomically: true, encoding: .utf8)
    }
}
