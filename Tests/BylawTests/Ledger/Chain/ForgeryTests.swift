import Testing

@testable import Bylaw

@Suite("Who has the store and not the key")
struct ForgeryTests {
    let terms = makeTerms()

    private func filled() async throws -> MemoryStore {
        let store = MemoryStore()
        let ledger = Ledger(store, key: try testKey())
        try await ledger.strike(3, terms: terms)
        try await ledger.strike(2, terms: terms, subject: "u_8")
        return store
    }

    @Test("can change no terms: what was counted by them is not counted any more")
    func changedTerms() async throws {
        let store = try await filled()
        let milder = makeTerms(.rolling(.days(1)))
        for bytes in [milder.canonicalBytes, Array("{}".utf8), [], nil] {
            let ledger = Ledger(ForgedStore(store, terms: { _ in bytes }), key: try testKey())
            let result = try await ledger.verify()
            #expect(result.problems.map(\.reason) == ["the terms `\(terms.digest)` are damaged"])
            let error = await #expect(throws: LedgerError.self) { try await ledger.points() }
            #expect(["damaged-terms", "unknown-terms"].contains(error?.code))
            await #expect(throws: LedgerError.damagedTerms(digest: terms.digest)) { try await ledger.terms() }
        }
        let lost = Ledger(ForgedStore(store, digests: []), key: try testKey())
        #expect(
            try await lost.verify().problems.map(\.reason)
                == ["the terms `\(terms.digest)` are pinned, but not kept"])
    }

    @Test("can put no other end to the chain")
    func changedHead() async throws {
        let store = try await filled()
        let head = try await Ledger(store, key: testKey()).head()
        let changes: [(inout LedgerHead) -> Void] = [
            { $0.number -= 1 }, { $0.number += 1 }, { $0.mac = LedgerHead.beginning }, { $0.forgotten = 1 },
        ]
        for (index, change) in changes.enumerated() {
            var forged = head
            change(&forged)
            let result = try await Ledger(ForgedStore(store, head: forged), key: testKey()).verify()
            #expect(result.problems.count == 1, "change \(index): \(result.problems)")
        }
        // A ledger of another key is none of ours, and one of no key is empty.
        for key in ["test:0000000000000000", "other:" + head.key.split(separator: ":")[1]] {
            var forged = head
            forged.key = key
            let ledger = Ledger(ForgedStore(store, head: forged), key: try testKey())
            await #expect(throws: LedgerError.wrongKey(expected: key)) { try await ledger.verify() }
            await #expect(throws: LedgerError.wrongKey(expected: key)) { try await ledger.points() }
        }
    }

    @Test(
        "can add no entry, and put none in another's place",
        arguments: [LedgerKey.none, try? testKey("0123456789abcdef")])
    func forged(key: LedgerKey?) async throws {
        let store = try await filled()
        let forger = LedgerChain(key: try #require(key))
        let rows = try await store.read { try $0.rows(after: 0, limit: .max) }
        let reversal = LedgerEvent(subject: "u_7", kind: .reversal(.incident("i1")), occurred: day(4), by: "o")
        // Chained to the last by another key, at the end or in the place of an entry.
        let last = LedgerHead(number: 5, mac: rows[4].mac, key: forger.keyName, forgotten: 0)
        let added = forger.row(reversal, after: last, place: 4)
        let instead = forger.row(
            reversal, after: LedgerHead(number: 1, mac: rows[0].mac, key: forger.keyName, forgotten: 0), place: 2)
        let ways: [@Sendable ([LedgerRow]) -> [LedgerRow]] = [
            { $0.contains { $0.number == 5 || $0.place == 3 } ? $0 + [added] : $0 },
            { $0.map { $0.number == 2 ? instead : $0 } },
        ]
        for (index, way) in ways.enumerated() {
            let ledger = Ledger(TamperedStore(store, way), key: try testKey())
            #expect(try await !ledger.verify().isWhole, "way \(index)")
            await #expect(throws: LedgerError.self, "way \(index)") { try await ledger.points() }
        }
    }

    @Test("can swap no two entries, whatever their numbers are made to be")
    func swapped() async throws {
        let store = try await filled()
        let rows = try await store.read { try $0.rows(after: 0, limit: .max) }
        for (first, second) in [(1, 2), (2, 3), (1, 3), (1, 4), (3, 5)] {
            for keepsNumbers in [false, true] {
                var (a, b) = (rows[second - 1], rows[first - 1])
                if keepsNumbers {
                    (a.number, b.number) = (b.number, a.number)
                    (a.place, b.place) = (b.place, a.place)
                    (a.previous, b.previous) = (b.previous, a.previous)
                }
                let (one, two) = (a, b)
                let tampered = TamperedStore(store) { rows in
                    rows.map { $0.number == first ? one : $0.number == second ? two : $0 }
                }
                let ledger = Ledger(tampered, key: try testKey())
                #expect(try await !ledger.verify().isWhole, "\(first) and \(second)")
                let isOwn = second <= 3
                if isOwn || keepsNumbers {
                    await #expect(throws: LedgerError.self, "\(first) and \(second)") { try await ledger.points() }
                }
            }
        }
    }

    @Test("sees no personal text in what the chain commits to", arguments: 0..<RandomEvents.kindCount)
    func opened(kind: Int) throws {
        var events = RandomEvents(seed: 77 &+ UInt64(kind))
        let chain = LedgerChain(key: try testKey())
        for _ in 0..<20 {
            let row = chain.row(events.event(kind, subject: "mila"), after: .empty, place: 1)
            #expect(!row.open.contains("mila") && !row.open.contains("rosy"), "\(row.open)")
            // The same text is sealed by another digest each time.
            let again = chain.row(try chain.event(row), after: .empty, place: 1)
            #expect(again.personalSeal.digest != row.personalSeal.digest)
            #expect(again.bySeal.digest != row.bySeal.digest)
            #expect(again.personalSeal.salt?.utf8.count == 32)
        }
    }
}

