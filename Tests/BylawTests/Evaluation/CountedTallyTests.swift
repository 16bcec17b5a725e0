import Testing

@testable import Bylaw

@Suite("A tally that is counted by something else than the actor")
struct CountedTallyTests {
    static let body = """
        otherwise: allow
        tallies:
          authors:
            within: 180d
            per: post.author.id
            ladder: [{ at: 2, sanction: suspend, from: share, for: 14d }]
        rules:
          rumour: { on: share, when: share.label == 'rumor', then: deny, strike: { authors: 1 } }
          known: { on: share, when: "standing.points('authors') > 0 && share.label == 'fact'", then: deny }

        """

    private func evaluator() throws -> Evaluator { Evaluator(try Judging.policies(Self.body)) }

    private func request(
        _ label: AttributeValue, _ incident: String = "i1", stage: Stage = .done, author: String = "u_9"
    ) throws -> Request {
        var request = try Judging.request()
        request.stage = stage
        request.incident = incident
        request.id = "\(incident)-\(stage)"
        request.action.attributes["label"] = label
        request.resource.attributes["author"] = ["id": .string(author)]
        return request
    }

    @Test("charges it, tells its points, and suspends what concerns it")
    func counts() async throws {
        let evaluator = try evaluator()
        let ledger = Ledger(MemoryStore())
        for incident in ["i1", "i2"] {
            let request = try request("rumor", incident)
            let decision = await ledger.judge(request, by: evaluator)
            #expect(decision.strikes.map(\.subject) == ["u_9"])
            try await ledger.record(decision, of: request, judgedBy: evaluator, by: "host")
        }
        #expect(try await ledger.standing(of: "u_7", at: request("fact").time).tallies.isEmpty)
        let about = await ledger.judge(try request("none", "i3", stage: .proposed), by: evaluator)
        #expect(about.reason == .suspended)
        // About another author nothing stands against it.
        let other = await ledger.judge(try request("fact", "i4", stage: .proposed, author: "u_8"), by: evaluator)
        #expect(other.outcome == .allow)
        try await ledger.reverse(incident: "i2", by: "o", at: request("fact").time)
        let known = await ledger.judge(try request("fact", "i5", stage: .proposed), by: evaluator)
        #expect(known.matched == ["known"])
        #expect(evaluator.subjects(of: try request("fact")) == ["u_7", "u_9"])
    }

    @Test("holds where that one's standing was not given, or cannot be told")
    func missing() throws {
        let evaluator = try evaluator()
        let own = Standing(subject: "u_7")
        let request = try request("fact", stage: .proposed)
        let decision = evaluator.judge(request, standing: .known(own))
        #expect(decision.outcome == .hold)
        #expect(decision.errors.map(\.rule) == ["authors", "known"])
        var complete = own
        complete.related = [Standing(subject: "u_9")]
        #expect(evaluator.judge(request, standing: .known(complete)).outcome == .allow)
        #expect(evaluator.judge(request, standing: .none).outcome == .allow)
        #expect(evaluator.judge(request, standing: .unavailable).outcome == .hold)
        var lacking = request
        lacking.resource.attributes["author"] = nil
        #expect(evaluator.judge(lacking, standing: .known(complete)).outcome == .hold)
    }

    @Test("a member of the same id is not suspended by it")
    func sameID() throws {
        var standing = Standing(subject: "u_7")
        let now = try request("fact").time
        // The tally's ladder suspended an author who happens to be called as the actor is; here he is not the author.
        standing.suspensions = [.init(policy: "test.sharing", actions: ["share"], from: now, until: nil)]
        standing.sanctions = [
            .init(
                policy: "test.sharing", tally: "authors",
                rung: Rung(at: 2, sanction: .suspend, actions: ["share"]), event: "e", from: now)
        ]
        standing.related = [Standing(subject: "u_9")]
        let decision = try evaluator().judge(request("none", stage: .proposed), standing: .known(standing))
        #expect(decision.reason != .suspended)
    }
}
