import Testing

@testable import Bylaw

/// A tally that is counted by an attribute in the actor's place, from the policy to the ledger and back.
@Suite("A tally that counts somebody else")
struct CountedElsewhereTests {
    static let body = """
        otherwise: allow
        tallies:
          circles:
            within: 180d
            per: post.author.id
            ladder:
              - { at: 1, sanction: remind }
              - { at: 2, sanction: suspend, from: share, for: 14d }
          own: { within: 180d, ladder: [{ at: 5, sanction: suspend, for: 1d }] }
        rules:
          rumors:
            on: share
            when: share.label == 'rumor'
            then: deny
            strike: { circles: 1, own: 1 }
          tired: { on: share, when: "standing.points('circles') == 1", then: hold, await: { fact: consent } }
        facts: { consent: { by: post.author.id } }

        """

    private func evaluator(_ body: String = body) throws -> Evaluator { Evaluator(try Judging.policies(body)) }

    private func request(_ incident: String, _ time: Timestamp, label: AttributeValue = "rumor") throws -> Request {
        var request = try Judging.request()
        (request.incident, request.time, request.stage) = (incident, time, .done)
        request.action.attributes["label"] = label
        return request
    }

    /// Judges and records what was done.
    @discardableResult
    private func record(_ ledger: Ledger, _ request: Request) async throws -> Decision {
        let evaluator = try evaluator()
        let decision = await ledger.judge(request, by: evaluator) { Issue.record($0) }
        try await ledger.record(decision, of: request, judgedBy: evaluator, by: "service")
        return decision
    }

    private func points(_ ledger: Ledger, _ subject: String, _ tally: String) async throws -> Int {
        try await ledger.standing(of: subject, at: day(20)).points(policy: "test.sharing", tally: tally)
    }

    @Test("charges it, reads its points and stops what concerns it, and nobody else")
    func endToEnd() async throws {
        let ledger = Ledger(MemoryStore())
        let first = try await record(ledger, try request("i1", day(1)))
        #expect(first.outcome == .deny)
        #expect(first.strikes.map(\.subject).sorted() == ["u_7", "u_9"])
        for (subject, tally, count) in [
            ("u_9", "circles", 1), ("u_9", "own", 0), ("u_7", "circles", 0), ("u_7", "own", 1),
        ] {
            #expect(try await points(ledger, subject, tally) == count, "\(tally) of \(subject)")
        }
        // What the rule reads is the author's standing, whoever acts.
        let read = await ledger.judge(try request("i2", day(2), label: "none"), by: try evaluator())
        #expect(read.outcome == .hold)
        #expect(read.matched == ["tired"])
        #expect(try evaluator().subjects(of: try request("i2", day(2))) == ["u_7", "u_9"])
        // Another who acts on the same author's post: the second point suspends the author's posts from being shared.
        var other = try request("i3", day(3))
        other.actor.id = "u_8"
        try await record(ledger, other)
        #expect(try await ledger.standing(of: "u_9", at: day(4)).suspensions.map(\.actions) == [["share"]])
        #expect(try await ledger.standing(of: "u_8", at: day(4)).suspensions.isEmpty)
        for actor in ["u_7", "u_8", "u_10"] {
            var later = try request("i4", day(4), label: "none")
            later.actor.id = actor
            let decision = await ledger.judge(later, by: try evaluator())
            #expect(decision.outcome == .deny, "\(actor)")
            #expect(decision.reason == .suspended)
            later.resource.attributes["author"] = ["id": "u_11", "company": "Acme"]
            #expect(await ledger.judge(later, by: try evaluator()).outcome == .allow, "\(actor) elsewhere")
            later.time = day(17)
            later.resource.attributes["author"] = ["id": "u_9", "company": "Acme"]
            #expect(await ledger.judge(later, by: try evaluator()).outcome == .allow, "\(actor) once it is over")
        }
        // The author acts on somebody else's post: nothing of it concerns that.
        var authors = try request("i5", day(4), label: "none")
        authors.actor.id = "u_9"
        authors.resource.attributes["author"] = ["id": "u_11", "company": "Acme"]
        #expect(await ledger.judge(authors, by: try evaluator()).outcome == .allow)
    }

    @Test("is asked for only where a rule about the action would charge it")
    func elsewhere() throws {
        let body = """
            otherwise: allow
            tallies: { own: { within: 180d, ladder: [{ at: 5, sanction: suspend, for: 1d }] } }
            rules:
              repeated: { on: share, when: share.count > 9, then: deny, strike: { own: 1, to: post.author.id } }
              leaked: { on: read, when: read.via == 'leak', then: deny, strike: { own: 1, to: post.id } }
              posted: { when: post.revision > 9, then: deny, strike: { own: 1, to: post.circle.visibility } }

            """
        #expect(try evaluator(body).subjects(of: Judging.request()) == ["u_7", "u_9", "public"])
    }

    @Test("says what the incident has cost it already where the same incident comes again")
    func again() async throws {
        let ledger = Ledger(MemoryStore())
        let request = try request("i1", day(1))
        let first = try await record(ledger, request)
        let second = try await record(ledger, request)
        #expect(second.strikes == first.strikes)
        #expect(second.outcome == first.outcome)
        #expect(try await points(ledger, "u_9", "circles") == 1)
        #expect(try await ledger.head().number == 2)
    }

    @Test("holds where its standing was not given, cannot be had, or nobody can tell whose it is")
    func missing() throws {
        let request = try request("i1", day(1), label: "none")
        let own = Standing(subject: "u_7")
        var known = own
        known.related = [Standing(subject: "u_9")]
        #expect(try evaluator().judge(request, standing: .known(known)).outcome == .allow)
        #expect(try evaluator().judge(request, standing: .none).outcome == .allow)
        let missing = try evaluator().judge(request, standing: .known(own))
        #expect(missing.outcome == .hold)
        #expect(missing.reason == .fault)
        #expect(missing.errored == ["tired"])
        #expect(missing.errors.contains { $0.error == "the standing by which `circles` is counted was not given" })
        known.related = [Standing(subject: "u_8")]
        #expect(try evaluator().judge(request, standing: .known(known)).outcome == .hold)
        #expect(try evaluator().judge(request, standing: .unavailable).outcome == .hold)
        // Of a request that does not say whom it concerns nobody can tell whether that one is suspended.
        var unclear = request
        unclear.resource.attributes["author"] = ["company": "Acme"]
        known.related = [Standing(subject: "u_9")]
        #expect(try evaluator().judge(unclear, standing: .known(known)).outcome == .hold)
    }

    @Test("is the actor's own where the attribute names the actor")
    func same() async throws {
        let ledger = Ledger(MemoryStore())
        for number in 1...2 {
            var request = try request("i\(number)", day(number))
            request.actor.id = "u_9"
            try await record(ledger, request)
        }
        #expect(try await points(ledger, "u_9", "circles") == 2)
        #expect(try await points(ledger, "u_9", "own") == 2)
        var later = try request("i3", day(3), label: "none")
        later.actor.id = "u_9"
        #expect(await ledger.judge(later, by: try evaluator()).reason == .suspended)
    }
}
