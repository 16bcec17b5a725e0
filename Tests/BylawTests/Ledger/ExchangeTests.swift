import Synchronization
import Testing

@testable import Bylaw

@Suite("A ledger that is exported and imported")
struct ExchangeTests {
    let terms = makeTerms()

    private func export(_ ledger: Ledger) async throws -> [[UInt8]] {
        let lines = Mutex<[[UInt8]]>([])
        try await ledger.export { line in lines.withLock { $0.append(line) } }
        return lines.withLock { $0 }
    }

    private func ledger(_ store: any LedgerStore = MemoryStore()) throws -> Ledger { Ledger(store, key: try testKey()) }

    private func filled() async throws -> (ledger: Ledger, store: MemoryStore) {
        let store = MemoryStore()
        let ledger = try ledger(store)
        try await ledger.strike(3, terms: terms)
        try await ledger.strike(2, terms: terms, subject: "u_8")
        try await ledger.carryOutAll(of: "u_7", by: "host", at: day(4))
        try await ledger.reverse(incident: "i1", by: "council", at: day(6))
        return (ledger, store)
    }

    private func rows(_ store: MemoryStore) async throws -> [LedgerRow] {
        try await store.read { try $0.rows(after: 0, limit: .max) }
    }

    @Test("is the same ledger: rows, head, terms, counts and standing")
    func same() async throws {
        let (ledger, store) = try await filled()
        let lines = try await export(ledger)
        #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\n") && $0.count { $0 == UInt8(ascii: "\n") } == 1 })
        let copied = MemoryStore()
        let copy = try self.ledger(copied)
        #expect(try await copy.import(lines) == ledger.head().number)
        #expect(try await rows(copied) == rows(store))
        #expect(try await copy.head() == ledger.head())
        #expect(try await copy.terms() == ledger.terms())
        for subject in ["u_7", "u_8", "u_9"] {
            let standing = try await copy.standing(of: subject, at: day(30))
            #expect(try await standing == ledger.standing(of: subject, at: day(30)))
        }
        #expect(try await copy.verify(against: [ledger.head()]).problems == [])
        #expect(try await export(copy) == lines)
        // Lines need no line break, and empty ones are passed over.
        let bare = lines.flatMap { [Array($0.dropLast()), []] }
        #expect(try await copy.import(bare) == 0)
        // Both go on alike.
        for ledger in [ledger, copy] {
            #expect(try await ledger.append([makeStrike("n", on: day(9), terms: terms)]).events.count == 1)
        }
        #expect(try await copy.standing(of: "u_7", at: day(30)) == ledger.standing(of: "u_7", at: day(30)))
    }

    @Test("can be imported again, further, and after any interruption")
    func resumed() async throws {
        let (ledger, _) = try await filled()
        let lines = try await export(ledger)
        for length in 0...lines.count {
            let copy = try self.ledger()
            try await copy.import(lines.prefix(length))
            #expect(try await copy.verify().problems == [], "after \(length) lines")
            // Terms come first, so whatever was imported can be counted.
            _ = try await copy.standing(of: "u_7", at: day(30))
            let known = try await copy.head().number
            #expect(try await copy.import(lines) == ledger.head().number - known)
            #expect(try await copy.head() == ledger.head())
        }
    }

