import Testing

@testable import Bylaw

@Suite("Who may do this at all")
struct PermissionTests {
    static let text =
        Hall.head().replacing("otherwise: allow", with: "otherwise: deny") + """
            roles: { mayor: , moderator: { granted-by: [mayor] } }
            rules:
              mayors: { when: "'mayor' in member.roles", then: allow }
              moderators: { when: "standing.hasRole('moderator') && post.text == 'notice'", then: allow }

            """

    private func hall() throws -> Hall { try Hall(["p.yaml": Self.text], ledger: Ledger(MemoryStore())) }

    @Test(
        "is told by a policy that denies where no rule allows",
        arguments: [
            ([], "notice", Outcome.deny), (["guest"], "notice", .deny), (["Mayor"], "notice", .deny),
            (["mayor"], "anything", .allow), (["moderator"], "notice", .allow), (["moderator"], "anything", .deny),
            (["guest", "moderator", "mayor"], "anything", .allow),
        ])
    func hostRoles(roles: [String], text: String, outcome: Outcome) async throws {
        let decision = try await hall().judge(Hall.request("i", text, roles: roles))
        #expect(decision.outcome == outcome)
        #expect(decision.reason == (outcome == .deny ? .otherwise : .rules))
    }

    @Test("is opened by no other policy")
    func otherPolicies() async throws {
        let open = Hall.head("town.open") + "rules: { all: { when: true, then: allow } }\n"
        let hall = try Hall(["p.yaml": Self.text, "open.yaml": open], ledger: Ledger(MemoryStore()))
        #expect(await hall.judge(Hall.request()).outcome == .deny)
        #expect(await hall.judge(Hall.request(roles: ["mayor"])).outcome == .allow)
    }

    @Test("goes by the host's roles and the ledger's, without those that were lost")
    func ledgerRoles() async throws {
        let hall = try hall()
        func outcome(_ time: Timestamp, _ roles: [String] = []) async -> Outcome {
            await hall.judge(Hall.request("i", "anything", on: time, roles: roles)).outcome
        }
        try await hall.add(.roleGranted("mayor"), to: "ann", at: day(2))
        #expect(await outcome(day(2, -1)) == .deny)
        #expect(await outcome(day(2)) == .allow)
        try await hall.add(.roleRevoked("mayor"), to: "ann", at: day(3))
        // Whatever the host says.
        #expect(await outcome(day(3), ["mayor"]) == .deny)
        #expect(await outcome(day(3, -1), ["mayor"]) == .allow)
        try await hall.add(.roleGranted("mayor"), to: "ann", at: day(4))
        #expect(await outcome(day(4)) == .allow)
        // Another member is another matter.
        #expect(await hall.judge(Hall.request("i", "anything", on: day(4), by: "bob")).outcome == .deny)
    }

    @Test("needs the standing, which requirements say; without it nobody gets through")
    func requirements() throws {
        let hall = try hall()
        let needed = hall.evaluator.requirements(for: "post")
        #expect(needed.standing)
        #expect(needed.attributes == ["action.text", "actor.roles"])
        let plain = try Hall("rules: { r: { when: \"post.text == 'x'\", then: deny } }\n")
        #expect(!plain.evaluator.requirements(for: "post").standing)
        let mayor = Hall.request("i", "anything", roles: ["mayor"])
        #expect(hall.evaluator.judge(mayor, standing: .unavailable).outcome != .allow)
        #expect(hall.evaluator.judge(mayor, standing: .none).outcome == .allow)
    }

    @Test("a role that nobody declares is a slip")
    func slips() throws {
        let error = try #require(throws: PolicyErrors.self) {
            try Hall(
                ["p.yaml": Self.text.replacing("hasRole('moderator')", with: "hasRole('moderater')")],
                ledger: Ledger(MemoryStore()))
        }
        #expect(error.diagnostics.map(\.code) == ["unknown-role"])
        #expect(error.diagnostics.first?.help == "did you mean `moderator`?")
    }
}
