import BenchmarkWork
import Foundation

/// The rows with their times, and what the targets ask of several together.
struct Table {
    let catalogue: Catalogue

    func print(_ rows: [MeasuredRow]) throws {
        let instructions = try Thresholds.read("instructions")
        Swift.print(line("per decision", "median ns", "least ns", "heap blocks", "instructions"))
        var medians: [String: Double] = [:]
        for row in rows {
            let timing = try row.timing(for: .milliseconds(700))
            medians[row.name] = timing.median
            Swift.print(
                line(
                    row.title, String(format: "%.0f", timing.median), String(format: "%.0f", timing.least),
                    row.isRepeatable ? String(format: "%.1f", timing.allocations) : "",
                    instructions[row.name].map { String(format: "%.0f", $0) } ?? ""))
        }
        Swift.print("")
        for ratio in Self.ratios {
            guard let whole = medians[ratio.of], let part = medians[ratio.to] else { continue }
            Swift.print(String(format: "%@: %.2f times (%@)", ratio.title, whole / part, ratio.target))
        }
        for question in ThreadWork.Question.allCases where medians["threads.\(question).2"] != nil {
            let gain = try ThreadWork.gain(2, question, catalogue.inputs)
            Swift.print(
                String(
                    format:
                        "request -> %@: two threads do %.2f times as much as one (at least 1.9); by processor time %.2f",
                    question.rawValue, gain.clock, gain.processor))
        }
        Swift.print("Instructions are those that were committed; Scripts/bench-instructions counts them.")
    }

    private func line(_ title: String, _ columns: String...) -> String {
        let title = title.padding(toLength: 50, withPad: " ", startingAt: 0)
        return title + columns.map { String(repeating: " ", count: max(1, 13 - $0.count)) + $0 }.joined()
    }

    private struct Ratio {
        let title: String
        let of: String
        let to: String
        let target: String
    }

    private static let ratios: [Ratio] =
        RuleCountWork.Selection.allCases.map {
            Ratio(
                title: "10,000 rules over 10, \($0.title)", of: "rules.\($0.rawValue).10000",
                to: "rules.\($0.rawValue).10", target: "at most 1.5")
        }
        + ["text.bytes": [200, 2_000, 20_000], "text.folded": [200, 2_000, 20_000], "list": [10, 100, 1_000]]
        .sorted { $0.key < $1.key }.flatMap { name, lengths in
            zip(lengths, lengths.dropFirst()).map { short, long in
                Ratio(
                    title: "\(name) of \(long) over one of \(short)", of: "\(name).\(long)", to: "\(name).\(short)",
                    target: "at most 10")
            }
        }
}
