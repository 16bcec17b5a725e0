import BylawSource
import Testing

@testable import Bylaw

/// What a stopped rule would deny is held for people, and nothing is done for it before they have decided.
@Suite struct StoppedRuleTests {
    private static let stop = "emergency-stop: { share: 5%, count: 50, within: 24h, to: moderators }"

    private static func body(_ rules: String, policy: String = stop) -> String {
        """
        otherwise: allow
        roles: { lead: {} }
        review: { moderators: { who: moderator, within: 24h }, council: { who: lead } }
        tallies: { sharing: { within: 180d, ladder: [{ at: 2, sanction: suspend, for: 14d }] } }
        \(policy)
        rules:
        \(rules)

        """
    }

    private static let spam = """
          spam:
            when: post.revision == 2
            then: deny
            if-done: remove
            strike: { sharing: 2 }
            duties: [{ warn: actor }, { notify: moderators, always: true }]
            says: No spam.
        """

    private func decide(
        _ rules: String, policy: String = stop, stopped: [String] = ["test.sharing/spam"],
        _ change: (inout Request) throws -> Void = { _ in }
    ) throws -> Decision {
        try Judging.decide(Self.body(rules, policy: policy)) { request in
            request.stopped = stopped
            try change(&request)
        }
    }

    @Test func aDenialIsHeldForTheTierThatIsNamed() throws {
        let denied = try decide(Self.spam, stopped: [])
        #expect(denied.outcome == .deny && denied.cases.isEmpty && denied.inputs.stopped.isEmpty)
        #expect(denied.duties.map(\.duty) == ["warn", "notify"])
        let held = try decide(Self.spam)
        #expect(held.outcome == .hold && held.reason == .rules)
        #expect(held.rules.map(\.effect) == [.hold])
        #expect(held.cases.map(\.tier) == ["moderators"] && held.cases.first?.due != nil)
        #expect(held.inputs.stopped == ["test.sharing/spam"])
        #expect(held.errors.isEmpty)
        // Nobody is warned of what nobody has decided; what is always to be done is the same duty as ever.
        #expect(held.duties == denied.duties.filter { $0.duty == "notify" })
    }

    @Test func nothingIsDoneOrChargedBeforeSomebodyUpholdsIt() throws {
        let denied = try decide(Self.spam, stopped: []) { $0.stage = .done }
        #expect(denied.remedy == .remove && denied.strikes.map(\.state) == [.charged])
        #expect(denied.sanctions.map(\.state) == [.charged])
        let held = try decide(Self.spam) { $0.stage = .done }
        #expect(held.remedy == nil && held.strikes.map(\.state) == [.ifUpheld])
        #expect(held.sanctions.map(\.state) == [.ifUpheld])
        let ruling = try #require(held.cases.first)
        func ruled(
            _ verdict: Outcome, policy: String = Self.stop, stopped: [String] = ["test.sharing/spam"],
            edited: Bool = false
        ) throws -> Decision {
            try decide(Self.spam, policy: policy, stopped: stopped) { request in
                request.stage = .done
                if edited { request.action.attributes["text"] = "another" }
                request.rulings = [
                    Ruling(case: ruling.id, rule: ruling.rule, verdict: verdict, inputs: ruling.inputs)
                ]
            }
        }
        let upheld = try ruled(.deny)
        #expect(upheld.outcome == .deny && upheld.remedy == .remove && upheld.strikes.map(\.state) == [.charged])
        #expect(upheld.duties == denied.duties)
        let lifted = try ruled(.allow)
        #expect(lifted.outcome == .allow && lifted.remedy == nil && lifted.strikes.isEmpty)
        // What people decided stays so when the rule denies again, of that and of nothing else.
        #expect(try ruled(.allow, stopped: []).outcome == .allow)
        #expect(try ruled(.allow, stopped: [], edited: true).outcome == .deny)
        #expect(try ruled(.deny, stopped: []).strikes.map(\.state) == [.charged])
        #expect(try ruled(.allow, policy: "", stopped: []).outcome == .deny)
    }

    @Test func otherRulesDenyAsEver() throws {
        let both = Self.spam + "\n  other: { when: true, then: deny }\n"
        #expect(try decide(both).outcome == .deny)
        #expect(try decide(both).rules.map(\.effect) == [.hold, .deny])
        #expect(try decide(both, stopped: ["test.sharing/spam", "test.sharing/other"]).outcome == .hold)
    }

    @Test func whatMayNotBeStoppedDeniesAndIsTold() throws {
        let never = Self.spam + "\n    emergency-stop: never"
        for (rules, policy) in [(never, Self.stop), (Self.spam, "")] {
            let decision = try decide(rules, policy: policy)
            #expect(decision.outcome == .deny && decision.inputs.stopped.isEmpty)
            #expect(decision.errors.map(\.rule) == ["spam"])
            #expect(decision.errors.map(\.error) == ["the policy does not allow the rule to be stopped"])
            #expect(decision.errors.first?.at.hasPrefix("sharing.yaml:") == true)
        }
        let unknown = try decide(Self.spam, stopped: ["test.sharing/spma", "test.other/spam", "spam", ""])
        #expect(unknown.outcome == .deny)
        #expect(unknown.errors.map(\.rule) == ["spma"])
        // Telling it holds nothing that is allowed.
        let allowed = try decide(Self.spam, policy: "") { $0.resource.attributes["revision"] = 3 }
        #expect(allowed.outcome == .allow && allowed.errors.count == 1)
    }

