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
            print(
                "throughput\t\(name)\t\(Int(some.rate))\t\(some.found)\t\(Int(all.rate))\t\(all.found)\t\(Int(groups.rate))"
            )
        }
    }

    /// Patterns that take others' engines exponential or quadratic time, each with a text to make much of: what it
    /// starts with, what is repeated, and what it ends with. Where a match must contain some literal, the start has it,
    /// so that its absence does not settle the question.
    private static let hard: [(pattern: String, start: String, unit: String, end: String)] = [
        ("(a|aa)+$", "", "a", "b"),
        ("(x+x+)+y", "y", "x", ""),
        ("(.*){1,32}", "", "never a line break ", ""),
        ("(a*)*b", "", "a", "c"),
        ("(a?){30}a{30}", "", "a", ""),
        ("(.*)(.*)(.*)(.*)(.*)x$", "x\n", "a", ""),
        ("(a|b|ab)*bc$", "bc ", "ab", ""),
        ("^(([a-z])+.)+[A-Z]([a-z])+$", "", "a", ""),
        ("(\\w+\\s?)*!$", "! ", "word ", "?"),
        ("(|a)+$", "", "a", "b"),
        ("[ab]*a[ab]{14}c", "c", noise, ""),
        ("([ab]*)a[ab]{12}([ab]*)b[ab]{12}c", "c", noise, ""),
        ("(?:[^a]*a[^b]*b){20}c", "c", "xaybz", ""),
        ("((\\w+)\\W+){5,50}end", "end", "so it goes on, ", ""),
        ("(\\pL+)*\\pN", "", "漢字かな", ""),
        ("a.*z|a", "", "a", ""),
    ]

    /// As and bs in no order, so that an automaton finds ever new states.
    private static let noise: String = {
        var state: UInt32 = 1
        return (0..<50_021).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 31 == 0 ? "a" : "b"
        }.joined()
    }()

    @Test("time over length", .enabled(if: environment["BYLAW_MEASURE"] == "linearity"))
    func linearity() throws {
        let longest = Self.environment["BYLAW_MEASURE_LONGEST"].flatMap { Int($0) } ?? 10_000_000
        let lengths = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].filter { $0 <= longest }
        let titles = ["1 kB", "10 kB", "100 kB", "1 MB", "10 MB"].map {
            String(repeating: " ", count: 7 - $0.count) + $0
        }
        for (title, isAll) in [("first match, with groups", false), ("all matches, with groups", true)] {
            print("| ns a byte: \(title)".padded(to: 40) + titles.map { " | " + $0 }.joined() + " | peak MB |")
            print("|" + String(repeating: "-", count: 39) + titles.map { _ in " | ------:" }.joined() + " | ------: |")
            for one in Self.hard {
                let pattern = try Pattern(one.pattern)
                var row = "| `\(one.pattern.replacing("|", with: "\\|"))`".padded(to: 40)
                for length in lengths {
                    let unit = Array(one.unit.utf8)
                    let text = Array(one.start.utf8) + (0..<length).map { unit[$0 % unit.count] } + Array(one.end.utf8)
                    let seconds = text.withUnsafeBufferPointer { text in
                        Self.bestTime(rounds: length > 100_000 ? 1 : 3) {
                            if isAll { _ = pattern.allMatches(in: text) } else { _ = pattern.firstMatch(in: text) }
                        }
                    }
                    row += " | " + String(format: "%7.1f", seconds * 1e9 / Double(length))
                }
                print(row + String(format: " | %7d |", Self.peakMegabytes()))
                fflush(nil)
            }
            print("|")
        }
    }

    /// The most memory that this process ever had.
    private static func peakMegabytes() -> Int {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss / 1_000_000
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss / 1_000
        #endif
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

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
