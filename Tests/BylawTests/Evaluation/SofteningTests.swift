import Bylaw
import BylawSource
import Testing

@Suite("Softening and remedies")
struct SofteningTests {
    private static let head = """
        otherwise: allow
        tallies: { sharing: { within: 180d }, peace: { within: 180d } }
        review: { moderators: { who: [moderator], within: 24h, late: deny } }

        """

    private static func decide(
        _ body: String, standing: StandingInput = .none, stage: Stage = .done,
        _ change: (inout Request) -> Void = { _ in }
    ) throws -> Decision {
        try Judging.decide(head + body, standing: standing) {
            $0.stage = stage
            change(&$0)
        }
    }

    @Test("touches the rules that it lists, and no other")
    func listed() throws {
        let decision = try Self.decide(
            """
            rules:
              a: { when: true, then: deny, strike: { sharing: 2 }, if-done: remove }
              b: { when: true, then: deny, strike: { peace: 3 }, if-done: leave }
            softens: { s: { when: true, rules: [a], to: { then: hold, to: moderators, if-done: hide, strike: 0 } } }

            """)
        // b denies as before; a no longer costs anything.
        #expect(decision.outcome == .deny)
        #expect(decision.strikes.map(\.tally) == ["peace"])
        #expect(decision.rules.map(\.effect) == [.hold, .deny])
        #expect(decision.remedy == .hide)
    }

    @Test("of several the strictest counts, whatever their order", arguments: [false, true])
    func strictest(isReversed: Bool) throws {
        let softeners = [
            "  mild: { when: true, rules: [r], to: { then: allow } }\n",
            "  firm: { when: true, rules: [r], to: { then: hold, to: moderators, if-done: ask-edit } }\n",
        ]
        let text = (isReversed ? softeners.reversed() : softeners).joined()
        let rules = "rules: { r: { when: true, then: deny, strike: { sharing: 2 } } }\nsoftens:\n"
        let decision = try Self.decide(rules + text)
        #expect(decision.outcome == .hold)
        #expect(decision.remedy == .askEdit)
        // What it leaves unsaid stays: two points, if people uphold it.
        #expect(decision.strikes.map(\.points) == [2])
        #expect(decision.strikes.map(\.state) == [.ifUpheld])
        let mild = try Self.decide(rules + softeners[0])
        #expect(mild.outcome == .allow && mild.strikes.isEmpty && mild.remedy == nil)
    }

    @Test("what it leaves unsaid is the rule's own, and what it says is its own")
    func unsaid() throws {
        let rule = """
            rules:
              r: { when: true, then: deny, strike: { sharing: 2 }, if-done: remove, duties: { warn: actor }, says: No., mend: Mend it. }

            """
        let kept = try Self.decide(
            rule + "softens: { s: { when: true, rules: [r], to: { then: hold, to: moderators } } }\n")
        #expect(kept.remedy == .remove)
        #expect(kept.duties.map(\.duty) == ["warn"])
        #expect(kept.rules.first?.says.map(\.text) == ["No."])
        #expect(kept.rules.first?.mend.map(\.text) == ["Mend it."])
        let own = try Self.decide(
            rule + """
                softens:
                  s:
                    when: true
                    rules: [r]
                    to: { then: hold, to: moderators, if-done: leave, strike: { sharing: 1 }, duty: { remind: actor }, says: Careful. }

                """)
        #expect(own.remedy == .leave)
        #expect(own.strikes.map(\.points) == [1])
        #expect(own.duties.map(\.duty) == ["remind"])
        #expect(own.rules.first?.says.map(\.text) == ["Careful."])
    }

    @Test("asks nobody of a rule that could not be evaluated, and lets no fault pass")
    func faults() throws {
        let body = """
            rules: { r: { when: post.revision > 1, then: deny, strike: { sharing: 2 } } }
            softens: { s: { when: true, rules: [r], to: { then: allow } } }

            """
        #expect(try Self.decide(body).outcome == .allow)
        let broken = try Self.decide(body) { $0.resource.attributes["revision"] = nil }
        #expect(broken.outcome == .hold && broken.errored == ["r"] && broken.strikes.isEmpty)
    }

    @Test("cannot be asked for by standing where that is unavailable")
    func unavailable() throws {
        let body = """
            rules: { r: { when: true, then: deny } }
            softens: { s: { when: standing.points('sharing') == 0, rules: [r], to: { then: hold, to: moderators } } }

            """
        let unavailable = try Self.decide(body, standing: .unavailable)
        #expect(unavailable.outcome == .deny)
        #expect(unavailable.errors.contains { $0.rule == "s" })
    }

    @Test("a ruling on what was softened is one on the same case")
    func ruled() throws {
        let body = """
            rules: { r: { when: true, then: deny, strike: { sharing: 2 } } }
            softens: { s: { when: true, rules: [r], to: { then: hold, to: moderators } } }

            """
        let held = try #require(try Self.decide(body).cases.first)
        for (verdict, points) in [(Outcome.allow, []), (.deny, [2])] {
            let ruled = try Self.decide(body) {
                $0.rulings = [Ruling(case: held.id, rule: held.rule, verdict: verdict, inputs: held.inputs)]
            }
            #expect(ruled.outcome == verdict)
            #expect(ruled.strikes.map(\.points) == points)
        }
    }

    @Test(
        "the strictest remedy of the matched rules counts, for what was done alone",
        arguments: [
            (["leave", "ask-edit"], Remedy.askEdit), (["hide", "ask-edit"], .hide), (["remove", "leave"], .remove),
            (["hide", "remove", "ask-edit", "leave"], .remove), (["leave"], .leave), ([], nil),
        ] as [([String], Remedy?)])
    func remedies(words: [String], expected: Remedy?) throws {
        let rules = words.enumerated().map { "  r\($0): { when: true, then: deny, if-done: \($1) }\n" }.joined()
        let plain = "  plain: { when: true, then: deny }\n  never: { when: false, then: deny, if-done: remove }\n"
        let body = "rules:\n" + plain + rules
        #expect(try Self.decide(body).remedy == expected)
        #expect(try Self.decide(body, stage: .proposed).remedy == nil)
    }

    @Test(
        "nothing is stricter than the rule that it softens, and what holds has an exit that is there",
        arguments: [("deny", "deny"), ("hold, to: nobody", "nobody")])
    func slips(softened: String, underlined: String) throws {
        let problems = try Judging.problems(
            Self.head + """
                rules: { r: { when: true, then: hold, to: moderators } }
                softens: { s: { when: true, rules: [r], to: { then: \(softened) } } }

                """)
        let location = try #require(problems.first?.location)
        #expect(problems.count == 1 && location.file.text(in: location.range) == underlined)
    }
}