/// A store whose head and terms are others than those that were written.
private final class ForgedStore: LedgerStore {
    private let store: any LedgerStore
    private let forgedHead: LedgerHead?
    private let forgedTerms: (@Sendable (String) -> [UInt8]?)?
    private let digests: [String]?

    init(
        _ store: any LedgerStore, head: LedgerHead? = nil, digests: [String]? = nil,
        terms: (@Sendable (String) -> [UInt8]?)? = nil
    ) {
        self.store = store
        forgedHead = head
        forgedTerms = terms
        self.digests = digests
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer {
        let (head, terms, digests) = (forgedHead, forgedTerms, digests)
        return try await store.read { rows in
            try body(ForgedRows(rows: rows, forgedHead: head, forgedTerms: terms, digests: digests))
        }
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer { try await store.write(body) }
}

private struct ForgedRows: LedgerReading {
    let rows: any LedgerReading
    let forgedHead: LedgerHead?
    let forgedTerms: (@Sendable (String) -> [UInt8]?)?
    let digests: [String]?

    func head() throws -> LedgerHead { try forgedHead ?? rows.head() }
    func count(of subject: String) throws -> Int64 { try rows.count(of: subject) }
    func rows(of subject: String, after place: Int64) throws -> [LedgerRow] {
        try rows.rows(of: subject, after: place)
    }
    func row(id: String) throws -> LedgerRow? { try rows.row(id: id) }
    func row(charge: String) throws -> LedgerRow? { try rows.row(charge: charge) }
    func rows(topic: String) throws -> [LedgerRow] { try rows.rows(topic: topic) }
    func rows(after number: Int64, limit: Int) throws -> [LedgerRow] { try rows.rows(after: number, limit: limit) }
    func terms(_ digest: String) throws -> [UInt8]? { try forgedTerms.map { $0(digest) } ?? rows.terms(digest) }
    func termsDigests() throws -> [String] { try digests ?? rows.termsDigests() }
    func counts() throws -> [(subject: String, count: Int64)] { try rows.counts() }
}
