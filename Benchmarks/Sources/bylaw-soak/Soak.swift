import Bylaw
import BylawService
import Foundation
import Synchronization

/// Judges at full load on every processor, while policies are edited and decisions are logged, and looks at the memory.
///
/// `bylaw-soak [--seconds N]`, from the root of the package. Fails where memory grows, a decision does not fit the version
/// that it names, an edit is not taken as it should be, or the log does not verify.
@main struct Soak {
    /// How much the memory may grow behind the warm-up: what the allocator does not give back varies by as much.
    private static let allowedGrowth = 16 << 20
    /// Full files of the log that are kept.
    private static let keptFiles = 3

    static func main() throws {
        let arguments = CommandLine.arguments
        let seconds = arguments.count == 3 && arguments[1] == "--seconds" ? Int(arguments[2]) : nil
        guard let seconds = arguments.count == 1 ? 600 : seconds, seconds >= 10 else {
            fail("bylaw-soak [--seconds N], at least 10", code: 2)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-soak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let problems = try Soak(folder: folder).run(seconds: seconds)
        guard problems.isEmpty else {
            try? FileManager.default.removeItem(at: folder)
            fail(problems.joined(separator: "\n"), code: 1)
        }
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(code)
    }

    private let logPath: String
    private let key: LogKey
    private let policies: ChangingPolicies
    private let requests: [Request]

    private init(folder: URL) throws {
        logPath = folder.appending(path: "decisions.jsonl").path
        guard let key = LogKey(bytes: (0..<32).map { _ in UInt8.random(in: 0...255) }) else {
            Self.fail("no key", code: 2)
        }
        self.key = key
        policies = try ChangingPolicies(
            copying: URL(filePath: "Policies"), policies: "workcircle", file: "ambassador-sharing.yaml",
            to: folder.appending(path: "Policies"))
        let shares = try FileManager.default.contentsOfDirectory(
            at: URL(filePath: "Examples/shares"), includingPropertiesForKeys: nil)
        requests = try shares.filter { $0.pathExtension == "json" }.map {
            try Request(json: Array(Data(contentsOf: $0)))
        }
    }

    /// Returns what went wrong.
    private func run(seconds: Int) throws -> [String] {
        let store = try PolicyStore(contentsOf: policies.folder, .init(metrics: ServiceMetrics()))
        let log = try DecisionLog(path: logPath, key: key, .init(fileBytes: 16 << 20, metrics: ServiceMetrics()))
        let counts = SoakCounts()
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let group = DispatchGroup()
        for _ in 0..<threads {
            group.enter()
            let worker = SoakWorker(store: store, log: log, requests: requests, counts: counts)
            Thread {
                worker.run()
                group.leave()
            }.start()
        }

        var (policies, curve, badEdits) = (policies, MemoryCurve(), 0)
        let start = ContinuousClock.now
        for tick in 1...(seconds * 10) {
            let due = start + .milliseconds(100 * tick)
            if try !policies.edit(store) { badEdits += 1 }
            if tick % 5 == 0 { curve.sample() }
            if tick % 100 == 0 {
                removeOldFiles()
                print(
                    "\(tick / 10) s: \(counts.decisions.load(ordering: .relaxed)) decisions, "
                        + "generation \(store.version.generation), \(Self.megabytes(curve.samples.last ?? 0))")
            }
            let rest = due - ContinuousClock.now
            if rest > .zero { Thread.sleep(forTimeInterval: rest / .seconds(1)) }
        }
        counts.isOver.store(true, ordering: .relaxed)
        group.wait()
        let decisions = counts.decisions.load(ordering: .relaxed)
        let took = (ContinuousClock.now - start) / .seconds(1)
        try log.close()

        var problems: [String] = []
        let wrong = counts.wrong.load(ordering: .relaxed)
        if wrong > 0 { problems.append("\(wrong) decisions do not fit their version, or were not logged") }
        if badEdits > 0 { problems.append("\(badEdits) edits were not taken as they should be") }
        let verification = try LogVerification(files: logFiles + [logPath], key: key, expecting: .init(isClosed: true))
        if let problem = verification.problem { problems.append("\(problem)") }
        print("\(threads) threads, \(Int(Double(decisions) / took)) decisions a second, \(policies.edits) edits")
        print("log: \(verification.decisions) decisions in the last files verified")
        guard let (before, after) = curve.ends else { return problems + ["the memory cannot be told"] }
        print("memory: \(Self.megabytes(before)) behind the warm-up, \(Self.megabytes(after)) at the end")
        if after - before > Self.allowedGrowth {
            problems.append("memory grew by more than \(Self.megabytes(Self.allowedGrowth))")
        }
        return problems
    }

    private var logFiles: [String] {
        let folder = URL(filePath: logPath).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("decisions.jsonl.") }.sorted().map { folder + "/" + $0 }
    }

    /// Full files are for somebody else to carry away; here they would fill the disk.
    private func removeOldFiles() {
        for file in logFiles.dropLast(Self.keptFiles) { try? FileManager.default.removeItem(atPath: file) }
    }

    private static func megabytes(_ bytes: Int) -> String { "\((bytes * 10 / (1 << 20)).formattedTenths) MiB" }
}

extension Int {
    /// A number of tenths: `123` is `12.3`.
    fileprivate var formattedTenths: String { "\(self / 10).\(self % 10)" }
}
