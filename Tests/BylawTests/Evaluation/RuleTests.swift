import Bylaw
import Testing

@Suite struct RuleTests {
    static let exits = """
        review: { moderators: { who: [moderator], needs: 1, within: 24h } }

        """

    @Test(arguments: [
        // what stands in the rules, the outcome, the reason, the rules that matched
        ("a: { when: true, then: deny }", "allow", Outcome.deny, Reason.rules, ["a"]),
        ("a: { when: false, then: deny }", "allow", .allow, .otherwise, []),
        ("a: { when: false, then: deny }", "deny", .deny, .otherwise, []),
        ("a: { when: false, then: deny }", "hold", .hold, .otherwise, []),
        ("a: { when: false, then: deny }", "abstain", .deny, .unjudged, []),
        ("a: { when: true, then: allow }", "deny", .allow, .rules, ["a"]),
        ("a: { when: true, then: allow }", "abstain", .allow, .rules, ["a"]),
        ("a: { require: false, else: deny }", "allow", .deny, .rules, ["a"]),
        ("a: { require: true, else: deny }", "allow", .allow, .otherwise, []),
        ("a: { when: true, then: allow }\n  b: { when: true, then: deny }", "allow", .deny, .rules, ["a", "b"]),
        (
            "a: { when: true, then: hold, to: moderators }\n  b: { when: true, then: allow }", "deny", .hold, .rules,
            ["a", "b"]
        ),
        (
            "a: { when: true, then: deny }\n  b: { when: true, then: hold, to: moderators }", "allow", .deny, .rules,
            ["a", "b"]
        ),
        ("a: { on: read, when: true, then: deny }", "allow", .allow, .otherwise, []),
        ("a: { on: [share, read], when: true, then: deny }", "allow", .deny, .rules, ["a"]),
        ("a: { when: true, unless: true, then: deny }", "allow", .allow, .otherwise, []),
        ("a: { when: true, unless: false, then: deny }", "allow", .deny, .rules, ["a"]),
        ("a: { when: [true, false], then: deny }", "allow", .allow, .otherwise, []),
        ("a: { when: [true, true], then: deny }", "allow", .deny, .rules, ["a"]),
        ("a: { when: { any: [false, true] }, then: deny }", "allow", .deny, .rules, ["a"]),
        ("a: { when: { none: [false, true] }, then: deny }", "allow", .allow, .otherwise, []),
        ("a: { when: { none: [false, false] }, then: deny }", "allow", .deny, .rules, ["a"]),
        (
            "a: { require: { at-least: 2, of: { x: true, y: false, z: true } }, else: deny }", "allow", .allow,
            .otherwise, []
        ),
        (
            "a: { require: { at-least: 3, of: { x: true, y: false, z: true } }, else: deny }", "allow", .deny, .rules,
            ["a"]
        ),
    ])
    func theMostRestrictiveEffectCounts(
        rules: String, otherwise: String, outcome: Outcome, reason: Reason, matched: [String]
    ) throws {
        let decision = try Judging.decide("otherwise: \(otherwise)\n\(Self.exits)rules:\n  \(rules)\n")
        #expect(decision.outcome == outcome)
        #expect(decision.reason == reason)
        #expect(decision.matched == matched)
        #expect(decision.errors.isEmpty)
    }

    /// Each condition reads the same missing attribute where it says ERR: Kleene's tables, by hand.
    @Test(arguments: [
        ("when: ERR", "errored"),
        ("require: ERR", "errored"),
        ("when: [ERR, false]", "silent"),
        ("when: [false, ERR]", "silent"),
        ("when: [ERR, true]", "errored"),
        ("when: { any: [ERR, true] }", "matched"),
        ("when: { any: [true, ERR] }", "matched"),
        ("when: { any: [ERR, false] }", "errored"),
        ("when: { none: [ERR, true] }", "silent"),
        ("when: { none: [ERR, false] }", "errored"),
        // Two of three hold whatever the third is; three can no longer hold once one fails.
        ("when: { at-least: 2, of: { a: true, b: true, c: ERR } }", "matched"),
        ("when: { at-least: 2, of: { a: true, b: false, c: ERR } }", "errored"),
        ("when: { at-least: 2, of: { a: false, b: false, c: ERR } }", "silent"),
        // An exemption that cannot be evaluated never exempts, and one that holds does.
        ("when: true, unless: ERR", "errored"),
        ("when: ERR, unless: true", "silent"),
        ("when: ERR, unless: ERR", "errored"),
        ("when: false, unless: ERR", "silent"),
        ("require: false, unless: ERR", "errored"),
        // The condition language absorbs the same way.
        ("when: ERR || true", "matched"),
        ("when: ERR && false", "silent"),
        ("when: ERR || false", "errored"),
    ])
    func conditionsAreThreeValued(condition: String, state: String) throws {
        let effect = condition.hasPrefix("require") ? "else" : "then"
        let text = condition.replacing("ERR", with: "post.revision > 1")
        let decision = try Judging.decide(
            "otherwise: allow\nrules:\n  r: { \(text), \(effect): deny }\n"
        ) { $0.resource.attributes["revision"] = nil }
        switch state {
        case "matched":
            #expect(decision.outcome == .deny)
            #expect(decision.matched == ["r"] && decision.errored.isEmpty)
        case "silent":
            #expect(decision.outcome == .allow)
            #expect(decision.rules.isEmpty && decision.errors.isEmpty)
        default:
            #expect(decision.outcome == .hold)
            #expect(decision.reason == .fault)
            #expect(decision.errored == ["r"] && decision.errors.map(\.rule) == ["r"])
        }
    }

