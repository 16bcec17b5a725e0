import Bylaw
import BylawService
import Foundation
import InMemoryLogging
import Logging
import MetricsTestKit
import Testing

@Suite("Metrics and log messages") struct HookTests {
    private let metrics = TestMetrics()
    private let messages = InMemoryLogHandler()

    private var logger: Logger { Logger(label: "test") { _ in messages } }

    @Test("count decisions by outcome, errored rules, and the time that judging takes")
    func decisions() throws {
        let folder = try TemporaryFolder(["square.yaml": Square.policy("deny")])
        let store = try PolicyStore(contentsOf: folder.root, .init(metrics: ServiceMetrics(factory: metrics)))
        let session = store.session()
        for _ in 0..<3 { _ = session.judge(Square.request(), standing: .none) }
        _ = session.judge(Square.request(text: "nothing"), standing: .none)
        _ = session.outcome(of: Square.request(), standing: .none)
        var broken = Square.request()
        broken.action.attributes = []
        #expect(session.judge(broken, standing: .none).decision.errors.count == 1)

        func total(_ outcome: String) throws -> Int64 {
            try metrics.expectCounter("bylaw_decisions_total", [("outcome", outcome)]).totalValue
        }
        #expect(try total("deny") == 4)
        #expect(try total("allow") == 1)
        #expect(try total("hold") == 1)
        #expect(try metrics.expectCounter("bylaw_rules_errored_total").totalValue == 1)
        #expect(try metrics.expectTimer("bylaw_judging_seconds").values.count == 6)
    }

    @Test("count reloads, and tell what is refused")
    func reloads() throws {
        let folder = try TemporaryFolder(["square.yaml": Square.policy("deny")])
        let store = try PolicyStore(
            contentsOf: folder.root, .init(logger: logger, metrics: ServiceMetrics(factory: metrics)))
        func refused() throws -> Double? { try metrics.expectMeter("bylaw_policies_refused").lastValue }
        func total(_ result: String) throws -> Int64 {
            try metrics.expectCounter("bylaw_policy_reloads_total", [("result", result)]).totalValue
        }
        #expect(try refused() == 0)
        try folder.write(Square.policy("allow"), to: "square.yaml")
        store.reload()
        #expect(try total("loaded") == 1)
        try folder.write(Square.policy("allow").replacing("'word'", with: "word"), to: "square.yaml")
        store.reload()
        store.reload()
        #expect(try total("refused") == 1)
        #expect(try refused() == 1)
        let error = try #require(messages.entries.last { $0.level == .error })
        #expect(error.metadata["problems"].map { "\($0)" }?.contains("square.yaml") == true)
        #expect(error.metadata["policies"] == "\(store.version.digest)")

        // The edit is taken back: nothing is loaded, and nothing is refused any more.
        try folder.write(Square.policy("allow"), to: "square.yaml")
        store.reload()
        #expect(try refused() == 0)
        #expect(try total("loaded") == 1)
    }

    @Test("show how many decisions wait for the log, and count what it could not take")
    func log() throws {
        let bench = try LogBench()
        let faults = Guarded(FaultyFile.Faults())
        let log = try DecisionLog(
            path: bench.path, key: bench.key, .init(logger: logger, metrics: ServiceMetrics(factory: metrics))
        ) { FaultyFile($0, faults) }
        for index in 0..<3 { try log.append(LogBench.decision("evt-\(index)")) }
        try log.flush()
        #expect(try metrics.expectMeter("bylaw_log_queue_depth").lastValue == 0)
        #expect(try metrics.expectCounter("bylaw_log_failures_total").totalValue == 0)
        faults.change { $0.room = 0 }
        try? log.append(LogBench.decision("evt-3"))
        #expect(throws: DecisionLogError.self) { try log.flush() }
        #expect(try metrics.expectCounter("bylaw_log_failures_total").totalValue == 1)
        let before = try metrics.expectCounter("bylaw_log_refused_total").totalValue
        _ = log.logged(LogBench.decision("evt-4"))
        #expect(try metrics.expectCounter("bylaw_log_refused_total").totalValue == before + 1)
        #expect(messages.entries.contains { $0.level == .error })
    }

    @Test("a mended log is warned of")
    func mending() throws {
        let bench = try LogBench()
        try bench.write(1)
        try bench.folder.write(try bench.folder.bytes(LogBench.name) + "{".utf8, to: LogBench.name)
        try bench.open(.init(logger: logger)).close()
        #expect(messages.entries.map(\.level) == [.warning])
    }
}
