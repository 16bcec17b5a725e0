import Testing

@testable import Bylaw

@Suite("Who may not decide")
struct RecusalTests {
    /// `ann` acted, `bob` wrote it, `tia` reported it, `joe` is concerned too.
    static let parties = CaseParties(actor: "ann", subject: "bob", reporter: "tia", others: ["joe", "ann"])

    @Test(
        "is told by an expression over reviewer and case",
        arguments: [
            // The expression, then whom it recuses of the seven below.
            ("reviewer.relatedTo(case.parties)", "ann bob tia joe kim+tia"),
            ("reviewer.relatedTo(case.actor)", "ann"), ("reviewer.relatedTo(case.subject)", "bob"),
            ("reviewer.relatedTo(case.reporter)", "tia kim+tia"), ("reviewer.id == case.actor", "ann"),
            ("reviewer.id in case.parties", "ann bob tia joe"), ("'guest' in reviewer.roles", "guest"),
            ("case.reporter == 'tia' && reviewer.related.size() > 0", "kim+tia"),
            ("reviewer.related.exists(r, r in case.parties)", "kim+tia"),
            ("!reviewer.relatedTo(case.parties)", "kim guest"), ("false", ""),
            // What cannot be evaluated recuses everybody.
            ("reviewer.roles[7] == 'x'", "ann bob tia joe kim kim+tia guest"),
        ])
    func expressions(text: String, recused: String) throws {
        let recusal = try #require(Recusal(text))
        let members = ["ann", "bob", "tia", "joe", "kim"].map { ($0, Reviewer(id: $0, roles: ["council"])) }
        let people =
            members + [
                ("kim+tia", Reviewer(id: "kim", roles: ["council"], related: ["max", "tia"])),
                ("guest", Reviewer(id: "kim", roles: ["council", "guest"])),
            ]
        let found = people.filter { recusal.recuses($0.1, from: Self.parties) }.map(\.0)
        #expect(found.joined(separator: " ") == recused)
    }

    @Test("is everybody by an expression that is wrong")
    func wrong() {
        #expect(Recusal("reviewer.relatedTo(") == nil)
        #expect(Recusal("reviewer.age > 3") == nil)
        let tier = ReviewTier(name: "t", who: ["council"], recuseWhen: "reviewer.age > 3")
        #expect(CaseCount([], tier, roster: council(3), parties: Self.parties).active.isEmpty)
    }

    @Test("knows each party once; whoever acted is the subject where nobody else is")
    func parties() {
        #expect(Self.parties.all == ["ann", "bob", "tia", "joe"])
        #expect(CaseParties(actor: "ann").subject == "ann")
        #expect(CaseParties(actor: "ann", reporter: "ann").all == ["ann"])
        // Where nobody reported it nobody is related to who did, not even one without an id.
        let silent = CaseParties(actor: "ann")
        #expect(Recusal("reviewer.relatedTo(case.reporter)")?.recuses(.init(id: "", roles: []), from: silent) == false)
    }
}
