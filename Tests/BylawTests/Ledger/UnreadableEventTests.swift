import Testing

@testable import Bylaw

/// What a store keeps is read again; what could not be would stop the member's record for ever.
@Suite("An event that could not be read again")
struct UnreadableEventTests {
    private static func fact(_ keys: [Attribute]) -> LedgerEvent.Kind { .factGiven(.init("consent", keys)) }

    private static func deep(_ depth: Int) -> AttributeValue {
        (0..<depth).reduce(.bool(true)) { value, _ in .list([value]) }
    }

    static let kinds: [(name: String, kind: LedgerEvent.Kind)] = [
        ("twice the same key", fact([Attribute("by", "u_7"), Attribute("by", "u_8")])),
        ("a key twice, deep in it", fact([Attribute("a", .object([Attribute("x", 1), Attribute("x", 2)]))])),
        ("no number", fact([Attribute("n", .double(.nan))])),
        ("an infinite number", fact([Attribute("n", .double(-.infinity))])),
        ("too deep", fact([Attribute("n", deep(70))])),
        (
            "a negative duration",
            .sanction(
                .init(
                    tally: .init(
                        policy: "sharing-policy", version: .oneTwo, tally: "sharing", terms: makeTerms().digest),
                    sanction: .suspend, duration: .seconds(-1)))
        ),
    ]

    @Test("is refused, and the record stays readable", arguments: kinds.indices)
    func refused(index: Int) async throws {
        let store = MemoryStore()
        let ledger = Ledger(store)
        try await ledger.strike(1, terms: makeTerms())
        let event = LedgerEvent(id: "e", subject: "u_7", kind: Self.kinds[index].kind, occurred: day(1), by: "u_7")
        let error = await #expect(throws: LedgerError.self, "\(Self.kinds[index].name)") {
            try await ledger.append([event])
        }
        #expect(error?.code == "unreadable-event")
        #expect(try await Ledger(store).points() == 1)
        #expect(try await ledger.verify().isWhole)
    }

    @Test("is not one that holds whatever facts can hold")
    func taken() async throws {
        let store = MemoryStore()
        let ledger = Ledger(store)
        let keys = [
            Attribute("n", 2.0), Attribute("m", .double(-0.0)), Attribute("x", nil), Attribute("deep", Self.deep(40)),
            Attribute("é", "e\u{301}"), Attribute("e\u{301}", "\0"), Attribute("", .int(.min)),
        ]
        try await ledger.append([LedgerEvent(subject: "u_7", kind: Self.fact(keys), occurred: day(1), by: "u_7")])
        let facts = try await Ledger(store).facts(of: "u_7", at: day(2))
        #expect(facts.count == 1)
        // The same again is the same.
        let again = try await Ledger(store).append([
            LedgerEvent(subject: "u_7", kind: Self.fact(keys), occurred: day(1), by: "u_7")
        ])
        #expect(again.events.isEmpty)
        #expect(try await ledger.verify().isWhole)
    }
}