    @Test func anErroredRuleHasItsOnErrorEffect() throws {
        let decision = try Judging.decide(
            "otherwise: allow\nrules:\n  r: { when: post.revision > 1, then: deny, on-error: deny }\n"
        ) { $0.resource.attributes["revision"] = "two" }
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .fault)
        #expect(decision.errors.map(\.error) == ["`resource.revision` must be an integer, found string"])
    }

    @Test func anErroredAllowRuleDoesNotAllow() throws {
        let decision = try Judging.decide(
            "otherwise: deny\nrules:\n  r: { when: post.revision > 1, then: allow }\n"
        ) { $0.resource.attributes["revision"] = nil }
        #expect(decision.outcome == .hold)
    }

    @Test func denialsByUnfaultedRulesStand() throws {
        let decision = try Judging.decide(
            """
            otherwise: allow
            tallies: { sharing: { within: 180d } }
            rules:
              broken: { when: post.revision > 1, then: deny, strike: { sharing: 5 } }
              right: { when: post.circle.visibility == 'public', then: deny, strike: { sharing: 2 } }

            """
        ) {
            $0.resource.attributes["revision"] = nil
            $0.stage = .done
        }
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .rules)
        // What could not be evaluated costs nothing.
        #expect(decision.strikes.map(\.points) == [2])
    }

    @Test func acrossPoliciesTheMostRestrictiveCounts() throws {
        let other = Judging.head.replacing("test.sharing", with: "test.other")
        let decision = try Judging.decide(
            "otherwise: allow\n", more: ["other.yaml": other + "otherwise: hold\n"])
        #expect(decision.outcome == .hold)
        #expect(decision.reason == .otherwise)
        #expect(decision.policies.map(\.policy) == ["test.other", "test.sharing"])
    }

    @Test func anAllowRuleLiftsOnlyItsOwnPolicysOtherwise() throws {
        let other = Judging.head.replacing("test.sharing", with: "test.other")
        let decision = try Judging.decide(
            "otherwise: deny\nrules:\n  r: { when: true, then: allow }\n",
            more: ["other.yaml": other + "otherwise: deny\n"])
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .otherwise)
    }

    @Test func aRequestThatNoPolicyJudgesIsDenied() throws {
        let policies = try Judging.policies("otherwise: allow\n")
        var request = try Judging.request()
        request.action.name = "delete"
        let decision = Evaluator(policies).judge(request, standing: .none)
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .unjudged)
        #expect(decision.policies.isEmpty)
        let chosen = Evaluator(policies, unjudged: .hold).judge(request, standing: .none)
        #expect(chosen.outcome == .hold)
    }

    @Test(arguments: [
        ("2024-08-19T23:59:59+09:00", Reason.unjudged), ("2024-08-20T00:00:00+09:00", .otherwise),
        ("2024-08-31T23:59:59.999Z", .otherwise), ("2024-09-01T00:00:00Z", .unjudged),
    ])
    func aPolicyAppliesWhileItIsInForce(time: String, reason: Reason) throws {
        let decision = try Judging.decide(
            "otherwise: allow\neffective: { from: 2024-08-20T00:00:00+09:00, until: 2024-09-01T00:00:00Z }\n"
        ) { $0.time = try #require(Timestamp(time)) }
        #expect(decision.reason == reason)
    }

    @Test func aPolicyOfAModeAppliesWhileItIsOn() throws {
        let body = "otherwise: hold\nwhile: emergency\n"
        #expect(try Judging.decide(body).reason == .unjudged)
        #expect(try Judging.decide(body) { $0.modes = ["emergency"] }.reason == .otherwise)
    }

    @Test func aShadowPolicyIsJudgedAndNeverEnforced() throws {
        let shadow =
            Judging.head.replacing("1.0.0", with: "1.1.0") + """
                mode: shadow
                otherwise: allow
                tallies: { sharing: { within: 180d } }
                rules:
                  strict: { when: true, then: deny, strike: { sharing: 3 } }

                """
        let decision = try Judging.decide("otherwise: allow\n", more: ["next.yaml": shadow]) { $0.stage = .done }
        #expect(decision.outcome == .allow)
        #expect(decision.rules.isEmpty && decision.strikes.isEmpty)
        #expect(decision.shadow.map(\.version.description) == ["1.1.0"])
        #expect(decision.shadow.map(\.outcome) == [.deny])
        #expect(decision.shadow.flatMap(\.rules).map(\.rule) == ["strict"])
    }

    @Test func aShadowPolicyAloneJudgesNothing() throws {
        let decision = try Judging.decide("mode: shadow\notherwise: allow\n")
        #expect(decision.outcome == .deny)
        #expect(decision.reason == .unjudged)
    }
}
