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
    private let outcomes: [Outcome]
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
        var outcomes: [Outcome] = []
        for (index, input) in inputs.enumerated() {
            let decision = evaluator.judge(requests[index], standing: .none)
            let fromText = evaluator.judge(try Request(json: texts[index]), standing: .none)
            let expected = input.expected(row)
            guard decision.outcome == expected, decision.errors.isEmpty, fromText == decision else {
                throw Failure(
                    description: "input \(index + 1): \(decision.outcome), expected \(expected) \(decision.errors)")
            }
            counts[decision.outcome, default: 0] += 1
            outcomes.append(decision.outcome)
        }
        self.outcomes = outcomes
        self.row = row
        self.evaluator = evaluator
        self.counts = counts
        self.passes = passes
    }

    /// From a request whose values are read to its outcome, every rule evaluated: what other engines are measured by.
    private func deciding() throws -> Timing {
        let sessions = requests.map { request in
            let session = JudgingSession(evaluator)
            session.prepare(request, standing: .none)
            return session
        }
        for (session, expected) in zip(sessions, outcomes) where session.outcome() != expected {
            throw Failure(description: "a prepared request has another outcome than its decision")
        }
        return Timing(rounds: passes, count: requests.count) {
            for session in sessions { _ = session.outcome() }
        }
    }

    private func judging() -> Timing {
        let session = JudgingSession(evaluator)
        return Timing(rounds: passes, count: requests.count) {
            for request in requests { _ = session.judge(request, standing: .none) }
        }
    }

    /// The JSON line that the comparison's runner wants.
    func line() throws -> String {
        let judging = judging()
        let deciding = try deciding()
        let object: [String: Any] = [
            "peer": row == .bytes ? "Bylaw" : "Bylaw (folded texts)", "version": "source",
            "ns_per_decision": judging.median.rounded(), "ns_min": judging.least.rounded(),
            "ns_p90": judging.ninetieth.rounded(), "ns_engine_est": deciding.median.rounded(),
            "ns_engine_min": deciding.least.rounded(),
            "engine_basis": "values read to outcome, every rule; the whole call: request in memory to decision with reasons",
            "load_ms": loading.median / 1e6, "rss_mb": Self.peakMebibytes(),
            "allocations": judging.allocations, "engine_allocations": deciding.allocations,
            "decisions": [
                "allow": counts[.allow] ?? 0, "hold": counts[.hold] ?? 0, "deny": counts[.deny] ?? 0,
            ],
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
    }

    /// Bylaw's own table, or the one row of that name.
    func printRows(only: String?) throws {
        let session = JudgingSession(evaluator)
        let rows: [(name: String, timing: () throws -> Timing)] = [
            ("values read -> outcome", deciding),
            ("request -> outcome", { time { _ = session.outcome(of: requests[$0], standing: .none) } }),
            ("request -> decision", judging),
            ("request -> decision, without a session", { time { _ = evaluator.judge(requests[$0], standing: .none) } }),
            ("JSON -> request", { try time { _ = try Request(json: texts[$0]) } }),
            ("JSON -> decision", { try time { _ = session.judge(try Request(json: texts[$0]), standing: .none) } }),
        ]
        print("share policy, \(row.rawValue): \(requests.count) inputs, every verdict as expected")
        for (name, measure) in rows where only == nil || only == name {
            let timing = try measure()
            print(
                "  \(name): "
                    + String(
                        format: "median %.0f ns, least %.0f ns, %.1f allocations", timing.median, timing.least,
                        timing.allocations))
        }
    }

    private func time(_ body: (Int) throws -> Void) rethrows -> Timing {
        try Timing(rounds: passes, count: requests.count) {
            for index in requests.indices { try body(index) }
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
