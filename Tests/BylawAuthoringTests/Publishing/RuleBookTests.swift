import Bylaw
import BylawAuthoring
import BylawTestSupport
import Foundation
import Testing

/// Whole rule books, as members read them.
@Suite struct RuleBookTests {
    @Test(arguments: ["en", "de", "ja", "zh", "ru"])
    func `everything that a policy holds is told in each language`(language: String) throws {
        let book = RuleBook([try Garden.policies()])
        #expect(book.languages == ["en", "de", "ja", "zh", "ru"])
        #expect(book.languagesWithoutWords.isEmpty)
        #expect(Snapshot.difference(of: book.markdown(in: language), from: "garden.\(language).md") == nil)
    }

    @Test func `a language without words gets English ones, and the policy's own texts`() throws {
        let policies = try PolicySet(texts: [
            "p.yaml": """
            bylaw: 1
            policy: jardin
            version: 1.0.0
            title: Le jardin
            languages: [fr]
            judges: { action: { post: { sold: bool } } }
            otherwise: abstain
            mode: shadow
            rules: { unsold: { when: action.sold, then: deny, says: Rien n'est à vendre. } }
            """
        ])
        let book = RuleBook([policies])
        #expect(book.languagesWithoutWords == ["fr"])
        let text = book.markdown(in: "fr")
        #expect(text.hasPrefix("# Rule book\n"))
        #expect(text.contains("Le jardin\n\n`jardin`"))
        #expect(text.contains("A trial: judged and reported only. Nothing follows from it."))
        #expect(text.contains("#### <a id=\"fr/jardin@1.0.0/rules/unsold\"></a>Rien n'est à vendre."))
        #expect(book.html().contains("<span lang=\"en\" dir=\"auto\">It is refused.</span>"))
    }

    @Test func `a language that a policy lacks shows the first that it has, marked as such`() throws {
        let policies = try PolicySet(texts: [
            "p.yaml": """
            bylaw: 1
            policy: garten
            version: 1.0.0
            languages: [de]
            judges: { action: { post: { sold: bool } } }
            otherwise: allow
            rules: { unsold: { when: action.sold, then: deny, says: Nichts wird verkauft. } }
            """
        ])
        let book = RuleBook([policies], languages: ["ja"])
        #expect(book.html().contains("<h4><span lang=\"de\" dir=\"auto\">Nichts wird verkauft.</span> "))
        #expect(book.languages == ["ja"])
    }

    @Test func `a book in a regional language has the words of the language`() throws {
        let book = RuleBook([try Garden.policies()], languages: ["zh-Hans"])
        #expect(book.languagesWithoutWords.isEmpty)
        #expect(book.markdown(in: "zh-Hans").hasPrefix("# 规则手册\n"))
    }
}
