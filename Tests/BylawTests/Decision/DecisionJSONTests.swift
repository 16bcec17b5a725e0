import Bylaw
import BylawJSON
import Testing

/// The decision's JSON is a contract: its keys, their order, and that empty ones are there.
@Suite struct DecisionJSONTests {
    static let keys = [
        "bylaw", "request", "incident", "time", "stage", "outcome", "reason", "rules", "remedy", "waits", "cases",
        "duties", "notices", "texts", "labels", "checklists", "strikes", "merits", "sanctions", "grants", "errors",
        "shadow", "standing", "policies", "inputs",
    ]

    private func keys(_ value: JSONValue?) -> [String]? { value?.members?.map(\.key) }

    @Test func anEmptyDecisionHasEveryKey() throws {
        let json = try JSONValue.parse(try Judging.decide("otherwise: allow\n").json())
        #expect(keys(json) == Self.keys)
        for key in [
            "rules", "waits", "cases", "duties", "notices", "checklists", "strikes", "merits", "sanctions",
            "grants", "errors", "shadow",
        ] {
            #expect(json[key]?.elements?.isEmpty == true, "\(key)")
        }
        #expect(json["remedy"]?.isNull == true)
        #expect(keys(json["texts"]) == [] && keys(json["labels"]) == [])
        #expect(keys(json["inputs"]) == ["policies", "lexicons", "keys", "tzdata", "stopped"])
        #expect(json["inputs"]?["tzdata"]?.isNull == true)
    }

    static let full = """
        otherwise: allow
        languages: [ja, en]
        facts: { consent: { by: post.author.id } }
        roles: { ambassador: { granted-by: operator } }
        lexicons: { hedges: { phrases: [話] } }
        tallies:
          sharing: { within: 180d, ladder: [{ at: 1, sanction: remind }, { at: 2, sanction: suspend, for: 14d }] }
          thanks: { within: forever, ladder: [{ at: 1, sanction: recognise, title: Guide }] }
        masks:
          company: { find: { value: post.author.company }, rewrite: post.text, replace: { number: '{A}社' } }
        review: { moderators: { who: moderator, within: 24h } }
        rules:
          consent:
            require: fact('consent')
            else: hold
            await: { fact: consent, from: post.author.id, ask-by: operator, via: comment, within: 72h, late: deny }
            asks: { ja: いいですか, en: May we? }
          case: { when: true, then: hold, to: moderators, strike: { sharing: 2 }, if-done: hide, duties: { remind: actor } }
          list: { require: { at-least: 1, of: { a: 'false' } }, else: hold, to: moderators, says: { ja: だめ, en: No }, mend: { ja: こう, en: So } }
          thanks: { when: true, then: allow, merit: { thanks: 1 } }
          broken: { when: post.revision > 1, then: deny }
        labels:
          veracity: { values: [fact, rumor], declared: post.circle.visibility, infer: { rumor: "post.text.mentions('hedges')" } }

        """

    @Test func everyPartIsWrittenAsTheContractSays() throws {
        let body = Self.full.replacing("declared: post.circle.visibility, ", with: "")
        let json = try JSONValue.parse(
            try Judging.decide(body) {
                $0.resource.attributes["revision"] = nil
                $0.stage = .done
            }.json())
        #expect(keys(json) == Self.keys)
        #expect(json["outcome"]?.string == "hold")
        let expected: [(String, [String])] = [
            ("rules", ["policy", "rule", "result", "effect", "says", "mend", "at"]),
            ("waits", ["rule", "fact", "from", "askBy", "via", "due", "late"]),
            ("cases", ["id", "rule", "tier", "due", "inputs", "excluded"]),
            ("duties", ["id", "duty", "to", "rule", "due"]),
            ("notices", ["to", "about", "text"]),
            ("checklists", ["rule", "passed", "of", "failed"]),
            ("strikes", ["policy", "tally", "subject", "points", "rule", "state"]),
            ("sanctions", ["policy", "tally", "subject", "at", "sanction", "role", "from", "until", "state"]),
            ("errors", ["policy", "rule", "error", "at"]),
            ("policies", ["policy", "version", "digest"]),
        ]
        for (key, names) in expected {
            #expect(keys(json[key]?.elements?.first) == names, "\(key)")
        }
        let text = json["texts"]?["resource.text"]
        #expect(keys(text) == ["masked", "spans"])
        #expect(keys(text?["spans"]?[0]) == ["mask", "utf8", "utf16", "scalars"])
        #expect(keys(json["labels"]?["veracity"]) == ["value", "declared", "inferred", "conflict"])
        #expect(keys(json["rules"]?.elements?.first { $0["rule"]?.string == "list" }?["says"]) == ["ja", "en"])
        #expect(json["rules"]?[0]?["at"]?.string == "sharing.yaml:29:3")
        #expect(json["remedy"]?.string == "hide")
    }

