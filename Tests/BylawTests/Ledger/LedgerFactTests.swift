import Testing

@testable import Bylaw

@Suite("Facts that a ledger holds")
struct LedgerFactTests {
    private static let keys = [Attribute("by", "u_7"), Attribute("revision", 2)]

    private func given(
        _ keys: [Attribute] = keys, on number: Int, recorded: Int? = nil, until: Int? = nil, name: String = "consent"
    ) -> LedgerEvent {
        LedgerEvent(
            id: "given \(number)", subject: "u_7", kind: .factGiven(.init(name, keys, until: until.map { day($0) })),
            occurred: day(number), recorded: recorded.map { day($0) }, by: "u_7")
    }

    private func withdrawn(
        _ keys: [Attribute] = keys, on number: Int, recorded: Int? = nil, name: String = "consent"
    ) -> LedgerEvent {
        LedgerEvent(
            id: "withdrawn \(number)", subject: "u_7", kind: .factWithdrawn(.init(name, keys)), occurred: day(number),
            recorded: recorded.map { day($0) }, by: "u_7")
    }

    private func holds(_ events: [LedgerEvent], _ time: Timestamp) -> Bool {
        let facts = events.facts(at: time)
        #expect(events.reversed().facts(at: time) == facts, "in another order")
        return !facts.isEmpty
    }

    @Test("hold from the moment at which they are given and known to the one at which they end")
    func edges() {
        #expect(!holds([given(on: 2)], day(2, -1)))
        #expect(holds([given(on: 2)], day(2)))
        #expect(holds([given(on: 2, until: 5)], day(5, -1)))
        #expect(!holds([given(on: 2, until: 5)], day(5)))
        // Nobody could know of it before; nor does it hold before it is given.
        #expect(!holds([given(on: 2, recorded: 4)], day(3)))
        #expect(!holds([given(on: 4, recorded: 2)], day(3)))
        #expect([given(on: 2, recorded: 4)].facts(at: day(4)).map(\.at) == [day(2)])
    }

    @Test("end where they are withdrawn, and hold again where they are given again")
    func withdrawals() {
        let events = [given(on: 2), withdrawn(on: 4), given(on: 6)]
        #expect([1, 2, 3, 4, 5, 6, 7].filter { holds(events, day($0)) } == [2, 3, 6, 7])
        // One that comes late works from when it is known, but counts by when it was said.
        let late = [given(on: 2), withdrawn(on: 3, recorded: 8), given(on: 6)]
        #expect([1, 2, 5, 6, 9].filter { holds(late, day($0)) } == [2, 5, 6, 9])
        #expect(late.facts(at: day(7)).count == 2)
        #expect(late.facts(at: day(9)).map(\.at) == [day(6)])
    }

    @Test("are the same by their name and keys, in whatever order these come")
    func keys() {
        let reordered = [Attribute("revision", 2), Attribute("by", "u_7")]
        #expect(!holds([given(on: 2), withdrawn(reordered, on: 4)], day(5)))
        for other in [
            [Attribute("by", "u_7"), Attribute("revision", 1)], [Attribute("by", "u_7")], [],
            Self.keys + [Attribute("more", true)],
        ] {
            #expect(holds([given(on: 2), withdrawn(other, on: 4)], day(5)))
        }
        #expect(holds([given(on: 2), withdrawn(on: 4, name: "disclosed")], day(5)))
        // In what order a list comes does matter.
        let lists: [AttributeValue] = [["a", "b"], ["b", "a"]]
        #expect(
            holds([given([Attribute("of", lists[0])], on: 2), withdrawn([Attribute("of", lists[1])], on: 4)], day(5)))
    }

    @Test("are as if never given once that is reversed, and so is a withdrawal")
    func reversals() {
        func reversal(_ id: String, on number: Int) -> LedgerEvent {
            LedgerEvent(subject: "u_7", kind: .reversal(.event(id: id)), occurred: day(number), by: "office")
        }
        #expect(!holds([given(on: 2), reversal("given 2", on: 4)], day(5)))
        let restored = [given(on: 2), withdrawn(on: 3), reversal("withdrawn 3", on: 5)]
        #expect(!holds(restored, day(4)))
        #expect(holds(restored, day(5)))
    }

    @Test("are given to requests by the ledger that holds them")
    func requests() async throws {
        let evaluator = Evaluator(
            try Judging.policies(
                """
                otherwise: allow
                facts: { consent: { by: post.author.id, revision: post.revision } }
                rules: { consent: { require: fact('consent'), else: deny } }

                """))
        let ledger = Ledger(MemoryStore())
        let request = try Judging.request()
        #expect(await ledger.judge(request, by: evaluator).outcome == .deny)
        let keys = [Attribute("by", "u_9"), Attribute("revision", 2)]
        try await ledger.add(.factGiven(.init("consent", keys)), to: "u_9", by: "u_9", at: request.time)
        #expect(await ledger.judge(request, by: evaluator).outcome == .allow)
        try await ledger.add(
            .factWithdrawn(.init("consent", keys)), to: "u_9", by: "u_9", at: request.time.advanced(by: .seconds(60)))
        #expect(await ledger.judge(request, by: evaluator).outcome == .allow)
        var later = request
        later.time = request.time.advanced(by: .seconds(60))
        #expect(await ledger.judge(later, by: evaluator).outcome == .deny)
    }
}
