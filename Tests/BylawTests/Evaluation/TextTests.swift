import Bylaw
import Testing

@Suite struct TextTests {
    static let texts = """
        otherwise: allow
        lexicons:
          hedges: { phrases: [らしい, reportedly, "hearsay, probably"] }
          hosted: { hosted: true, phrases: [] }
        masks:
          company:
            find: { value: post.author.company }
            rewrite: [post.text]
            verify: [share.text]
            replace: { number: '{A}社' }
          author:
            find: { value: post.author.id, pattern: '@[A-Za-z0-9_]{3,20}' }
            rewrite: [post.text]
            verify: [share.text]
            replace: { redact: true }

        """

    @Test func whatIsHiddenIsMaskedAndItsPlaceIsTold() throws {
        let decision = try Judging.decide(Self.texts) {
            $0.resource.attributes["text"] = "退職してAcmeへ、@sakura も"
        }
        #expect(decision.outcome == .allow)
        let field = try #require(decision.texts.first)
        #expect(field.path == "resource.text")
        #expect(field.masked == "退職してA社へ、■■■■■■■ も")
        // 退職して is 4 characters of 3 bytes each; then Acme, へ and 、 of 3 bytes each, then @sakura.
        #expect(field.spans.map(\.mask) == ["company", "author"])
        #expect(field.spans.map(\.utf8) == [12..<16, 22..<29])
        #expect(field.spans.map(\.utf16) == [4..<8, 10..<17])
        #expect(field.spans.map(\.scalars) == [4..<8, 10..<17])
    }

    @Test(arguments: ["AＣme", "acme", "A.c.m.e", "Acme"])
    func whatIsWrittenOtherwiseIsHiddenToo(spelling: String) throws {
        let decision = try Judging.decide(Self.texts) { $0.resource.attributes["text"] = .string("今の\(spelling)です") }
        #expect(decision.texts.first?.masked == "今のA社です")
    }

    @Test(arguments: [("Acmeの話", Outcome.deny), ("A社の話", .allow), ("u_9 の話", .deny), ("u_91 の話", .allow)])
    func aTextThatAPersonMaskedIsLookedAt(text: String, outcome: Outcome) throws {
        let decision = try Judging.decide(
            Self.texts + """
                rules:
                  shown: { on: share, when: "share.text.reveals('company') || share.text.reveals('author')", then: deny }

                """
        ) { $0.action.attributes["text"] = .string(text) }
        #expect(decision.outcome == outcome)
        #expect(!String(decoding: decision.json(), as: UTF8.self).contains("Acme"))
    }

    @Test func anAbsentOptionalValueIsNothingToFind() throws {
        let decision = try Judging.decide(Self.texts) {
            $0.resource.attributes["author"] = ["id": "u_9"]
            $0.resource.attributes["text"] = "Acme"
        }
        #expect(decision.outcome == .allow)
        #expect(decision.texts.first?.masked == "Acme")
    }

    @Test func aMaskThatCannotBeAppliedWithholdsTheText() throws {
        let decision = try Judging.decide(Self.texts) {
            $0.resource.attributes["author"] = ["company": 5, "id": "u_9"]
        }
        #expect(decision.outcome == .hold)
        #expect(decision.reason == .fault)
        #expect(decision.texts.map(\.masked) == [nil])
        #expect(decision.errors.map(\.rule) == ["company"])
        #expect(decision.errors.map(\.error) == ["`resource.author.company` must be a string, found int"])
    }

    @Test func whatAMaskMustFindAndCannotIsAFaultOfWhoAsks() throws {
        let body = Self.texts + "rules: { shown: { on: share, when: share.text.reveals('company'), then: deny } }\n"
        let decision = try Judging.decide(body) { $0.resource.attributes["author"] = ["company": 5, "id": "u_9"] }
        #expect(decision.outcome == .hold)
        #expect(decision.errored == ["shown"])
    }

    @Test func aMissingRequiredValueIsAFault() throws {
        let decision = try Judging.decide(Self.texts) { $0.resource.attributes["author"] = nil }
        #expect(decision.outcome == .hold)
        // Both masks read the author.
        #expect(decision.errors.map(\.rule) == ["company", "author"])
        #expect(decision.texts.map(\.masked) == [nil])
    }

    @Test(arguments: [("らしいです", Outcome.deny), ("REPORTEDLY so", .deny), ("reported", .allow), ("確かです", .allow)])
    func aLexiconIsFoundHoweverItIsWritten(text: String, outcome: Outcome) throws {
        let decision = try Judging.decide(
            Self.texts + "rules:\n  r: { on: share, when: \"share.text.mentions('hedges')\", then: deny }\n"
        ) { $0.action.attributes["text"] = .string(text) }
        #expect(decision.outcome == outcome)
        #expect(decision.inputs.lexicons.contains { $0.name == "hedges" && $0.digest.hasPrefix("sha256:") })
    }