    @Test("keeps hundreds of lines at a time, and those alone where one later is refused")
    func batches() async throws {
        let ledger = try ledger()
        try await ledger.append(
            (0..<700).map { makeStrike("i\($0)", on: day(1, $0), subject: "u_\($0 % 7)", terms: terms) }, terms: [terms]
        )
        let lines = try await export(ledger)
        let copy = try self.ledger()
        var broken = lines
        broken[650] = Array("{}".utf8)
        await #expect(throws: LedgerError.importRefused(line: 651, reason: "it is no line of an exported ledger")) {
            try await copy.import(broken)
        }
        // The head's line and that of the terms are no entries.
        #expect(try await copy.head().number == 498)
        #expect(try await copy.verify().isWhole)
        #expect(try await copy.import(lines) == 202)
        #expect(try await copy.head() == ledger.head())
    }

    @Test("is refused where a line is missing, changed, doubled or another ledger's, and says which line")
    func refused() async throws {
        let (ledger, _) = try await filled()
        let lines = try await export(ledger)
        let other = try self.ledger()
        try await other.strike(4, terms: terms)
        let others = try await export(other)
        func refusal(_ lines: [[UInt8]], into store: MemoryStore = MemoryStore()) async throws -> Int? {
            let copy = try self.ledger(store)
            let number = try await copy.head().number
            let error = await #expect(throws: LedgerError.self) { try await copy.import(lines) }
            #expect(try await copy.head().number == number)
            #expect(try await copy.verify().isWhole)
            guard case .importRefused(let line, _)? = error else { return nil }
            return line
        }
        // Line 1 is the head's, line 2 that of the terms, line 3 the first entry's.
        for index in 2..<lines.count - 1 {
            var missing = lines
            missing.remove(at: index)
            #expect(try await refusal(missing) == index + 1)
            var mixed = lines
            mixed[index] = others[min(index, 5)]
            #expect(try await refusal(mixed) == (index == 2 ? 4 : index + 1))
            var swapped = lines
            swapped.swapAt(index, index + 1)
            #expect(try await refusal(swapped) == index + 1)
        }
        for index in lines.indices {
            var cut = lines
            cut[index].removeLast(3)
            #expect(try await refusal(cut) == index + 1)
        }
        // An entry that is there already is let be.
        var doubled = lines
        doubled.insert(lines[4], at: 6)
        #expect(try await self.ledger().import(doubled) == ledger.head().number)
        let store = MemoryStore()
        try await self.ledger(store).import(others)
        #expect(try await refusal(lines, into: store) == 3)
    }

    @Test("is refused where anything in an entry was changed")
    func changed() async throws {
        let (ledger, _) = try await filled()
        let lines = try await export(ledger)
        let changes = [
            ("\"points\\\":1", "\"points\\\":0"), ("u_7", "u_9"), ("service", "nobody"), ("2024", "2023"),
            ("\"place\":1", "\"place\":2"), ("\"number\":1", "\"number\":2"), ("sha256:", "sha256:0"),
            ("\"mac\":\"", "\"mac\":\"0"), ("\"previous\":\"", "\"previous\":\"0"),
        ]
        for (old, new) in changes {
            var changed = lines
            let text = String(decoding: lines[2], as: UTF8.self)
            changed[2] = Array(text.replacing(old, with: new).utf8)
            #expect(changed[2] != lines[2], "\(old)")
            let copy = try self.ledger()
            await #expect(throws: LedgerError.self, "\(old)") { try await copy.import(changed) }
            #expect(try await copy.head() == .empty)
        }
        // Terms by another digest, or others by that digest.
        for (old, new) in [("180d", "18d"), ("sha256:", "sha256:0")] {
            var changed = lines
            changed[1] = Array(String(decoding: lines[1], as: UTF8.self).replacing(old, with: new).utf8)
            let copy = try self.ledger()
            let error = await #expect(throws: LedgerError.self) { try await copy.import(changed) }
            #expect(error?.code == "damaged-terms")
            #expect(try await copy.terms().isEmpty)
        }
    }

    @Test("needs the key by which it is chained")
    func keys() async throws {
        let (ledger, _) = try await filled()
        let lines = try await export(ledger)
        let other = try testKey("another secret of sixteen bytes")
        for key in [other, .none] {
            let copy = Ledger(MemoryStore(), key: key)
            await #expect(throws: LedgerError.wrongKey(expected: try ledger.head().key)) {
                try await copy.import(lines)
            }
            // Without the line that says so it shows by the first entry.
            let error = await #expect(throws: LedgerError.self) { try await copy.import(lines[1...]) }
            #expect(error?.code == "damaged-entry")
            #expect(try await copy.head() == .empty)
        }
        #expect(try await !ledger.head().key.contains("secret"))
    }
}
