import Bylaw
import BylawSource
import Testing

@Suite struct LexiconTests {
    /// Whether a lexicon is found in the text.
    private func mentions(_ lexicon: String, _ text: String, more: [String: String] = [:]) throws -> Bool {
        let body =
            "otherwise: allow\nlexicons:\n  l: \(lexicon)\n"
            + "rules: { r: { on: share, when: \"share.text.mentions('l')\", then: deny } }\n"
        let decision = try Judging.decide(body, more: more) { $0.action.attributes["text"] = .string(text) }
        #expect(decision.errors == [])
        return decision.outcome == .deny
    }

    @Test(arguments: [
        ("includes", "concatenate", true), ("includes", "a cat sat", true), ("includes", "dog", false),
        ("includes-word", "concatenate", false), ("includes-word", "a cat sat", true),
        ("starts-with", "cats and dogs", true), ("starts-with", "  cat", true), ("starts-with", "a cat", false),
        ("ends-with", "a tomcat", true), ("ends-with", "cat food", false),
        ("full-exact", "cat", true), ("full-exact", "CAT", true), ("full-exact", "cats", false),
        ("full-exact", "a cat", false),
    ])
    func aPhraseMatchesAsAutoModeratorDoes(match: String, text: String, isFound: Bool) throws {
        #expect(try mentions("{ phrases: [cat], match: \(match) }", text) == isFound)
        #expect(try mentions("{ phrases: [{ phrase: cat, match: \(match) }] }", text) == isFound)
        // What a phrase says of itself counts more than what its lexicon says.
        #expect(try mentions("{ match: full-exact, phrases: [{ phrase: cat, match: \(match) }] }", text) == isFound)
    }

    @Test(arguments: [
        ("starts-with", "word", "cats and dogs", false), ("starts-with", "word", "cat food", true),
        ("ends-with", "word", "tomcat", false),
    ])
    func aBoundaryMayBeAskedForBesideAMatch(match: String, boundary: String, text: String, isFound: Bool) throws {
        #expect(try mentions("{ phrases: [cat], match: \(match), boundary: \(boundary) }", text) == isFound)
    }

    @Test(arguments: [
        ("{ phrases: [{ pattern: 'c[ae]t+' }] }", "CETT", true),
        ("{ phrases: [{ pattern: 'c[ae]t+', case-sensitive: true }] }", "CETT", false),
        ("{ phrases: [{ pattern: 'c[ae]t+', case-sensitive: true }] }", "cett", true),
        ("{ case-sensitive: true, phrases: [{ pattern: 'c[ae]t+' }] }", "CETT", false),
        ("{ phrases: [{ pattern: 'c[ae]t+' }] }", "ｃｅｔ", true),
        ("{ phrases: [{ pattern: 'c[ae]t+' }], fold: [case] }", "ｃｅｔ", false),
        ("{ phrases: [{ pattern: 'c[ae]t+' }], except: [scatter] }", "scatter", false),
        ("{ phrases: [{ pattern: 'c[ae]t+' }], except: [scatter] }", "scatter the cat", true),
        ("{ phrases: [{ pattern: '\\p{Katakana}{2,}' }] }", "テスト", true),
        ("{ phrases: [cat], except: [{ pattern: 'cat(?:erpillar)? food' }] }", "cat food", false),
        ("{ phrases: [cat], except: [{ pattern: 'cat(?:erpillar)? food' }] }", "cat", true),
        ("{ phrases: [{ pattern: '(?P<found>c[ae]t)s' }], except: [cats] }", "cats", false),
    ])
    func aPatternIsAnEntryOfALexicon(lexicon: String, text: String, isFound: Bool) throws {
        #expect(try mentions(lexicon, text) == isFound)
    }

    @Test(arguments: [
        ("[case]", "CAT", true), ("[]", "CAT", false), ("[]", "cat", true), ("[case]", "ｃａｔ", false),
        ("[width]", "ｃａｔ", true), ("[separators]", "c.a.t", true), ("[case]", "c.a.t", false),
        ("[repeats]", "caaat", true), ("[entities]", "&#99;at", true), ("[marks]", "cát", true),
        ("[invisible]", "c\u{200B}at", true), ("[confusables]", "c\u{0430}t", true), ("[case]", "c\u{0430}t", false),
    ])
    func aLexiconFoldsWhatItSays(fold: String, text: String, isFound: Bool) throws {
        #expect(try mentions("{ phrases: [cat], fold: \(fold) }", text) == isFound)
    }

    @Test(arguments: [
        ("cat", "a Cat", true), ("cat", "a dog", false), ("Katze", "eine KATZE", true),
        ("# not a phrase", "not", false),
    ])
    func aTextFileListsPhrases(word: String, text: String, isFound: Bool) throws {
        #expect(
            try mentions("{ file: words.txt }", text, more: ["words.txt": "dogma\n\(word)\tits reason\n"]) == isFound)
    }

    @Test func aTableListsNamesWithTheirAliases() throws {
        let table = ["names.tsv": "name\taliases\nAcme Holdings\tAHD|アクメ\nGlobex\t\n"]
        for text in ["Acme Holdings", "AHD", "アクメの話", "Globex"] {
            #expect(try mentions("{ file: names.tsv }", text, more: table))
        }
        #expect(try !mentions("{ file: names.tsv }", "Holdings", more: table))
    }

    @Test func aWrongLexiconIsToldAtItsPlace() throws {
        func codes(_ lexicon: String) throws -> [String] {
            try Judging.problems("otherwise: allow\nlexicons:\n  l: \(lexicon)\n").map(\.code)
        }
        #expect(try codes("{ phrases: [{ pattern: 'a(' }] }").count == 1)
        #expect(try codes("{ phrases: [{ pattern: a, match: includes }] }") == ["unknown-key"])
        #expect(try codes("{ phrases: [cat], match: contains }") == ["unknown-word"])
        #expect(try codes("{ phrases: [{ phrase: cat, aliases: [' '] }] }") == ["empty-phrase"])
        let patterns = (0...256).map { "{ pattern: 'a\($0)' }" }.joined(separator: ", ")
        #expect(try codes("{ phrases: [\(patterns)] }") == ["too-many-patterns"])
    }

    @Test func lexiconsOfOneNameAreKeptApartByWhatTheySay() throws {
        func policy(_ id: String, _ lexicon: String) -> String {
            Judging.head.replacing("test.sharing", with: id)
                + "otherwise: allow\nlexicons: { l: \(lexicon) }\n"
                + "rules: { r: { on: share, when: \"share.text.mentions('l')\", then: deny } }\n"
        }
        let set = try PolicySet(texts: [
            "a.yaml": policy("test.a", "{ phrases: [cat], match: full-exact }"),
            "b.yaml": policy("test.b", "{ phrases: [cat], match: includes }"),
        ])
        var request = try Judging.request()
        request.action.attributes["text"] = "concatenate"
        let decision = Evaluator(set).judge(request, standing: .none)
        #expect(decision.rules.map(\.policy) == ["test.b"])
        #expect(decision.inputs.lexicons.map(\.name) == ["l", "test.b/l"])
        // So are they where the host gives the phrases.
        let hosted = Evaluator(set, lexicons: ["l": HostLexicon(["ten"])]).judge(request, standing: .none)
        #expect(hosted.rules.map(\.policy) == ["test.b"])
    }
}
