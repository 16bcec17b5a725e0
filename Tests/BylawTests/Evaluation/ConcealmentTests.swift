import Bylaw
import Testing

/// What a mask hides appears nowhere but in the request itself.
@Suite struct ConcealmentTests {
    private static let secret = "Zyxwvut"

    /// Rules that fail on the hidden texts in as many ways as conditions can, beside a mask over them.
    private static let policy = """
        otherwise: allow
        lexicons: { names: { hosted: true } }
        masks:
          company:
            find: { value: post.author.company, lexicon: names }
            rewrite: [post.text, share.text]
            replace: { pseudonym: { key: k, scope: post.author.id } }
        labels:
          veracity: { values: [fact, rumor], declared: share.label, infer: { rumor: "int(share.text) > 0" } }
        rules:
          number: { when: "int(post.text) > 0", then: deny }
          double: { when: "double(share.text) > 0.0", then: deny }
          time: { when: "timestamp(post.text) > now", then: deny }
          duration: { when: "duration(post.text) > duration('1h')", then: deny }
          key: { when: "{'a': 1}[post.text] == 1", then: deny }
          pattern: { when: "post.tags[0].matches('(' + share.text)", then: deny }
          index: { when: "post.text.split(' ')[99] == 'a'", then: deny }
          bool: { when: "bool(post.text)", then: deny }
          format: { when: "post.text.format([1]) == 'a'", then: deny }
          names: { on: share, when: "share.text.mentions('names')", then: deny }

        """

    private func request() throws -> Request {
        var request = try Judging.request()
        request.resource.attributes["text"] = .string("%z \(Self.secret) [")
        request.action.attributes["text"] = .string("\(Self.secret)[")
        request.resource.attributes["author"] = ["id": "u_9", "company": .string(Self.secret)]
        return request
    }

    private func expectNothing(_ text: String, _ what: String) {
        #expect(!text.lowercased().contains(Self.secret.lowercased()), "\(what) shows what is hidden")
    }

    @Test(arguments: [false, true])
    func noDecisionShowsIt(isComplete: Bool) throws {
        let key = try #require(MaskKey(id: "k1", bytes: Array(repeating: 7, count: 32)))
        let evaluator = Evaluator(
            try PolicySet(texts: ["p.yaml": Judging.head.replacing(", read: Read", with: "") + Self.policy]),
            lexicons: isComplete ? ["names": HostLexicon([Self.secret])] : [:],
            keys: isComplete ? ["k": key] : [:])
        let decision = evaluator.judge(try request(), standing: .none)
        #expect(decision.errors.count >= 8)
        #expect(decision.texts.count == 2)
        #expect(decision.texts.allSatisfy { ($0.masked != nil) == isComplete })
        expectNothing(String(decoding: decision.json(), as: UTF8.self), "the JSON")
        expectNothing("\(decision)", "the description")
        expectNothing(String(reflecting: decision), "the debug description")
        var dumped = ""
        dump(decision, to: &dumped)
        expectNothing(dumped, "a dump")
    }

    @Test func noRequestShowsItsTexts() throws {
        let request = try request()
        for (what, value) in [
            ("a description", "\(request)"), ("a debug description", String(reflecting: request)),
            ("an entity", "\(request.resource)"), ("an action", "\(request.action)"),
            ("attributes", "\(request.resource.attributes)"), ("a value", "\(AttributeValue.string(Self.secret))"),
            ("an attribute", String(reflecting: Attribute("text", .string(Self.secret)))),
        ] {
            expectNothing(value, what)
        }
        var dumped = ""
        dump(request, to: &dumped)
        expectNothing(dumped, "a dump")
        dumped = ""
        dump(HostLexicon([Self.secret]), to: &dumped)
        expectNothing(dumped, "a dump of a lexicon")
    }
}