    @Test func phrasesAreCountedAndFound() throws {
        let decision = try Judging.decide(
            Self.texts + """
                rules:
                  r: { on: share, when: "share.text.count('hedges') == 2", then: deny }
                  s: { on: share, when: "share.text.found('hedges') == ['らしい', 'らしい']", then: deny }

                """
        ) { $0.action.attributes["text"] = "らしい、らしい" }
        #expect(decision.matched == ["r", "s"])
    }

    @Test func aLexiconThatTheHostHasNotGivenIsAFault() throws {
        let body = Self.texts + "rules:\n  r: { on: share, when: \"share.text.mentions('hosted')\", then: deny }\n"
        let without = try Judging.decide(body)
        #expect(without.outcome == .hold)
        #expect(without.errors.map(\.error) == ["the lexicon `hosted` is not loaded"])
        let with = try Judging.decide(body, lexicons: ["hosted": HostLexicon(["転職"])])
        #expect(with.outcome == .deny)
        #expect(with.inputs.lexicons.contains { $0.name == "hosted" })
    }

    @Test(arguments: [
        ("「Acmeの転職」と読みました", Outcome.allow), ("「A社の転職」と読みました", .allow), ("「Acmeの倒産」と読みました", .deny),
        ("引用はありません", .allow),
    ])
    func aQuotationMustOccurInThePost(text: String, outcome: Outcome) throws {
        let decision = try Judging.decide(
            Self.texts + "rules:\n  r: { on: share, require: share.text.quotes(post.text), else: deny }\n"
        ) { $0.action.attributes["text"] = .string(text) }
        #expect(decision.outcome == outcome)
    }

    @Test(
        arguments: [
            // what is declared, the links, the outcome, the rules
            ("fact", ["https://example.org/report"], Outcome.allow, []),
            ("fact", [], .hold, ["veracity.unsupported"]),
            // A rumour needs none.
            ("rumor", [], .allow, []),
            ("none", [], .deny, ["veracity.missing"]),
        ] as [(String, AttributeValue, Outcome, [String])])
    func aFactNeedsItsEvidence(declared: String, links: AttributeValue, outcome: Outcome, rules: [String]) throws {
        let head = Judging.head.replacing(", read: Read", with: "")
        let body =
            Self.texts + """
                labels:
                  veracity:
                    values: [fact, rumor]
                    declared: share.label
                    evidence: { fact: size(post.tags) > 0 }
                    if-missing: { then: deny }
                    if-unsupported: { then: hold, to: moderators }
                review: { moderators: { who: moderator } }

                """
        var request = try Judging.request()
        request.action.attributes["label"] = .string(declared)
        request.resource.attributes["tags"] = links
        let evaluator = Evaluator(try PolicySet(texts: ["p.yaml": head + body]))
        let decision = evaluator.judge(request, standing: .none)
        #expect(decision.outcome == outcome)
        #expect(decision.matched == rules)
        // Evidence that cannot be looked at is none that was found.
        request.resource.attributes["tags"] = nil
        let lost = evaluator.judge(request, standing: .none)
        #expect(lost.outcome == (declared == "fact" ? .hold : outcome))
        #expect(lost.errors.isEmpty == (declared != "fact"))
    }

    static let label =
        texts + """
            labels:
              veracity:
                values: [fact, rumor]
                declared: action.label
                infer: { rumor: "action.text.mentions('hedges')" }
                if-missing: { then: deny }
                if-contradicted: { then: hold, to: moderators }
            review: { moderators: { who: moderator } }

            """

    @Test(arguments: [
        ("fact", "確かです", Outcome.allow, "fact" as String?, [String]()),
        ("rumor", "らしい", .allow, "rumor", []),
        ("none", "確かです", .deny, nil, ["veracity.missing"]),
        ("none", "らしい", .deny, "rumor", ["veracity.missing"]),
        ("fact", "らしい", .hold, "rumor", ["veracity.contradicted"]),
    ])
    func aLabelIsDemandedAndItsContradictionCaught(
        declared: String, text: String, outcome: Outcome, value: String?, rules: [String]
    ) throws {
        let body = Self.label.replacing("action.label", with: "share.label").replacing(
            "action.text", with: "share.text")
        let head = Judging.head.replacing(", read: Read", with: "")
        var request = try Judging.request()
        request.action.attributes["label"] = .string(declared)
        request.action.attributes["text"] = .string(text)
        let decision = Evaluator(try PolicySet(texts: ["p.yaml": head + body])).judge(request, standing: .none)
        #expect(decision.outcome == outcome)
        #expect(decision.matched == rules)
        #expect(decision.labels.map(\.value) == [value])
        #expect(decision.labels.map(\.conflict) == [rules == ["veracity.contradicted"]])
        // An attribute that must be there and is not is a fault, not a label that was left out.
        request.action.attributes["label"] = nil
        let missing = Evaluator(try PolicySet(texts: ["p.yaml": head + body])).judge(request, standing: .none)
        #expect(missing.outcome == .hold)
        #expect(missing.reason == .fault)
    }
}
