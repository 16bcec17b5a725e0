import Bylaw
import BylawSource
import Testing

@Suite struct MaskTests {
    private static let key = MaskKey(id: "2024-q3", bytes: Array("a secret of the host".utf8))

    /// A mask over the author's company and a lexicon, with a replacement.
    private static func policy(_ replace: String, more: String = "") -> String {
        """
        otherwise: allow
        lexicons:
          companies:
            prefixes: [株式会社]
            suffixes: [株式会社, GmbH]
            phrases:
              - { phrase: Globex, aliases: [グローベックス, GBX] }
              - { pattern: '\\p{Katakana}{3,}製作所' }
            except: [GBX rules]
        masks:
          company: { find: { value: post.author.company, lexicon: companies }, rewrite: [post.text], \(more)replace: \(replace) }

        """
    }

    private func masked(
        _ replace: String, _ text: String, more: String = "", keys: [String: MaskKey] = [:],
        _ change: (inout Request) -> Void = { _ in }
    ) throws -> Decision {
        var request = try Judging.request()
        request.resource.attributes["text"] = .string(text)
        change(&request)
        let policies = try Judging.policies(Self.policy(replace, more: more))
        return Evaluator(policies, keys: keys).judge(request, standing: .none)
    }

    @Test(arguments: [
        ("{ redact: true }", "■■■■と■■■■■■と■■■■■■■"),
        ("{ text: '（ある会社）' }", "（ある会社）と（ある会社）と（ある会社）"),
        ("{ keep-last: 2 }", "■■meと■■■■exと■■■■■クス"),
        ("{ number: '{A}社' }", "A社とB社とB社"),
    ])
    func eachReplacementStandsInTheText(replace: String, expected: String) throws {
        let decision = try masked(replace, "AcmeとGlobexとグローベックス")
        #expect(decision.texts.map(\.masked) == [expected])
        #expect(decision.outcome == .allow)
        #expect(decision.texts[0].spans.map(\.scalars) == [0..<4, 5..<11, 12..<19])
    }

    @Test(arguments: [
        ("株式会社Acmeの話", "A社の話"), ("Acme GmbHの話", "A社の話"), ("Globex株式会社とGBX", "A社とA社"),
        ("テスト製作所で、テスト製作所株式会社で", "A社で、A社で"), ("GBX rules", "GBX rules"), ("GBX rule", "A社 rule"),
    ])
    func whatBelongsToANameGoesWithIt(text: String, expected: String) throws {
        #expect(try masked("{ number: '{A}社' }", text).texts.map(\.masked) == [expected])
    }

    @Test func aValueIsFoundWithoutItsLegalForm() throws {
        let decision = try masked("{ number: '{A}社' }", "Initechと株式会社Initech") {
            $0.resource.attributes["author"] = ["id": "u_9", "company": "株式会社Initech"]
        }
        #expect(decision.texts.map(\.masked) == ["A社とA社"])
    }

    @Test(arguments: [
        ("[case]", "ＡＣＭＥ acme", "ＡＣＭＥ ■■■■"), ("[width]", "Ａｃｍｅ acme", "■■■■ acme"), ("[]", "ACME Acme", "ACME ■■■■"),
    ])
    func aMaskFoldsWhatItSays(fold: String, text: String, expected: String) throws {
        let decision = try masked("{ redact: true }", text, more: "fold: \(fold), ")
        #expect(decision.texts.map(\.masked) == [expected])
    }