    @Test func aRulesOwnStopTakesThePlaceOfItsPolicys() throws {
        let own = Self.spam + "\n    emergency-stop: { share: 0.5%, count: 5, within: 1h, to: council }"
        for policy in [Self.stop, ""] {
            #expect(try decide(own, policy: policy).cases.map(\.tier) == ["council"])
        }
    }

    @Test func aNameIsMeantToTheByte() throws {
        let rules = "  \u{E9}t\u{E9}: { when: true, then: deny }\n"
        #expect(try decide(rules, stopped: ["test.sharing/\u{E9}t\u{E9}"]).outcome == .hold)
        #expect(try decide(rules, stopped: ["test.sharing/e\u{301}te\u{301}"]).outcome == .deny)
    }

    @Test func whatCannotBeEvaluatedDeniesWhereItsRuleSaysSo() throws {
        let rules = "  spam: { when: post.revision == 2, then: deny, on-error: deny }\n"
        let decision = try decide(rules) { $0.resource.attributes["revision"] = nil }
        #expect(decision.outcome == .deny && decision.rules.map(\.result) == [.errored])
    }

    /// What a softener leaves of the denial is what is held; what it holds anyway goes its own way.
    @Test func softenedRulesAreStoppedAsTheyAre() throws {
        func softened(_ to: String) throws -> Decision {
            try decide(
                Self.spam + "\nsoftens:\n  mild: { when: true, rules: [spam], to: { \(to) } }\n"
            ) { $0.stage = .done }
        }
        let fewer = try softened("then: deny, strike: { sharing: 1 }, if-done: hide")
        #expect(fewer.outcome == .hold && fewer.strikes.map(\.points) == [1] && fewer.remedy == nil)
        #expect(fewer.cases.map(\.tier) == ["moderators"])
        let held = try softened("then: hold, to: council, if-done: hide")
        #expect(held.cases.map(\.tier) == ["council"] && held.remedy == .hide)
        #expect(try softened("then: allow").outcome == .allow)
    }

    @Test func rulesOfLabelsAreStoppedByTheirPolicy() throws {
        let labels = """
              none: { when: 'false', then: deny }
            labels:
              veracity: { values: [fact, rumor], declared: share.label, if-missing: { then: deny } }
            """
        let decision = try decide(labels, stopped: ["test.sharing/veracity.missing"]) {
            $0.action.attributes["label"] = "none"
        }
        #expect(decision.outcome == .hold && decision.cases.map(\.rule) == ["test.sharing/veracity.missing"])
    }

    static let slips: [(rule: String, policy: String, code: String)] = [
        ("then: deny, emergency-stop: { share: 5%, count: 5, within: 1h, to: nobody }", "", "unknown-tier"),
        ("then: deny", "emergency-stop: { share: 5%, count: 5, within: 1h, to: nobody }", "unknown-tier"),
        ("then: allow, emergency-stop: { share: 5%, count: 5, within: 1h, to: council }", "", "stop-without-deny"),
        ("then: deny, emergency-stop: { share: 0.05, count: 5, within: 1h, to: council }", "", "invalid-percentage"),
        ("then: deny, emergency-stop: { share: 5%, count: 0, within: 1h, to: council }", "", "out-of-range"),
        ("then: deny, emergency-stop: { share: 5%, within: 1h, to: council }", "", "missing-key"),
        ("then: deny, emergency-stop: { share: 5%, count: 5, within: 1h }", "", "missing-key"),
        ("then: deny, emergency-stop: nevr", "", "unknown-word"), ("then: deny", "emergency-stop: never", "wrong-type"),
    ]

    @Test(arguments: slips)
    func slipsAreTold(_ rule: String, _ policy: String, _ code: String) throws {
        let problems = try Judging.problems(Self.body("  r: { when: true, \(rule) }", policy: policy))
        #expect(problems.map(\.code) == [code])
    }

    @Test func percentagesAreReadExactly() {
        for (text, hundredths) in [
            ("5%", 500), ("0.25%", 25), ("0.5%", 50), ("100%", 10_000), ("100.00%", 10_000), ("0.01%", 1), ("05%", 500),
        ] {
            #expect(Percentage(text)?.hundredths == hundredths, "\(text)")
        }
        for text in [
            "5", "%", "0%", "0.00%", "100.01%", "101%", "-5%", "5.%", ".5%", "5.255%", "5 %", "٥%", "5%%", "1e1%",
            "0005%",
        ] {
            #expect(Percentage(text) == nil, "\(text)")
        }
        for text in ["5%", "0.5%", "0.25%", "0.01%", "12.34%", "100%"] {
            #expect(Percentage(text)?.description == text)
        }
        let share = Percentage("5%")
        #expect(share?.isReached(by: 5, of: 100) == true && share?.isReached(by: 4, of: 100) == false)
        #expect(share?.isReached(by: 0, of: 0) == false && share?.isReached(by: .max, of: .max) == true)
    }
}
