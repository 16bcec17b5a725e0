import Bylaw
import BylawSource
import BylawTestSupport
import BylawYAML
import Foundation
import Testing

/// The lexicons in five languages, each with sentences in which it must find something and near misses in which it must
/// not. What they see is how a thing is said: whether it is true they cannot tell.
@Suite struct LexiconTests {
    private static let folder = Pack.policies.appending(path: "lexicons")
    private static let languages = ["en", "ja", "zh", "de", "ru"]

    /// An evaluator that denies where a lexicon is found.
    private static func evaluator(_ lexicon: String) throws -> Evaluator {
        let file = try String(contentsOf: folder.appending(path: "\(lexicon).yaml"), encoding: .utf8)
        let policy = """
            bylaw: 1
            policy: test.lexicon
            version: 1.0.0
            uses: [lexicon.yaml]
            judges: { action: { share: Share } }
            types: { Share: { text: text } }
            otherwise: allow
            rules: { found: { when: "share.text.mentions('\(lexicon)')", then: deny } }

            """
        return Evaluator(try PolicySet(texts: ["policy.yaml": policy, "lexicon.yaml": file]))
    }

    private static func check(_ lexicon: String, finds: [String], misses: [String]) throws {
        let evaluator = try evaluator(lexicon)
        let time = try #require(Timestamp("2024-09-01T10:00:00+09:00"))
        for (sentences, expected) in [(finds, Outcome.deny), (misses, .allow)] {
            for sentence in sentences {
                let request = Request(
                    id: "r", time: time, actor: Entity(type: "member", id: "u_7", []),
                    action: Action(name: "share", ["text": .string(sentence)]),
                    resource: Entity(type: "post", id: "p_1", []))
                let decision = evaluator.judge(request, standing: .none)
                #expect(decision.outcome == expected, "\(lexicon): \(sentence)")
                #expect(decision.errors.isEmpty)
            }
        }
    }

    @Test(arguments: Sentences.hedges.keys.sorted())
    func hedgesAreFoundAndFlatStatementsAreNot(language: String) throws {
        let sentences = try #require(Sentences.hedges[language])
        try Self.check("hedges.\(language)", finds: sentences.finds, misses: sentences.misses)
    }

    @Test(arguments: Sentences.incitement.keys.sorted())
    func incitementIsFoundAndPlainTalkIsNot(language: String) throws {
        let sentences = try #require(Sentences.incitement[language])
        try Self.check("incitement.\(language)", finds: sentences.finds, misses: sentences.misses)
    }

    @Test func loudWritingIsFoundInAnyLanguage() throws {
        try Self.check("loud", finds: Sentences.loud.finds, misses: Sentences.loud.misses)
    }

    @Test(arguments: Sentences.chinese.keys.sorted())
    func whatAClubCallsUnwantedIsFoundAndItsLikesAreNot(lexicon: String) throws {
        let sentences = try #require(Sentences.chinese[lexicon])
        try Self.check(lexicon, finds: sentences.finds, misses: sentences.misses)
    }

    @Test(arguments: Sentences.pressure.keys.sorted())
    func pressureIsFoundAndOrdinaryTalkOfDebtsIsNot(language: String) throws {
        let sentences = try #require(Sentences.pressure[language])
        try Self.check("pressure.\(language)", finds: sentences.finds, misses: sentences.misses)
    }

    @Test func eachLanguageHasItsSentences() {
        #expect(Sentences.hedges.keys.sorted() == Self.languages.sorted())
        #expect(Sentences.incitement.keys.sorted() == Self.languages.sorted())
    }

    @Test(
        arguments: languages.flatMap { ["hedges.\($0)", "incitement.\($0)"] }
            + ["loud", "attacks.ja", "attacks.en", "pressure.de", "pressure.en"] + Sentences.chinese.keys.sorted())
    func everyEntrySaysWhyItIsListed(lexicon: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: "\(lexicon).yaml"))
        let (document, _) = YAMLDocument.parse(SourceFile(name: lexicon, bytes: Array(bytes)))
        let phrases = try #require(document?.root.mapping?["phrases"]?.sequence)
        for phrase in phrases {
            let reason = phrase.mapping?["reason"]?.scalar?.text
            #expect(reason?.isEmpty == false, "\(phrase.mapping?["phrase"]?.scalar?.text ?? phrase.kind)")
        }
    }
}
