import BenchmarkWork
import Bylaw
import Foundation

/// Judges the inputs of the engines' comparison, checks every verdict, and prints the JSON line that the comparison's
/// runner wants.
///
/// `bylaw-peer --inputs inputs.jsonl [--row bytes|folded] [--passes 200]`: texts searched byte for byte, as the others do,
/// or folded first, as Bylaw does by default.
@main struct BylawPeer {
    static func main() {
        do {
            let options = Options(Array(CommandLine.arguments.dropFirst()))
            guard let file = options.inputs else {
                FileHandle.standardError.write(Data("bylaw-peer needs --inputs FILE\n".utf8))
                exit(2)
            }
            print(try line(options, try ShareInput.read(file)))
        } catch {
            FileHandle.standardError.write(Data("bylaw-peer: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func line(_ options: Options, _ inputs: [ShareInput]) throws -> String {
        let work = try ShareWork(options.search, inputs)
        func timing(_ judge: MeasuredRow.Work) throws -> Timing {
            try Timing(rounds: options.passes, count: inputs.count) {
                for index in inputs.indices { try judge(index) }
            }
        }
        let judging = try timing(work.judging())
        let deciding = try timing(try work.deciding())
        func count(_ outcome: Outcome) -> Int { work.outcomes.count { $0 == outcome } }
        let object: [String: Any] = [
            "peer": options.search == .bytes ? "Bylaw" : "Bylaw (folded texts)", "version": "source",
            "ns_per_decision": judging.median.rounded(), "ns_min": judging.least.rounded(),
            "ns_p90": judging.ninetieth.rounded(), "ns_engine_est": deciding.median.rounded(),
            "ns_engine_min": deciding.least.rounded(),
            "engine_basis":
                "values read to outcome, every rule; the whole call: request in memory to decision with reasons",
            "load_ms": try ShareWork.loading(options.search).median / 1e6, "rss_mb": peakMebibytes(),
            "allocations": judging.allocations, "engine_allocations": deciding.allocations,
            "decisions": ["allow": count(.allow), "hold": count(.hold), "deny": count(.deny)],
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
    }

    /// The most memory that the process had; 0 where the system does not say.
    private static func peakMebibytes() -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kibibytes / 1024
    }

    private struct Options {
        var inputs: String?
        var search = ShareWork.Search.bytes
        var passes = 200

        init(_ arguments: [String]) {
            var rest = arguments[...]
            while let name = rest.popFirst() {
                switch name {
                case "--inputs": inputs = rest.popFirst()
                case "--row": search = rest.popFirst().flatMap(ShareWork.Search.init) ?? search
                case "--passes": passes = rest.popFirst().flatMap { Int($0) } ?? passes
                default: break
                }
            }
        }
    }
}