    /// Something stands against it as long as it is held: nothing is earned before it is allowed.
    @Test func meritsAreEarnedWhereTheOutcomeIsAllow() throws {
        func json(_ effect: String) throws -> JSONValue {
            let body = """
                otherwise: allow
                tallies: { thanks: { within: forever, ladder: [{ at: 1, sanction: recognise, title: Guide }] } }
                review: { moderators: { who: moderator } }
                rules:
                  thanks: { when: true, then: allow, merit: { thanks: 1 } }
                  other: { when: post.revision == 2, then: \(effect) }

                """
            return try JSONValue.parse(try Judging.decide(body) { $0.stage = .done }.json())
        }
        let allowed = try json("allow")
        #expect(keys(allowed["merits"]?[0]) == ["policy", "tally", "subject", "points", "rule", "state"])
        #expect(keys(allowed["grants"]?[0]) == ["policy", "tally", "subject", "at", "role", "title", "state"])
        for effect in ["deny", "hold, to: moderators"] {
            let json = try json(effect)
            #expect(json["merits"]?.elements?.isEmpty == true && json["grants"]?.elements?.isEmpty == true)
        }
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        let body = Self.full.replacing("declared: post.circle.visibility, ", with: "")
        let first = try Judging.decide(body).json()
        #expect(try Judging.decide(body).json() == first)
    }

    /// The order in which rules and attributes are written changes nothing but the order of the lists.
    @Test func orderNeverChangesADecision() throws {
        let rules = [
            "a: { when: post.revision == 2, then: hold, to: moderators, strike: { sharing: 1 } }",
            "b: { when: share.count == 3, on: share, then: deny, strike: { sharing: 2 } }",
            "c: { when: true, then: allow }", "d: { when: \"post.tags.exists(t, t == 'x')\", then: deny }",
        ]
        let head =
            "otherwise: hold\ntallies: { sharing: { within: 180d } }\nreview: { moderators: { who: moderator } }\nrules:\n"
        var generator = SystemRandomNumberGenerator()
        let first = try Judging.decide(head + rules.map { "  \($0)\n" }.joined())
        for _ in 0..<12 {
            let shuffled = rules.shuffled(using: &generator)
            let decision = try Judging.decide(head + shuffled.map { "  \($0)\n" }.joined()) {
                $0.resource.attributes.shuffle()
                $0.action.attributes.shuffle()
            }
            #expect(decision.outcome == first.outcome && decision.reason == first.reason)
            #expect(Set(decision.matched) == Set(first.matched))
            #expect(decision.strikes == first.strikes)
            // What is ruled on is the same however it was written.
            #expect(Set(decision.cases.map(\.inputs)) == Set(first.cases.map(\.inputs)))
        }
    }

    @Test func authZENIsTrueForAllowAlone() throws {
        for (otherwise, allowed) in [("allow", true), ("hold", false), ("deny", false)] {
            let response = try JSONValue.parse(try Judging.decide("otherwise: \(otherwise)\n").authZENResponse())
            #expect(keys(response) == ["decision", "context"])
            guard case .bool(let decision)? = response["decision"]?.content else {
                Issue.record("no decision")
                continue
            }
            #expect(decision == allowed)
            #expect(response["context"]?["outcome"]?.string == otherwise)
        }
    }
}
