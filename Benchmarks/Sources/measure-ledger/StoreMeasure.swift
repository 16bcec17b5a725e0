import Bylaw
import Foundation

/// Measures one kind of store.
struct StoreMeasure: Sendable {
    let name: String
    let sample: Sample
    /// How many strikes are recorded, one by one.
    let count: Int
    let make: @Sendable () throws -> any LedgerStore

    private static let memberEvents = 1_000
    private let clock = ContinuousClock()

    init(name: String, sample: Sample, count: Int, make: @escaping @Sendable () throws -> any LedgerStore) {
        self.name = name
        self.sample = sample
        self.count = count
        self.make = make
    }

    func run() async throws {
        print(name)
        try await standing()
        try await recording()
    }

    private func standing() async throws {
        let store = try make()
        let writer = Ledger(store)
        let events = (0..<Self.memberEvents).map { sample.strike($0, of: "u") }
        try await writer.append(events, terms: [sample.terms])
        let time = sample.start.advanced(by: .seconds(Self.memberEvents * 3_600))
        try await report("standing of a member with 1,000 events, nothing remembered", times: 20) {
            _ = try await Ledger(store).standing(of: "u", at: time)
        }
        try await report("the same, remembered, asking the store whether it is whole", times: 2_000) {
            _ = try await writer.standing(of: "u", at: time)
        }
        let lenient = Ledger(store, staleness: .seconds(60))
        _ = try await lenient.standing(of: "u", at: time)
        try await report("the same, remembered, for a minute", times: 20_000) {
            _ = try await lenient.standing(of: "u", at: time)
        }
        try await report("the same at a moment of the past, all walked again", times: 100) {
            _ = try await writer.standing(of: "u", at: sample.start.advanced(by: .seconds(3_600 * 900)))
        }
    }

    private func recording() async throws {
        let (ledger, sample) = (Ledger(try make()), sample)
        try await ledger.keep([sample.terms])
        let single = try await clock.measure {
            for number in 0..<count { try await ledger.append([sample.strike(number, of: "m\(number % 500)")]) }
        }
        show("recorded one by one", count, single)
        let share = count / 8
        let together = try await clock.measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for number in 0..<share {
                            try await ledger.append([sample.strike(number, of: "t\(task)-\(number % 100)")])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        show("recorded one by one by 8 tasks", share * 8, together)
        let batches = try await clock.measure {
            for batch in 0..<(count / 100) {
                try await ledger.append((0..<100).map { sample.strike(batch * 100 + $0, of: "b\($0)") })
            }
        }
        show("recorded a hundred at a time", count / 100 * 100, batches)
        let again = try await clock.measure {
            for number in 0..<count { try await ledger.append([sample.strike(number, of: "m\(number % 500)")]) }
        }
        show("recorded again, which changes nothing", count, again)
        let verifying = try await clock.measure {
            let result = try await ledger.verify()
            guard result.isWhole else { throw LedgerError.unavailable("the benchmark's own ledger is not whole") }
        }
        show("verified", count * 2 + share * 8, verifying)
    }

    private func report(_ what: String, times: Int, _ body: () async throws -> Void) async throws {
        let time = try await clock.measure { for _ in 0..<times { try await body() } }
        print("  \(what): \(String(format: "%.1f", microseconds(time) / Double(times))) µs")
    }

    private func show(_ what: String, _ count: Int, _ time: Duration) {
        let each = microseconds(time) / Double(count)
        print("  \(what): \(String(format: "%.0f", 1e6 / each)) a second, \(String(format: "%.1f", each)) µs each")
    }

    private func microseconds(_ time: Duration) -> Double {
        Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) * 1e-12
    }
}