    // Reckoned apart from this code: HMAC-SHA256 over the length-prefixed fields "bylaw pseudonym", 0x01 and the scope (or
    // 0x00), and the folded value; its first ten bytes in Crockford's base 32.
    @Test(arguments: [
        ("{ pseudonym: { key: members } }", "ywj6fz83ajc3kkdn"),
        ("{ pseudonym: { key: members, scope: post.circle.visibility } }", "7chdvm7rkngd09se"),
        (
            "{ pseudonym: { key: members, scope: post.circle.visibility, as: 'company-{id}' } }",
            "company-7chdvm7rkngd09se"
        ),
    ])
    func aPseudonymIsKeyedAndStable(replace: String, expected: String) throws {
        let key = try #require(Self.key)
        for text in ["Acme", "ＡＣＭＥ", "A.c.m.e"] {
            let decision = try masked(replace, text, keys: ["members": key])
            #expect(decision.texts.map(\.masked) == [expected])
            #expect(decision.inputs.keys.map(\.name) == ["members"])
            #expect(decision.inputs.keys.map(\.digest) == ["2024-q3"])
            #expect(!String(decoding: decision.json(), as: UTF8.self).contains("Acme"))
        }
        let other = try #require(MaskKey(id: "2024-q4", bytes: Array("another secret here".utf8)))
        let changed = try masked(replace, "Acme", keys: ["members": other])
        #expect(changed.texts.first?.masked != expected)
        #expect(changed.texts.first?.masked?.count == expected.count)
    }

    @Test func namesInOneScopeCannotBeMatchedWithThoseOfAnother() throws {
        let key = try #require(Self.key)
        let replace = "{ pseudonym: { key: members, scope: post.circle.visibility } }"
        let inPublic = try masked(replace, "Acme Globex Acme", keys: ["members": key]).texts.first?.masked
        let inPrivate = try masked(replace, "Acme Globex Acme", keys: ["members": key]) {
            $0.resource.attributes["circle"] = ["visibility": "private"]
        }.texts.first?.masked
        let names = [inPublic, inPrivate].map { $0?.split(separator: " ") ?? [] }
        #expect(names.map(\.count) == [3, 3])
        for names in names { #expect(names[0] == names[2] && names[0] != names[1]) }
        #expect(Set(names[0]).isDisjoint(with: names[1]))
    }

    @Test func aMissingKeyWithholdsTheText() throws {
        let decision = try masked("{ pseudonym: { key: members } }", "Acme")
        #expect(decision.outcome == .hold)
        #expect(decision.reason == .fault)
        #expect(decision.texts.map(\.masked) == [nil])
        #expect(decision.errors.map(\.error) == ["the key `members` is not given"])
        #expect(decision.inputs.keys == [])
    }

    @Test func aScopeThatCannotBeReadWithholdsTheText() throws {
        let key = try #require(Self.key)
        let replace = "{ pseudonym: { key: members, scope: post.circle.visibility } }"
        let decision = try masked(replace, "Acme", keys: ["members": key]) { $0.resource.attributes["circle"] = nil }
        #expect(decision.outcome == .hold)
        #expect(decision.texts.map(\.masked) == [nil])
    }

    @Test func aKeyIsLongEnoughAndShowsNothing() throws {
        #expect(MaskKey(id: "k", bytes: [UInt8](repeating: 1, count: 15)) == nil)
        let key = try #require(Self.key)
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "MaskKey(2024-q3)")
        #expect(String(reflecting: key) == "MaskKey(2024-q3)")
        #expect(dumped.trimmingPrefix("- ") == "MaskKey(2024-q3)\n")
    }

    @Test func aTemplateNamesItsSlot() throws {
        #expect(
            try Judging.problems(Self.policy("{ pseudonym: { key: k, as: member } }")).map(\.code) == [
                "invalid-replacement"
            ])
        #expect(try Judging.problems(Self.policy("{ number: 社 }")).map(\.code) == ["invalid-replacement"])
    }

    @Test func aliasesThatTheHostGivesAreNumberedAlike() throws {
        var request = try Judging.request()
        request.resource.attributes["text"] = "Initech, INT, Hooli"
        let host = HostLexicon([(name: "Initech", aliases: ["INT"]), (name: "Hooli", aliases: [])])
        let evaluator = Evaluator(
            try Judging.policies(Self.policy("{ number: '{A}社' }")), lexicons: ["companies": host])
        #expect(evaluator.judge(request, standing: .none).texts.map(\.masked) == ["A社, A社, B社"])
    }
}
