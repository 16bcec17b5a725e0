import Synchronization
import Testing

@testable import Bylaw

@Suite("A member who is forgotten")
struct LedgerErasureTests {
    let terms = makeTerms()

    private func export(_ ledger: Ledger) async throws -> [[UInt8]] {
        let lines = Mutex<[[UInt8]]>([])
        try await ledger.export { line in lines.withLock { $0.append(line) } }
        return lines.withLock { $0 }
    }

    private func text(_ ledger: Ledger) async throws -> String {
        try await export(ledger).map { String(decoding: $0, as: UTF8.self) }.joined()
    }

    private func filled() async throws -> Ledger {
        let ledger = Ledger(MemoryStore(), key: try testKey())
        try await ledger.strike(2, terms: terms, subject: "mila")
        try await ledger.strike(1, terms: terms, subject: "rosy")
        try await ledger.add(
            .factGiven(.init("relationship", [Attribute("by", "rosy"), Attribute("with", "mila")])), to: "rosy",
            by: "rosy", at: day(5))
        try await ledger.add(.roleGranted("mentor"), to: "rosy", by: "mila", at: day(6))
        try await ledger.openAppeal(ofIncident: "i1", member: "mila", by: "mila", at: day(7))
        return ledger
    }

    @Test("stands nowhere any more, keeps the points, and leaves the chain whole")
    func forgotten() async throws {
        let ledger = try await filled()
        let before = try await ledger.standing(of: "mila", at: day(50))
        #expect(try await text(ledger).contains("mila"))
        let event = try #require(try await ledger.forget("mila", by: "office", at: day(40)))
        #expect(!event.subject.contains("mila"))
        #expect(try await !text(ledger).contains("mila"))
        #expect(try await text(ledger).contains("rosy"))
        #expect(try await ledger.verify().problems == [])
        #expect(try await ledger.head().forgotten == 1)
        // The numbers are what they were, under the pseudonym and under the old id.
        let after = try await ledger.standing(of: "mila", at: day(50))
        #expect(after.tallies == before.tallies)
        #expect(after.suspensions == before.suspensions)
        #expect(after.subject == "mila")
        #expect(try await ledger.points(event.subject) == 2)
        #expect(try await ledger.standing(of: "rosy", at: day(50)).roles == ["mentor"])
        // Nothing more is there to forget.
        #expect(try await ledger.forget("mila", by: "office", at: day(41)) == nil)
        #expect(try await ledger.forget("nobody", by: "office", at: day(41)) == nil)
    }

    @Test("pays nothing twice, and goes on under the pseudonym")
    func retry() async throws {
        let ledger = try await filled()
        try await ledger.forget("mila", by: "office", at: day(40))
        let again = try await ledger.append([makeStrike("i1", on: day(1), subject: "mila", terms: terms)])
        #expect(again.events.isEmpty)
        let new = try await ledger.append([makeStrike("i9", on: day(45), subject: "mila", terms: terms)])
        #expect(new.events.count == 1)
        #expect(try await ledger.points("mila") == 3)
        #expect(try await !text(ledger).contains("mila"))
        #expect(try await ledger.verify().isWhole)
        // The appeal that was open can still be decided, by its pseudonym.
        let appeal = try #require(
            try await ledger.events(of: "mila").first { if case .appealOpened = $0.kind { true } else { false } })
        try await ledger.decideAppeal(appeal.id, overturns: true, by: "council", at: day(46))
        #expect(try await ledger.points("mila") == 2)
    }

    @Test("can be one of two who name one another", arguments: [["mila", "rosy"], ["rosy", "mila"]])
    func both(order: [String]) async throws {
        let ledger = try await filled()
        for (index, member) in order.enumerated() {
            try await ledger.forget(member, by: "office", at: day(40 + index))
            #expect(try await ledger.verify().problems == [], "after \(member)")
        }
        let text = try await text(ledger)
        #expect(!text.contains("mila") && !text.contains("rosy"))
        #expect(try await ledger.points("rosy") == 1)
        #expect(try await ledger.head().forgotten == 2)
    }

    @Test("needs a key, and what no erasure tells of is no erasure")
    func guarded() async throws {
        await #expect(throws: LedgerError.keyNeeded) {
            try await Ledger(MemoryStore()).forget("mila", by: "office", at: day(1))
        }
        let store = MemoryStore()
        let ledger = Ledger(store, key: try testKey())
        try await ledger.strike(2, terms: terms, subject: "mila")
        try await ledger.strike(1, terms: terms, subject: "rosy")
        try await ledger.forget("mila", by: "office", at: day(9))
        let pseudonym = try testKey().pseudonym(of: "mila")
        // Somebody puts another's strike to the forgotten one's account.
        let moved = TamperedStore(store) { rows in
            rows.map { row in
                guard row.subject == "rosy" else { return row }
                var row = row
                row.personal = row.personal.replacing("rosy", with: pseudonym)
                row.subject = pseudonym
                row.personalSeal.salt = nil
                return row
            }
        }
        #expect(try await !Ledger(moved, key: testKey()).verify().isWhole)
    }

    @Test("is forgotten in what is exported and imported too")
    func exchanged() async throws {
        let ledger = try await filled()
        try await ledger.forget("mila", by: "office", at: day(40))
        let copy = Ledger(MemoryStore(), key: try testKey())
        let lines = try await export(ledger)
        #expect(try await copy.import(lines) == 7)
        #expect(try await copy.import(lines) == 0)
        #expect(try await copy.head() == ledger.head())
        #expect(try await copy.verify().isWhole)
        #expect(try await copy.points("mila") == 2)
        // The original goes on, and the copy follows.
        try await ledger.append([makeStrike("i9", on: day(45), subject: "rosy", terms: terms)])
        #expect(try await copy.import(export(ledger)) == 1)
        #expect(try await copy.points("rosy") == 2)
    }

    @Test("an import refuses what does not fit, and says where")
    func refused() async throws {
        let ledger = try await filled()
        let lines = try await export(ledger)
        func refusal(_ lines: [[UInt8]], key: LedgerKey? = nil, into store: MemoryStore = MemoryStore()) async throws
            -> LedgerError?
        {
            do {
                try await Ledger(store, key: key ?? testKey()).import(lines)
                return nil
            } catch let error as LedgerError {
                return error
            }
        }
        #expect(try await refusal(lines, key: testKey("another secret of sixteen bytes"))?.code == "wrong-key")
        #expect(
            try await refusal(lines.filter { $0 != lines[3] })
                == .importRefused(line: 4, reason: "it does not follow entry 1"))
        #expect(
            try await refusal([Array("[]".utf8)])
                == .importRefused(line: 1, reason: "it is no line of an exported ledger"))
        #expect(try await refusal([Array("nonsense".utf8)]) == .importRefused(line: 1, reason: "it is no JSON"))
        var changed = lines
        changed[2] = Array(String(decoding: lines[2], as: UTF8.self).replacing("mila", with: "mina").utf8)
        #expect(try await refusal(changed)?.code == "damaged-entry")
        // Another ledger's entries do not follow those that are there.
        let other = MemoryStore()
        try await Ledger(other, key: testKey()).strike(1, terms: terms)
        #expect(try await refusal(lines, into: other)?.code == "import-refused")
    }
}
