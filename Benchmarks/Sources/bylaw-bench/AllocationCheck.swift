import BenchmarkWork
import Foundation

/// Holds rows to the heap blocks that are committed. Fewer must be committed too, or they would be lost unseen.
struct AllocationCheck {
    /// The heap may give more than is asked for, depending on what it has at hand, and then arrays grow less often: where
    /// there are many. None at all stays none.
    private static func tolerance(_ expected: Double) -> Double { expected * (expected < 50 ? 0.02 : 0.05) }

    let rows: [MeasuredRow]

    func run() throws {
        let thresholds = try Thresholds.read("allocations")
        var isKept = true
        for row in rows {
            let count = try perDecision(row)
            let expected = thresholds[row.name]
            if let expected, abs(count - expected) <= Self.tolerance(expected) { continue }
            isKept = false
            print("\(row.name): \(count) heap blocks a decision, \(expected.map { "\($0)" } ?? "nothing") committed")
        }
        guard isKept else { throw WrongResult("`bylaw-bench allocations --update` accepts these") }
        print("\(rows.count) rows ask the heap for as many blocks as committed")
    }

    func update() throws {
        var thresholds = try Thresholds.read("allocations")
        for row in rows { thresholds[row.name] = try perDecision(row) }
        try Thresholds.write("allocations", thresholds, heading: "row\theap blocks a decision")
    }

    /// To three places, as it is committed.
    private func perDecision(_ row: MeasuredRow) throws -> Double {
        let count = Double(try row.allocations()) / Double(row.decisionsInPass)
        return (count * 1_000).rounded() / 1_000
    }
}

/// The committed figures, a row and its number in each line.
enum Thresholds {
    static func read(_ name: String) throws -> [String: Double] {
        let file = BenchmarkFolder.thresholds(name)
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        var numbers: [String: Double] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t")
            if fields.count >= 2 { numbers[String(fields[0])] = Double(fields[1]) }
        }
        return numbers
    }

    static func write(_ name: String, _ numbers: [String: Double], heading: String) throws {
        // In the table's order; rows that are no more are left out.
        let lines = Catalogue().rows.compactMap { row in
            numbers[row.name].map { "\(row.name)\t\($0 == $0.rounded() ? "\(Int($0))" : "\($0)")" }
        }
        try ([heading] + lines).map { $0 + "\n" }.joined().write(
            to: BenchmarkFolder.thresholds(name), atomically: true, encoding: .utf8)
    }
}
