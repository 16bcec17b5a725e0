import Bylaw
import BylawAuthoring
import BylawJSON
import Testing

@Suite("Why a request is decided as it is")
struct DecisionAccountTests {
    private func rule(_ name: String, of account: DecisionAccount) throws -> DecisionAccount.RuleAccount {
        try #require(account.policies.first?.rules.first { $0.rule == name })
    }

    @Test("each part of a condition is told with what it came to")
    func parts() throws {
        let account = try BookClub.account {
            $0.setAction(["stars": 1, "kind": "critique"])
            $0.context = [Attribute("paid", true)]
        }
        #expect(account.decision.outcome == .deny)
        let rule = try rule("harsh-and-paid", of: account)
        #expect(rule.state == .matched && rule.effect == .deny && rule.quote?.isDirect == false)
        let condition = try #require(rule.condition)
        #expect(condition.text == "all of" && condition.holds == true)
        #expect(condition.items.map(\.text) == ["harsh", "context.paid"])
        let harsh = try #require(account.policies[0].names.first { $0.name == "harsh" })
        #expect(harsh.holds == true)
        #expect(
            harsh.parts == [
                .init(text: "review.stars", value: "1"), .init(text: "review.stars < 2", value: "true"),
                .init(text: "review.kind", value: "'critique'"),
                .init(text: "review.kind == 'critique'", value: "true"),
            ])
    }

    @Test("a rule of which some parts hold nearly matches, and one of which none does is silent")
    func near() throws {
        let account = try BookClub.account { $0.setAction(["stars": 1, "kind": "critique"]) }
        #expect(
            try rule("harsh-and-paid", of: account).state
                == .near(RequestChange(what: "context.paid", before: "false", after: "true")))
        #expect(try rule("harsh-and-paid", of: BookClub.account()).state == .silent)
    }

    // Three strikes are asked for: two are one less, one is two less.
    @Test("a number that is just missed nearly matches, and so does what an exemption alone stands against")
    func smallest() throws {
        let two = try rule("three-strikes", of: BookClub.account(points: 2)).state
        #expect(two == .near(RequestChange(what: "points on manners", before: "2", after: "3")))
        #expect(try rule("three-strikes", of: BookClub.account(points: 1)).state == .silent)
        let lend = { (days: Int64, roles: AttributeValue) in
            try BookClub.account {
                $0.setAction(["days": .int(days)])
                $0.actor.attributes = [Attribute("roles", roles), Attribute("name", "Zoe")]
            }
        }
        #expect(
            try rule("long", of: lend(14, [])).state == .near(.init(what: "action.days", before: "14", after: "15")))
        #expect(try rule("long", of: lend(13, [])).state == .silent)
        #expect(
            try rule("long", of: lend(30, ["librarian"])).state
                == .near(.init(what: "actor.roles", before: "['librarian']", after: "[]")))
    }

    @Test("one that cannot be evaluated says what is missing, and what would have decided it")
    func errored() throws {
        let account = try BookClub.account { $0.context = [] }
        #expect(account.decision.outcome == .allow)
        let harsh = try BookClub.account {
            $0.context = []
            $0.setAction(["stars": 1, "kind": "critique"])
        }
        let rule = try rule("harsh-and-paid", of: harsh)
        #expect(rule.state == .errored && rule.effect == .hold)
        #expect(rule.condition?.items[1].error == "no such field `paid`")
        #expect(
            harsh.alternatives.contains(
                .init(outcome: .allow, changes: [.init(what: "context.paid", before: nil, after: "false")])))
    }

    @Test("of what would bring another outcome the smallest is told")
    func alternatives() throws {
        let allowed = try BookClub.account { $0.resource.attributes[0] = Attribute("genre", "poetry") }
        #expect(allowed.decision.outcome == .hold)
        #expect(
            allowed.alternatives.map { "\($0.outcome): \($0.changes.map(\.summary).joined(separator: " & "))" } == [
                "allow: resource.genre: 'poetry' → 'novel'", "allow: fact `read`: given",
                "deny: action.days: 7 → 15", "deny: points on manners: 0 → 3",
            ])
        // A poem that is not read, and strikes: two things must be otherwise to be allowed, one to be held.
        let both = try BookClub.account(points: 5) { $0.resource.attributes[0] = Attribute("genre", "poetry") }
        #expect(both.decision.outcome == .deny)
        let sets = both.alternatives.map { "\($0.outcome): \($0.changes.map(\.what).joined(separator: " & "))" }
        #expect(
            sets == [
                "allow: resource.genre & points on manners", "allow: fact `read` & points on manners",
                "hold: points on manners",
            ])
    }

    @Test("a ruling that would end the hold is among them")
    func rulings() throws {
        let policy = Square.rule(when: "post.words < 5", then: "hold, to: elders")
        let account = try Square.evaluator(policy).account(for: Square.request("r1"), standing: .none)
        #expect(
            account.alternatives.map(\.changes).contains([
                .init(what: "a ruling on town.square/short", before: nil, after: "allow")
            ]))
    }

    @Test("that a rule is stopped is told, and that it would deny otherwise")
    func stopped() throws {
        let stop = "emergency-stop: { share: 5%, count: 50, within: 24h, to: elders }"
        let policy = Square.rule(when: "post.words < 5", then: "deny, \(stop)")
        var request = try Square.request("r1")
        request.stopped = ["town.square/short"]
        let account = try Square.evaluator(policy).account(for: request, standing: .none)
        #expect(account.decision.outcome == .hold)
        #expect(account.text().contains("\n  stopped: town.square/short, which would deny\n"))
        #expect(
            account.alternatives.contains(
                .init(
                    outcome: .deny,
                    changes: [.init(what: "rule `town.square/short`", before: "stopped", after: nil)])))
    }

    @Test("is a readable text")
    func text() throws {
        let account = try BookClub.account {
            $0.setAction(["text": "Ada Lind lent it to me", "stars": 1, "kind": "critique"])
        }
        #expect(
            account.text() == """
                deny (rules): request r1, review by u_1, 2025-03-01T12:00:00+01:00, done

                library.reviews 1.0.0
                  ✓ owner-hidden: deny  (library.yaml:22:3)
                      “Nobody names who owns a book.”
                      when
                        review.text.reveals('owner')  → true
                  ~ harsh-and-paid: would match with context.paid: false → true  (library.yaml:29:3)
                      “Who is paid is gentle.” (derived)
                      when
                        all of  → false
                          harsh  → true
                          context.paid  → false
                  ~ poems-are-read: would match with resource.genre: 'novel' → 'poetry'  (library.yaml:34:3)
                      when
                        book.genre == 'poetry' && !fact('read')  → false
                            book.genre = 'novel'
                            book.genre == 'poetry' = false
                  · 2 other rules of this action do not match
                  where
                    harsh: review.stars < 2 && review.kind == 'critique'  → true
                        review.stars = 1
                        review.stars < 2 = true
                        review.kind = 'critique'
                        review.kind == 'critique' = true

                what follows
                  1 on manners for u_1 (charged)
                  remind at 1 of manners (charged)
                  action.text: 1 place masked

                what would change the outcome
                  allow with action.text: <hidden> → another text
                  allow with resource.owner.name: taken away

                """)
    }

    @Test("without a policy that judges it there is nothing to tell but that")
    func unjudged() throws {
        let account = try BookClub.account { $0.action.name = "burn" }
        #expect(account.decision.reason == .unjudged)
        #expect(account.text().contains("no policy judges such a request"))
    }
}
