import BylawTestSupport
import Testing

@testable import Bylaw

@Suite("A ledger on a store, over random histories")
struct RandomLedgerTests {
    private static let end = RandomHistory.moment(RandomHistory.quarterDays + 60)

    private func references(_ sanctions: [Standing.Sanction]) -> [LedgerEvent.SanctionReference] {
        sanctions.map { .init($0) }
    }

    @Test(
        "two services that record by turns agree with the plain model at every step, and so does one that starts anew",
        arguments: 0..<6 as Range<UInt64>)
    func byTurns(block: UInt64) async throws {
        for seed in block * 10..<(block + 1) * 10 {
            let history = RandomHistory(seed: seed ^ 0xA11, sharesIncidents: false)
            var random = SeededGenerator(seed: seed)
            let store = MemoryStore()
            let services = [Ledger(store), Ledger(store)]
            try await services[0].keep(history.terms)
            var known: [LedgerEvent] = []
            for event in history.events.shuffled(using: &random) {
                let service = services[Int.random(in: 0...1, using: &random)]
                #expect(try await service.append([event]).events == [event])
                known.append(event)
                let time = RandomHistory.moment(Int.random(in: 0..<RandomHistory.quarterDays, using: &random))
                for time in [time, Self.end] {
                    let plain = PlainStanding(of: "u_7", at: time, events: known, terms: history.terms)
                    for ledger in services + [Ledger(store)] {
                        let standing = try await ledger.standing(of: "u_7", at: time)
                        try #require(standing == plain.standing(of: "u_7"), "history \(seed) at \(time)")
                    }
                }
            }
            for event in known { #expect(try await services[1].append([event]) == Recording()) }
            #expect(try await services[0].verify().problems == [])
        }
    }

    @Test(
        "what recordings tell of sanctions and restores adds up to the standing, in whatever order they come",
        arguments: 0..<6 as Range<UInt64>)
    func told(block: UInt64) async throws {
        for seed in block * 25..<(block + 1) * 25 {
            let history = RandomHistory(seed: seed ^ 0x701D, sharesIncidents: false)
            var random = SeededGenerator(seed: seed)
            let ledger = Ledger(MemoryStore())
            try await ledger.keep(history.terms)
            var sanctions: Set<LedgerEvent.SanctionReference> = []
            var horizon: Timestamp?
            var rest = history.events.shuffled(using: &random)[...]
            while !rest.isEmpty {
                let batch = Array(rest.prefix(Int.random(in: 1...3, using: &random)))
                rest = rest.dropFirst(batch.count)
                let latest = max(horizon ?? batch[0].known, batch.map(\.known).max() ?? batch[0].known)
                let before = try await ledger.standing(of: "u_7", at: latest)
                let recording = try await ledger.append(batch)
                horizon = latest
                // One that ends was told, one that begins was not.
                for ended in recording.ended {
                    #expect(ended.subject == "u_7")
                    try #require(sanctions.remove(.init(ended.sanction)) != nil, "history \(seed)")
                }
                for sanction in recording.sanctions {
                    try #require(sanctions.insert(.init(sanction.sanction)).inserted, "history \(seed)")
                }
                let standing = try await ledger.standing(of: "u_7", at: latest)
                try #require(Set(references(standing.sanctions)) == sanctions, "history \(seed)")
                let new = standing.restores.filter { !before.restores.contains($0) }
                try #require(recording.duties.count == new.count, "history \(seed)")
                #expect(recording.duties.allSatisfy { $0.duty == "restore" && $0.to == "u_7" })
                #expect(Set(recording.duties.map(\.id)).count == new.count)
            }
        }
    }
}
