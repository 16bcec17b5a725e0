import Testing

@testable import Bylaw

@Suite("What was changed behind the ledger's back")
struct VerificationTests {
    let terms = makeTerms()

    private func filled() async throws -> MemoryStore {
        let store = MemoryStore()
        let ledger = Ledger(store, key: try testKey())
        try await ledger.strike(3, terms: terms)
        try await ledger.strike(2, terms: terms, subject: "u_8")
        return store
    }

    /// Every way to change one row.
    static let changes: [(name: String, change: @Sendable (inout LedgerRow) -> Void)] = [
        ("number", { $0.number += 1 }), ("place", { $0.place += 1 }), ("subject", { $0.subject = "u_9" }),
        ("id", { $0.id += "x" }), ("charge", { $0.charge = "sha256:0" }), ("topic", { $0.topic = "other" }),
        ("points", { $0.open = $0.open.replacing("\"points\":1", with: "\"points\":0") }),
        ("time", { $0.open = $0.open.replacing("2024", with: "2023") }),
        ("personal", { $0.personal = $0.personal.replacing("u_7", with: "u_9") }), ("by", { $0.by = "nobody" }),
        ("personal seal", { $0.personalSeal.digest = "sha256:0" }), ("by seal", { $0.bySeal.digest = "sha256:0" }),
        ("salt", { $0.personalSeal.salt = "00" }), ("previous", { $0.previous = LedgerHead.beginning + "0" }),
        ("mac", { $0.mac = String($0.mac.reversed()) }), ("no JSON", { $0.open = "{" }),
        ("personal salt away", { $0.personalSeal.salt = nil }), ("by salt away", { $0.bySeal.salt = nil }),
    ]

    @Test("is found, and nobody's standing is another number for it", arguments: changes.indices)
    func rows(index: Int) async throws {
        let change = Self.changes[index]
        let store = try await filled()
        let tampered = TamperedStore(store) { rows in
            rows.map { row in
                guard row.number == 2 else { return row }
                var row = row
                change.change(&row)
                return row
            }
        }
        let ledger = Ledger(tampered, key: try testKey())
        let result = try await ledger.verify()
        #expect(!result.isWhole, "\(change.name)")
        do {
            let points = try await ledger.points()
            // What tells who it is may lack its seal; a number may not be another.
            #expect(change.name.hasSuffix("away") && points == 3, "\(change.name) gives \(points)")
        } catch {
            #expect(error is LedgerError, "\(change.name)")
        }
        #expect(try await ledger.points("u_8") == 2)
    }

    @Test("a row that is missing, doubled or swapped, and a count that is wrong")
    func missing() async throws {
        let store = try await filled()
        let ways: [@Sendable ([LedgerRow]) -> [LedgerRow]] = [
            { $0.filter { $0.number != 2 } }, { $0.filter { $0.number != 3 } }, { $0.filter { $0.number != 1 } },
            { $0.flatMap { $0.number == 2 ? [$0, $0] : [$0] } }, { Array($0.reversed()) },
        ]
        for (index, way) in ways.enumerated() {
            let ledger = Ledger(TamperedStore(store, way), key: try testKey())
            #expect(try await !ledger.verify().isWhole, "way \(index)")
            await #expect(throws: LedgerError.self, "way \(index)") { try await ledger.points() }
        }
        let counted = Ledger(TamperedStore(store, changesCounts: true) { $0 }, key: try testKey())
        #expect(try await !counted.verify().isWhole)
        await #expect(throws: LedgerError.missingEntries(subject: "u_7")) { try await counted.points() }
    }

    @Test("entries that were cut off at the end show by a head that was kept")
    func cutOff() async throws {
        let store = try await filled()
        let ledger = Ledger(store, key: try testKey())
        let kept = try await ledger.head()
        #expect(try await ledger.verify(against: [kept]).isWhole)
        // Another ledger by the same key, whose entries are as good in themselves, lacks the last.
        let shorter = Ledger(MemoryStore(), key: try testKey())
        try await shorter.strike(3, terms: terms)
        #expect(try await shorter.verify().isWhole)
        let result = try await shorter.verify(against: [kept])
        #expect(result.problems.map(\.reason) == ["the head that was kept is of entry 5, which is gone"])
        try await shorter.strike(2, terms: terms, subject: "u_8")
        // As long, and yet another: salts are random.
        #expect(try await !shorter.verify(against: [kept]).isWhole)
        #expect(LedgerHead(json: kept.json) == kept)
        #expect(LedgerHead(json: Array("{}".utf8)) == nil)
    }
}
