import Testing

@testable import Bylaw

@Suite("A ledger on a store")
struct LedgerTests {
    let terms = makeTerms()

    @Test("records an incident once, and tells of what is crossed once")
    func once() async throws {
        let ledger = Ledger(MemoryStore())
        let first = try await ledger.append([makeStrike("i1", on: day(1), terms: terms)], terms: [terms])
        #expect(first.events.count == 1)
        #expect(first.sanctions.map(\.sanction.rung.sanction) == [.remind])
        #expect(first.sanctions.map(\.subject) == ["u_7"])
        let again = try await ledger.append([makeStrike("i1", on: day(2), terms: terms, id: "other")])
        #expect(again == Recording())
        #expect(try await ledger.points() == 1)
        await #expect(throws: LedgerError.self) {
            try await ledger.append([
                makeStrike("i2", on: day(2), terms: terms), makeStrike("i1", 2, on: day(1), terms: terms),
            ])
        }
        // All or none.
        #expect(try await ledger.points() == 1)
        #expect(try await ledger.head().number == 1)
    }

    @Test("undoes all that rested on one strike, and says what must be restored")
    func overturned() async throws {
        let ledger = Ledger(MemoryStore())
        try await ledger.strike(3, terms: terms)
        #expect(try await ledger.standing(of: "u_7", at: day(4)).revoked == ["ambassador"])
        let carried = try await ledger.carryOutAll(of: "u_7", by: "host", at: day(4))
        #expect(carried.events.count == 3)
        #expect(try await ledger.standing(of: "u_7", at: day(5)).sanctions.allSatisfy(\.isCarriedOut))
        let reversal = try await ledger.reverse(incident: "i1", by: "council", at: day(6))
        // What was the second is the first now, and so on: no suspension, no revocation of old, but the third suspends.
        #expect(reversal.ended.map(\.sanction.rung.sanction) == [.remind, .suspend, .revoke])
        #expect(reversal.sanctions.map(\.sanction.rung.sanction) == [.remind, .suspend])
        #expect(reversal.duties.map(\.duty) == ["restore"])
        #expect(reversal.duties.map(\.to) == ["u_7"])
        let standing = try await ledger.standing(of: "u_7", at: day(7))
        #expect(standing.revoked.isEmpty)
        // Of the two that were carried out the suspension is in force by another strike still.
        #expect(standing.restores.map(\.sanction) == [.revoke])
        let later = try await ledger.standing(of: "u_7", at: day(60))
        #expect(Set(later.restores.map(\.sanction)) == [.revoke, .suspend])
        try await ledger.carryOutAll(of: "u_7", restoring: true, by: "host", at: day(61))
        #expect(try await ledger.standing(of: "u_7", at: day(62)).restores.isEmpty)
    }

    @Test("gives two services that record one incident at once one strike, and tells one of them of a crossing")
    func concurrently() async throws {
        for round in 0..<50 {
            let store = MemoryStore()
            let services = [Ledger(store), Ledger(store)]
            try await services[0].strike(
                2,
                terms: makeTerms(ladder: [Rung(at: 3, sanction: .revoke, role: "r"), Rung(at: 9, sanction: .remind)]))
            let terms = makeTerms(ladder: [Rung(at: 3, sanction: .revoke, role: "r"), Rung(at: 9, sanction: .remind)])
            func both(_ incidents: [String]) async throws -> [Recording] {
                try await withThrowingTaskGroup(of: Recording.self) { group in
                    for (service, incident) in zip(services, incidents) {
                        group.addTask { try await service.append([makeStrike(incident, on: day(10), terms: terms)]) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            let same = try await both(["x", "x"])
            #expect(same.map(\.events.count).sorted() == [0, 1], "round \(round)")
            #expect(try await services[1].points() == 3)
            try await services[0].reverse(incident: "x", by: "o", at: day(11))
            // Two third strikes: whichever counts as the third, one crossing is left, and was told once more than ended.
            let different = try await both(["y", "z"])
            let told = different.flatMap(\.sanctions).count - different.flatMap(\.ended).count
            #expect(told == 1, "round \(round)")
            #expect(try await services[0].standing(of: "u_7", at: day(12)).sanctions.count == 1)
        }
    }

    @Test("tells of a crossing once, in whatever order the strikes come")
    func lateDelivery() async throws {
        let terms = makeTerms(ladder: [Rung(at: 2, sanction: .revoke, role: "r"), Rung(at: 9, sanction: .remind)])
        let strikes = [
            makeStrike("a", on: day(1), recorded: day(1), terms: terms),
            makeStrike("b", on: day(2), recorded: day(9), terms: terms),
            makeStrike("c", on: day(3), recorded: day(5), terms: terms),
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let ledger = Ledger(MemoryStore())
            var balance = 0
            for index in order {
                let recording = try await ledger.append([strikes[index]], terms: [terms])
                balance += recording.sanctions.count - recording.ended.count
            }
            #expect(balance == 1, "\(order)")
        }
    }

    @Test("remembers a standing, and never one of before its own writing")
    func remembered() async throws {
        let store = MemoryStore()
        let (own, other) = (Ledger(store, staleness: .seconds(3_600)), Ledger(store))
        try await own.strike(1, terms: terms)
        #expect(try await own.points() == 1)
        try await other.append([makeStrike("o", on: day(2), terms: terms)])
        // The other's may go unseen for an hour; its own never does, and shows the other's too.
        #expect(try await own.points() == 1)
        try await own.append([makeStrike("p", on: day(3), terms: terms)])
        #expect(try await own.points() == 3)
        // With no staleness allowed nothing goes unseen.
        try await own.append([makeStrike("q", on: day(4), terms: terms)])
        #expect(try await other.points() == 4)
    }

    @Test("refuses another key, and one that is too short")
    func keys() async throws {
        let store = MemoryStore()
        try await Ledger(store, key: testKey()).strike(1, terms: terms)
        for key in [LedgerKey.none, try testKey("another secret of sixteen bytes")] {
            await #expect(throws: LedgerError.self) { try await Ledger(store, key: key).points() }
            await #expect(throws: LedgerError.self) {
                try await Ledger(store, key: key).append([makeStrike("x", on: day(9), terms: terms)])
            }
        }
        #expect(try await Ledger(store, key: testKey()).points() == 1)
        #expect(LedgerKey(id: "short", bytes: Array("fifteen bytes !".utf8)) == nil)
        #expect(try !"\(testKey())".contains("secret"))
    }

    @Test("that is down lets nobody through whom it would have stopped, and does not run what is cancelled")
    func unavailable() async throws {
        let evaluator = Evaluator(
            try Judging.policies(
                "otherwise: allow\nroles: { a: }\ntallies: { sharing: { within: 180d, ladder: [{ at: 1, sanction: revoke, role: a }] } }\n"
            ))
        let down = Ledger(DownStore())
        let request = try Judging.request()
        var failures: [LedgerError] = []
        let decision = await down.judge(request, by: evaluator) { error in
            if let error = error as? LedgerError { failures.append(error) }
        }
        #expect(decision.outcome == .hold)
        #expect(decision.standing == .unavailable)
        #expect(failures == [.unavailable("it is down")])
        let up = Ledger(MemoryStore())
        #expect(await up.judge(request, by: evaluator).outcome == .allow)
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await up.append([makeStrike("x", on: day(1), terms: terms)], terms: [terms])
        }
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        #expect(try await up.head().number == 0)
    }

    @Test("takes a clock that jumps back and events from the future in any order for the same")
    func clocks() async throws {
        let events = [
            makeStrike("a", on: day(5), recorded: day(5), terms: terms),
            makeStrike("b", on: day(3), recorded: day(2), terms: terms),
            makeStrike("c", on: day(30), recorded: day(4), terms: terms),
            makeStrike("d", on: day(1), recorded: day(20), terms: terms),
        ]
        var standings: Set<[Standing]> = []
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let ledger = Ledger(MemoryStore())
            for index in order { try await ledger.append([events[index]], terms: [terms]) }
            var standing: [Standing] = []
            for number in [1, 3, 4, 5, 19, 20, 29, 30, 40] {
                standing.append(try await ledger.standing(of: "u_7", at: day(number)))
            }
            standings.insert(standing)
            // The future's does not count before it is there, and what comes late not before it came.
            #expect(try await ledger.points(at: day(29)) == 3)
            #expect(try await ledger.points(at: day(30)) == 4)
            #expect(try await ledger.points(at: day(19)) == 2)
        }
        #expect(standings.count == 1)
    }
}

/// A store that nobody can reach.
private struct DownStore: LedgerStore {
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer { throw LedgerError.unavailable("it is down") }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer { throw LedgerError.unavailable("it is down") }
}
