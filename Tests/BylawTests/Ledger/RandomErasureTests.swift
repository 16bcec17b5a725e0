import Synchronization
import Testing

@testable import Bylaw

@Suite("Forgetting a member of a ledger with everything in it")
struct RandomErasureTests {
    static let members = ["mila", "rosy"]
    let terms = TallyTerms(
        policy: "sharing-policy", tally: "sharing", window: .forever, perIncident: .highest, ladder: sharingLadder,
        warnings: .init(first: 1, window: .forever),
        training: .init(lifts: .strike, after: .zero, atMost: nil, window: .forever))

    /// Some events of every kind of both, each of which may name the other. Every tenth comes in a moment of its own.
    private func filled(_ seed: UInt64, _ store: any LedgerStore) async throws -> (Ledger, [LedgerEvent]) {
        let ledger = Ledger(store, key: try testKey())
        try await ledger.keep([terms])
        var random = RandomEvents(seed: seed, terms: terms)
        var events: [LedgerEvent] = []
        for number in 0..<60 {
            let kind = Int.random(in: 0..<RandomEvents.kindCount, using: &random.random)
            // Only a ledger itself tells of erasures.
            guard kind != 25 else { continue }
            events.append(random.event(kind, subject: Self.members[number % 2]))
        }
        try await ledger.append(events)
        return (ledger, events)
    }

    private func export(_ ledger: Ledger) async throws -> [[UInt8]] {
        let lines = Mutex<[[UInt8]]>([])
        try await ledger.export { line in lines.withLock { $0.append(line) } }
        return lines.withLock { $0 }
    }

    /// What stays of a standing: all but names of events.
    private func numbers(_ standing: Standing) -> [String] {
        standing.tallies.map { "\($0)" } + standing.roles + standing.revoked + standing.titles
            + standing.suspensions.map { "\($0)" }
            + standing.sanctions.map { "\($0.rung) \($0.from) \(String(describing: $0.until)) \($0.isCarriedOut)" }
            + standing.restores.map { "\($0.sanction) \($0.at)" }
    }

    @Test("leaves the name nowhere, the numbers as they were and the chain whole", arguments: 0..<12 as Range<UInt64>)
    func everything(seed: UInt64) async throws {
        let store = MemoryStore()
        let (ledger, _) = try await filled(seed, store)
        let end = try #require(Timestamp("9999-12-31T00:00:00Z"))
        let order = seed % 2 == 0 ? Self.members : Self.members.reversed()
        for member in order {
            let before = try await ledger.standing(of: member, at: end)
            let told = try await ledger.forget(member, by: member, at: day(1))
            #expect(told != nil)
            let lines = try await export(ledger).map { String(decoding: $0, as: UTF8.self) }
            for line in lines { #expect(!line.contains(member), "\(line)") }
            try await store.read { rows in
                for row in try rows.rows(after: 0, limit: .max) {
                    let texts = [
                        row.subject, row.id, row.charge ?? "", row.topic ?? "", row.open, row.personal, row.by,
                    ]
                    for text in texts { #expect(!text.contains(member), "\(text)") }
                }
                for (subject, _) in try rows.counts() { #expect(!subject.contains(member)) }
            }
            #expect(try await ledger.verify().problems == [])
            let after = try await ledger.standing(of: member, at: end)
            #expect(after.subject == member)
            #expect(numbers(after) == numbers(before))
            #expect(try await ledger.forget(member, by: "office", at: day(2)) == nil)
        }
        let copy = Ledger(MemoryStore(), key: try testKey())
        let lines = try await export(ledger)
        try await copy.import(lines)
        #expect(try await copy.verify(against: [ledger.head()]).problems == [])
        #expect(try await export(copy) == lines)
    }

    @Test("is no gap through which anything else can be changed", arguments: 0..<4 as Range<UInt64>)
    func tampering(seed: UInt64) async throws {
        let store = MemoryStore()
        let (ledger, _) = try await filled(seed, store)
        try await ledger.forget(Self.members[Int(seed % 2)], by: "office", at: day(1))
        let rows = try await store.read { try $0.rows(after: 0, limit: .max) }
        let other = try testKey().pseudonym(of: "somebody else")
        let changes: [(name: String, change: @Sendable (inout LedgerRow) -> Void)] = [
            ("personal salt", { $0.personalSeal.salt = nil }), ("by salt", { $0.bySeal.salt = nil }),
            ("by", { $0.by = other }),
            (
                "a text",
                { row in
                    // The last pseudonym is that of an event, or a text of the member's.
                    guard let range = row.personal.ranges(of: "forgotten-").last else { return }
                    let end = row.personal.index(range.upperBound, offsetBy: 32)
                    row.personal.replaceSubrange(range.lowerBound..<end, with: other)
                    guard let event = try? EventTexts(open: row.open, personal: row.personal).event(by: row.by) else {
                        return
                    }
                    (row.id, row.subject, row.charge) = (event.id, event.subject, event.chargeKey?.digest)
                }
            ),
        ]
        for (name, change) in changes {
            for number in rows.indices {
                var changed = rows[number]
                change(&changed)
                guard changed != rows[number] else { continue }
                let row = changed
                let tampered = TamperedStore(store) { $0.map { $0.number == row.number ? row : $0 } }
                let result = try await Ledger(tampered, key: testKey()).verify()
                #expect(!result.isWhole, "\(name) of entry \(number + 1): \(rows[number])")
            }
        }
    }

    @Test("takes what comes again for what it was, whoever is named in it", arguments: 0..<6 as Range<UInt64>)
    func retries(seed: UInt64) async throws {
        let (ledger, events) = try await filled(seed, MemoryStore())
        try await ledger.forget("mila", by: "office", at: day(1))
        let number = try await ledger.head().number
        for event in events {
            await #expect(throws: Never.self, "\(event)") { try await ledger.append([event]) }
        }
        #expect(try await ledger.head().number == number)
        #expect(try await ledger.verify().problems == [])
    }

    @Test("goes on under the pseudonym, whatever comes of the member", arguments: 0..<6 as Range<UInt64>)
    func comesBack(seed: UInt64) async throws {
        let (ledger, _) = try await filled(seed, MemoryStore())
        try await ledger.forget("mila", by: "office", at: day(1))
        var random = RandomEvents(seed: seed ^ 0xFACE, terms: terms)
        for kind in 0..<RandomEvents.kindCount where kind != 25 {
            let event = random.event(kind, subject: "mila")
            try await ledger.append([
                LedgerEvent(
                    id: event.id, subject: "mila", kind: event.kind, occurred: event.occurred,
                    recorded: event.recorded, by: "mila", evidence: event.evidence)
            ])
        }
        for line in try await export(ledger) { #expect(!String(decoding: line, as: UTF8.self).contains("mila")) }
        #expect(try await ledger.verify().problems == [])
    }

    @Test("is seen by other services too, whatever they remember", arguments: [Duration.zero, .seconds(3_600)])
    func remembered(staleness: Duration) async throws {
        let store = MemoryStore()
        let (ledger, _) = try await filled(3, store)
        let other = Ledger(store, key: try testKey(), staleness: staleness)
        let end = try #require(Timestamp("9999-12-31T00:00:00Z"))
        for member in Self.members { _ = try await other.standing(of: member, at: end) }
        try await ledger.forget("mila", by: "office", at: day(1))
        for member in Self.members {
            let events = try await other.events(of: member)
            #expect(!"\(events)".contains("mila"))
            #expect(try await events == ledger.events(of: member))
        }
    }
}
