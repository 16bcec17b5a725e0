import Bylaw
import BylawService
import Foundation
import Testing

/// Disks that are slow, full or broken.
@Suite("A decision log under pressure", .serialized) struct BackPressureTests {
    private let bench: LogBench
    private let faults = Guarded(FaultyFile.Faults())

    init() throws { bench = try LogBench() }

    private func open(_ configuration: DecisionLog.Configuration = .init()) throws -> DecisionLog {
        let faults = faults
        return try DecisionLog(path: bench.path, key: bench.key, configuration) { FaultyFile($0, faults) }
    }

    @Test("8 threads and a slow disk: nothing is lost, each thread's order is kept, and the queue stays short")
    func slowDisk() async throws {
        let log = try open(.init(capacity: 50))
        faults.change { $0.delay = 500 }
        let deepest = Guarded(0)
        let failures = Guarded(0)
        let decisions = (0..<8).map { thread in (0..<200).map { LogBench.decision("\(thread)-\($0)") } }
        await Threads.run(8) { thread in
            for decision in decisions[thread] {
                do { try log.append(decision) } catch { failures.change { $0 += 1 } }
                let depth = log.depth
                deepest.change { $0 = max($0, depth) }
            }
        }
        try await log.flush()
        try log.close()
        #expect(failures.value == 0)
        #expect(deepest.value <= 50)
        let requests = try bench.requests()
        #expect(requests.count == 1_600)
        for thread in 0..<8 {
            #expect(requests.filter { $0.hasPrefix("\(thread)-") } == (0..<200).map { "\(thread)-\($0)" })
        }
        #expect(try bench.verify(.init(decisions: 1_600, isClosed: true)).isWhole)
    }

    @Test("tasks that wait for room block no thread, and lose nothing")
    func tasks() async throws {
        let log = try open(.init(capacity: 2))
        faults.change { $0.delay = 500 }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<100 { group.addTask { try await log.append(LogBench.decision("\(task)")) } }
            try await group.waitForAll()
        }
        try log.close()
        #expect(Set(try bench.requests()).count == 100)
    }

    @Test("bytes are bounded too, and a decision that has more is taken alone")
    func byteBound() throws {
        let log = try open(.init(pressure: .refuse, byteCapacity: 10))
        for index in 0..<20 {
            try log.append(LogBench.decision("evt-\(index)"))
            try log.flush()
        }
        try log.close()
        #expect(try bench.requests().count == 20)
    }

    @Test("a log that does not wait refuses: the decision is held, and the others are there")
    func refuses() throws {
        let log = try open(.init(pressure: .refuse, capacity: 3))
        faults.change { $0.delay = 20_000 }
        let allowed = try Evaluator(PolicySet(texts: ["square.yaml": Square.policy("deny")]))
            .judge(Square.request("evt", text: "nothing"), standing: .none)
        #expect(allowed.outcome == .allow)
        var taken = 0
        for _ in 0..<200 {
            let decision = log.logged(allowed)
            if decision == allowed {
                taken += 1
            } else {
                #expect(decision.outcome == .hold)
                #expect(decision.reason == .fault)
                #expect(decision.errors.map(\.rule) == ["decision-log"])
            }
        }
        #expect(taken < 200)
        faults.change { $0.delay = 0 }
        try log.close()
        #expect(try bench.requests().count == taken)
    }

    @Test("a denial stays a denial where it cannot be logged")
    func denialStands() throws {
        let log = try open()
        try log.close()
        let decision = log.logged(LogBench.decision("evt-1"))
        #expect(decision.outcome == .deny)
        #expect(decision.errors.count == 1)
    }

    @Test("a full disk is told to everybody, and nothing that was taken is lost", arguments: [false, true])
    func fullDisk(leavesRest: Bool) async throws {
        let log = try open(.init(capacity: 100))
        try await log.append(LogBench.decision("evt-0"))
        try await log.flush()
        faults.change {
            $0.room = 300
            $0.cannotTruncate = leavesRest
        }
        var taken = 1
        while log.failure == nil {
            do {
                try await log.append(LogBench.decision("evt-\(taken)"))
                taken += 1
            } catch {}
        }
        await #expect(throws: DecisionLogError.self) { try await log.flush() }
        await #expect(throws: DecisionLogError.self) { try await log.append(LogBench.decision("lost")) }
        #expect(throws: DecisionLogError.self) { try log.retry() }
        #expect(log.depth == taken - 1)

        faults.change {
            $0.room = nil
            $0.cannotTruncate = false
        }
        try log.retry()
        #expect(log.failure == nil)
        try await log.append(LogBench.decision("evt-\(taken)"))
        try log.close()
        #expect(try bench.requests() == (0...taken).map { "evt-\($0)" })
        #expect(try bench.verify(.init(isClosed: true)).isWhole)
    }

    @Test("whoever waits for room is told where the disk breaks")
    func waitersAreTold() async throws {
        let log = try open(.init(capacity: 1))
        faults.change {
            $0.delay = 20_000
            $0.room = 0
        }
        let refused = Guarded(0)
        await Threads.run(8) { thread in
            for index in 0..<3 {
                do { try log.append(LogBench.decision("\(thread)-\(index)")) } catch { refused.change { $0 += 1 } }
            }
        }
        #expect(refused.value == 23)
        let error = #expect(throws: DecisionLogError.self) { try log.close() }
        guard case .unwritten(1, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a disk that does not keep what was written is an error, and it is written anew")
    func cannotSynchronize() throws {
        let log = try open(.init(durability: .synchronized))
        faults.change { $0.cannotSynchronize = true }
        try? log.append(LogBench.decision("evt-1"))
        #expect(throws: DecisionLogError.self) { try log.flush() }
        faults.change { $0.cannotSynchronize = false }
        try log.retry()
        try log.close()
        #expect(try bench.requests() == ["evt-1"])
        #expect(try bench.verify(.init(isClosed: true)).isWhole)
    }

    @Test("going over to another file can fail at any step, and be tried again")
    func rotationFails() throws {
        let log = try open(.init(fileBytes: 3_000))
        var taken = 0
        for round in 0..<12 {
            // Each round the disk is full at another place.
            faults.change { $0.room = round * 150 }
            for _ in 0..<4 where (try? log.append(LogBench.decision("evt-\(taken)"))) != nil {
                taken += 1
                try? log.flush()
            }
            faults.change { $0.room = nil }
            try log.retry()
        }
        try log.close()
        #expect(try bench.files.count > 3)
        #expect(try bench.requests() == (0..<taken).map { "evt-\($0)" })
        #expect(try bench.verify(.init(isClosed: true)).isWhole)
    }
}
