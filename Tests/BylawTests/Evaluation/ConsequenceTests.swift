import Bylaw
import Testing

@Suite struct ConsequenceTests {

    static let review = """
        otherwise: allow
        facts: { consent: { by: post.author.id, revision: post.revision } }
        tallies:
          sharing:
            within: 180d
            ladder:
              - { at: 1, sanction: remind }
              - { at: 3, sanction: suspend, from: share, for: 14d }
              - { at: 5, sanction: revoke, role: ambassador }
        roles: { ambassador: }
        review: { moderators: { who: [moderator], needs: 1, within: 24h, late: council }, council: { who: [council] } }

        """

    @Test(arguments: [
        // revision, given at, ended at, given by, holds
        (2, "2024-09-01T10:00:00+09:00", nil, "u_9", true),
        (2, "2024-09-01T10:00:01+09:00", nil, "u_9", false),
        (1, "2024-08-01T10:00:00+09:00", nil, "u_9", false),
        (2, "2024-08-01T10:00:00+09:00", nil, "u_8", false),
        (2, "2024-08-01T10:00:00+09:00", "2024-09-01T10:00:00+09:00", "u_9", false),
        (2, "2024-08-01T10:00:00+09:00", "2024-09-01T10:00:01+09:00", "u_9", true),
    ])
    func aFactHoldsWithItsKeysAndInItsTime(
        revision: Int64, at: String, until: String?, by: String, holds: Bool
    ) throws {
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  consent:
                    require: fact('consent')
                    else: hold
                    await: { fact: consent, from: post.author.id, ask-by: operator, via: comment, within: 72h, late: deny }
                    asks: May we share this?

                """
        ) {
            $0.facts = [
                Fact(
                    "consent", ["by": .string(by), "revision": .int(revision)], at: try #require(Timestamp(at)),
                    until: try until.map { try #require(Timestamp($0)) })
            ]
        }
        #expect(decision.outcome == (holds ? .allow : .hold))
        guard !holds else { return }
        let wait = try #require(decision.waits.first)
        #expect(wait.rule == "test.sharing/consent")
        #expect(wait.from == "u_9")
        #expect(wait.askBy == "operator")
        #expect(wait.late == "deny")
        // 72 hours after the request, on the request's clock.
        #expect(wait.due?.description == "2024-09-04T10:00:00+09:00")
        #expect(decision.notices.map(\.to) == ["u_9"])
        #expect(decision.notices.first?.text.map(\.text) == ["May we share this?"])
    }

    @Test func aFactWhoseKeyIsMissingInTheRequestIsAFault() throws {
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  consent: { require: fact('consent'), else: hold, await: { fact: consent } }

                """
        ) { $0.resource.attributes["revision"] = nil }
        #expect(decision.outcome == .hold)
        #expect(decision.errored == ["consent"])
        #expect(decision.waits.isEmpty)
    }

    @Test(arguments: [
        (Stage.proposed, "deny", Decision.State.would), (.done, "deny", .charged),
        (.proposed, "hold, to: moderators", .would), (.done, "hold, to: moderators", .ifUpheld),
    ])
    func strikesAreChargedForWhatWasDone(stage: Stage, effect: String, state: Decision.State) throws {
        let decision = try Judging.decide(
            Self.review + "rules:\n  r: { when: true, then: \(effect), strike: { sharing: 3 }, if-done: hide }\n"
        ) { $0.stage = stage }
        #expect(decision.strikes.map(\.state) == [state])
        #expect(decision.strikes.map(\.points) == [3])
        #expect(decision.strikes.map(\.subject) == ["u_7"])
        #expect(decision.sanctions.map(\.sanction) == [.suspend])
        #expect(decision.sanctions.map(\.state) == [state])
        #expect(decision.sanctions.first?.until?.description == "2024-09-15T10:00:00+09:00")
        #expect(decision.remedy == (stage == .done ? .hide : nil))
    }

    @Test func ofOneIncidentTheHighestCountsUnlessTheySumUp() throws {
        let rules = """
            rules:
              a: { when: true, then: deny, strike: { sharing: 1 } }
              b: { when: true, then: deny, strike: { sharing: 2 } }

            """
        let highest = try Judging.decide(Self.review + rules)
        #expect(highest.strikes.map(\.points) == [2])
        #expect(highest.strikes.map(\.rule) == ["b"])
        let sum = try Judging.decide(
            Self.review.replacing("within: 180d", with: "within: 180d\n    per-incident: sum") + rules)
        #expect(sum.strikes.map(\.points) == [3])
        #expect(sum.strikes.map(\.rule) == ["b"])
    }

    @Test func strikesMayGoToSomebodyElse() throws {
        let decision = try Judging.decide(
            Self.review + "rules:\n  r: { when: true, then: deny, strike: { sharing: 2, to: post.author.id } }\n")
        #expect(decision.strikes.map(\.subject) == ["u_9"])
        // Only the actor's points are known here.
        #expect(decision.sanctions.isEmpty)
    }

    @Test func theLadderCountsFromTheActorsStanding() throws {
        let standing = Standing(
            subject: "u_7", tallies: [.init(policy: "test.sharing", tally: "sharing", points: 4)])
        let decision = try Judging.decide(
            Self.review + "rules:\n  r: { when: true, then: deny, strike: { sharing: 1 } }\n",
            standing: .known(standing))
        #expect(decision.sanctions.map(\.sanction) == [.revoke])
        #expect(decision.sanctions.map(\.role) == ["ambassador"])
    }

    @Test func dutiesAreGivenForTheOutcomeAndThoseMarkedAlways() throws {
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  held:
                    when: true
                    then: hold
                    to: moderators
                    duties:
                      - { route: moderators }
                      - { notify: post.author.id, always: true, within: 1d }
                  denied: { when: true, then: deny, duties: { remind: actor } }

                """)
        #expect(decision.duties.map(\.duty) == ["notify", "remind"])
        #expect(decision.duties.map(\.to) == ["u_9", "u_7"])
        #expect(decision.duties.first?.due?.description == "2024-09-02T10:00:00+09:00")
        // What is denied anyway waits for nobody.
        #expect(decision.cases.isEmpty)
    }

    @Test func aRulingReplacesTheHoldUntilTheInputsChange() throws {
        let body =
            Self.review
            + "rules:\n  r: { when: share.count > 2, then: hold, to: moderators, strike: { sharing: 1 }, on: share }\n"
        let held = try Judging.decide(body)
        #expect(held.outcome == .hold)
        let open = try #require(held.cases.first)
        #expect(open.rule == "test.sharing/r")
        #expect(open.tier == "moderators")
        #expect(open.due?.description == "2024-09-02T10:00:00+09:00")
        func decide(_ verdict: Outcome, _ change: (inout Request) -> Void = { _ in }) throws -> Decision {
            try Judging.decide(body) {
                $0.rulings = [Ruling(case: open.id, rule: open.rule, verdict: verdict, inputs: open.inputs)]
                change(&$0)
            }
        }
        let allowed = try decide(.allow)
        #expect(allowed.outcome == .allow)
        #expect(allowed.strikes.isEmpty && allowed.cases.isEmpty)
        let denied = try decide(.deny) { $0.stage = .done }
        #expect(denied.outcome == .deny)
        #expect(denied.strikes.map(\.state) == [.charged])
        // An edit of anything that was ruled on voids the ruling; time, roles and what nobody declared do not.
        #expect(try decide(.allow) { $0.resource.attributes["text"] = "edited" }.outcome == .hold)
        #expect(try decide(.allow) { $0.resource.attributes["author"] = ["id": "u_9"] }.outcome == .hold)
        #expect(try decide(.allow) { $0.incident = "share-2" }.outcome == .hold)
        #expect(try decide(.allow) { $0.resource.attributes["unknown"] = 1 }.outcome == .allow)
        #expect(try decide(.allow) { $0.actor.attributes["roles"] = [] }.outcome == .allow)
        #expect(try decide(.allow) { $0.rulings[0].rule = "test.sharing/other" }.outcome == .hold)
    }

    @Test func whatWasRuledToBeRightNeedsNoRemedy() throws {
        let body = Self.review + "rules:\n  r: { when: true, then: hold, to: moderators, if-done: hide }\n"
        let held = try Judging.decide(body) { $0.stage = .done }
        #expect(held.remedy == .hide)
        let open = try #require(held.cases.first)
        let allowed = try Judging.decide(body) {
            $0.stage = .done
            $0.rulings = [Ruling(case: open.id, rule: open.rule, verdict: .allow, inputs: open.inputs)]
        }
        #expect(allowed.remedy == nil)
    }

    @Test func theStrictestRemedyCounts() throws {
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  a: { when: true, then: deny, if-done: hide }
                  b: { when: true, then: deny, if-done: remove }
                  c: { when: true, then: deny, if-done: leave }

                """
        ) { $0.stage = .done }
        #expect(decision.remedy == .remove)
    }

    @Test func aRulingNeverOpensAFaultOrADenial() throws {
        let body =
            Self.review + """
                rules:
                  r: { when: post.revision > 1, then: hold, to: moderators }
                  d: { when: share.count > 100, then: deny, on: share }

                """
        let open = try #require(try Judging.decide(body).cases.first)
        let ruling = Ruling(case: open.id, rule: open.rule, verdict: .allow, inputs: open.inputs)
        let broken = try Judging.decide(body) {
            $0.rulings = [ruling]
            $0.resource.attributes["revision"] = nil
        }
        #expect(broken.outcome == .hold)
        let denied = try Judging.decide(body) {
            $0.rulings = [ruling]
            $0.action.attributes["count"] = 101
        }
        #expect(denied.outcome == .deny)
    }

    @Test(arguments: [
        (AttributeValue.bool(false), 0, Outcome.hold, [Int](), ["remind"]),
        (.bool(true), 0, .deny, [2], []),
        (.bool(false), 1, .deny, [2], []),
    ])
    func aSoftenerIsTheOnlyWayToBeMilder(
        malicious: AttributeValue, points: Int, outcome: Outcome, strikes: [Int], duties: [String]
    ) throws {
        let standing = Standing(
            subject: "u_7", tallies: [.init(policy: "test.sharing", tally: "sharing", points: points)])
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  r: { when: true, then: deny, strike: { sharing: 2 } }
                softens:
                  honest:
                    when: [standing.points('sharing') == 0, has(context.malicious), '!context.malicious']
                    rules: [r]
                    to: { then: hold, to: moderators, if-done: ask-edit, strike: 0, duty: { remind: actor } }

                """, standing: .known(standing)
        ) {
            $0.context["malicious"] = malicious
            $0.stage = .done
        }
        #expect(decision.outcome == outcome)
        #expect(decision.strikes.map(\.points) == strikes)
        #expect(decision.duties.map(\.duty) == duties)
        #expect(decision.remedy == (outcome == .hold ? .askEdit : nil))
    }

    @Test func aSoftenerThatErrorsSoftensNothingAndIsNoFault() throws {
        let body =
            Self.review + """
                rules:
                  r: { when: share.count > 2, then: deny, on: share }
                softens:
                  honest: { when: post.revision == 1, rules: [r], to: { then: hold, to: moderators } }

                """
        let decision = try Judging.decide(body) { $0.resource.attributes["revision"] = nil }
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .rules)
        #expect(decision.errors.map(\.rule) == ["honest"])
        // Where the rule does not match, nobody asks the softener.
        let silent = try Judging.decide(body) {
            $0.resource.attributes["revision"] = nil
            $0.action.attributes["count"] = 1
        }
        #expect(silent.outcome == .allow)
        #expect(silent.errors.isEmpty)
    }

    @Test func checklistsSayWhichItemsFail() throws {
        let decision = try Judging.decide(
            Self.review + """
                rules:
                  hygiene:
                    require: { at-least: 3, of: { a: true, b: false, c: post.revision == 2, d: size(post.tags) > 2 } }
                    else: deny

                """)
        let list = try #require(decision.checklists.first)
        #expect(list.passed == 2 && list.of == 4)
        #expect(list.failed == ["b", "d"])
    }

    @Test func placeholdersAreFilledAndNeverFail() throws {
        let body =
            Self.review + """
                rules:
                  r:
                    on: share
                    when: true
                    then: hold
                    to: moderators
                    strike: { sharing: 2 }
                    says: "{share.label} {{x}} {post.revision} {points} {due} {post.circle.visibility}"

                """
        let decision = try Judging.decide(body)
        #expect(decision.rules.first?.says.map(\.text) == ["rumor {x} 2 2 2024-09-02T10:00:00+09:00 public"])
        let without = try Judging.decide(body) { $0.resource.attributes["circle"] = nil }
        #expect(without.rules.first?.says.map(\.text) == ["rumor {x} 2 2 2024-09-02T10:00:00+09:00 …"])
    }
}
