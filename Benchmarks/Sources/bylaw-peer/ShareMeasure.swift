import Bylaw
import Foundation

/// The seven rules of the share policy over the inputs that all engines get.
struct ShareMeasure {
    /// How texts are searched: byte for byte, or folded, where a name inside of a longer word is another word and counts
    /// for nothing.
    enum Row: String, CaseIterable {
        case bytes, folded

        var file: String { self == .bytes ? "share.yaml" : "share-folded.yaml" }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let row: Row
    private let evaluator: Evaluator
    private let loading: Timing
    private let requests: [Request]
    private let texts: [[UInt8]]
    private let counts: [Outcome: Int]
    private let passes: Int

    /// Loads the policy and checks that each input gets the verdict which the seven rules give it.
    init(row: Row, inputs: [ShareInput], passes: Int) throws {
        let policies = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Policies/\(row.file)").standardizedFileURL
        let text = try String(contentsOf: policies, encoding: .utf8)
        let evaluator = Evaluator(try PolicySet(texts: [row.file: text]))
        loading = try Timing(rounds: 9, count: 1) { _ = Evaluator(try PolicySet(texts: [row.file: text])) }
        requests = inputs.compactMap(\.request)
        texts = try inputs.map { try $0.json }
        var counts: [Outcome: Int] = [:]
        for (index, input) in inputs.enumerated() {
            let decision = evaluator.judge(requests[index], standing: .none)
            let fromText = evaluator.judge(try Request(json: texts[index]), standing: .none)
            let expected = input.expected(row)
            guard decision.outcome == expected, decision.errors.isEmpty, fromText == decision else {
                throw Failure(
                    description: "input \(index + 1): \(decision.outcome), expected \(expected) \(decision.errors)")
            }
            counts[decision.outcome, default: 0] += 1
        }
        self.row = row
        self.evaluator = evaluator
        self.counts = counts
        self.passes = passes
    }

    private func judging() -> Timing {
        Timing(rounds: passes, count: requests.count) {
            for request in requests { _ = evaluator.judge(request, standing: .none) }
        }
    }

    /// The JSON line that the comparison's runner wants.
    func line() throws -> String {
        let judging = judging()
        let object: [String: Any] = [
            "peer": row == .bytes ? "Bylaw" : "Bylaw (folded texts)", "version": "source",
            "ns_per_decision": judging.median.rounded(), "ns_min": judging.least.rounded(),
            "ns_p90": judging.ninetieth.rounded(), "ns_engine_est": judging.median.rounded(),
            "ns_engine_min": judging.least.rounded(), "engine_basis": "request in memory to decision with reasons",
            "load_ms": loading.median / 1e6, "rss_mb": Self.peakMebibytes(),
            "allocations": judging.allocations,
            "decisions": [
                "allow": counts[.allow] ?? 0, "hold": counts[.hold] ?? 0, "deny": counts[.deny] ?? 0,
            ],
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
    }

    /// Bylaw's own table.
    func printRows() throws {
        let judging = judging()
        let reading = try Timing(rounds: passes, count: texts.count) {
            for text in texts { _ = try Request(json: text) }
        }
        let both = try Timing(rounds: passes, count: texts.count) {
            for text in texts { _ = evaluator.judge(try Request(json: text), standing: .none) }
        }
        print("share policy, \(row.rawValue): \(requests.count) inputs, every verdict as expected")
        for (name, timing) in [
            ("request -> decision", judging), ("JSON -> request", reading), ("JSON -> decision", both),
        ] {
            print(
                "  \(name): "
                    + String(
                        format: "median %.0f ns, least %.0f ns, %.1f allocations", timing.median, timing.least,
                        timing.allocations))
        }
    }

    /// The most memory that the process had; 0 where the system does not say.
    private static func peakMebibytes() -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kibibytes / 1024
    }
}
