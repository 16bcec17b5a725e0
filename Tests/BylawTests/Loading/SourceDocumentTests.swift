import Bylaw
import BylawSource
import Testing

/// Texts that policies put into force, beside the policies.
@Suite struct SourceDocumentTests {
    static func source(
        _ id: String = "town.rules", title: String = "title: { de: Ordnung, en: Rules }", _ more: String = ""
    ) -> String {
        "bylaw: 1\nsource: \(id)\n\(title)\nlanguage: de\nfile: ordnung.txt\n\(more)\n"
    }

    static func policy(_ uses: String, source: String) -> String {
        UsesTests.policy(
            "types.yaml\(uses)", "rules: { r: { source: { \(source) }, when: true, then: deny } }")
    }

    private static func load(_ policy: String, _ files: [String: String]) throws(PolicyErrors) -> PolicySet {
        try PolicySet(texts: files.merging(["p.yaml": policy, "types.yaml": UsesTests.types]) { $1 })
    }

    /// Each problem: code, what is underlined, what is suggested.
    private static func problems(_ policy: String, _ files: [String: String]) -> [String] {
        let diagnostics: [Diagnostic]
        do {
            diagnostics = try load(policy, files).warnings
        } catch {
            diagnostics = error.diagnostics
        }
        return diagnostics.map {
            [$0.code, $0.location.map { $0.file.text(in: $0.range) } ?? "-", $0.help].compactMap(\.self)
                .joined(separator: " | ")
        }
    }

    @Test func `a rule quotes the only text that its policy uses`() throws {
        let quoting = "quote: Kein Lärm., reading: direct"
        let one = try Self.load(Self.policy(", s.yaml", source: quoting), ["s.yaml": Self.source()])
        #expect(one.checked.first?.rules.first?.source?.document == "town.rules")
        #expect(one.warnings.isEmpty)
        // Without a text the quotation stands for itself, as it always could.
        let none = try Self.load(Self.policy("", source: quoting), [:])
        #expect(none.checked.first?.rules.first?.source?.quote.value == "Kein Lärm.")
        #expect(none.checked.first?.rules.first?.source?.document == nil)
    }

    @Test func `of several texts a rule names one`() throws {
        let files = ["s.yaml": Self.source(), "t.yaml": Self.source("town.charter")]
        let named = Self.policy(", s.yaml, t.yaml", source: "quote: x, reading: derived, of: town.charter")
        #expect(try Self.load(named, files).checked.first?.rules.first?.source?.document == "town.charter")
        let silent = Self.policy(", s.yaml, t.yaml", source: "quote: Kein Lärm, reading: derived")
        #expect(
            Self.problems(silent, files) == ["ambiguous-source | Kein Lärm | add `of: town.rules`, or another's id"])
        let misspelt = Self.policy(", s.yaml, t.yaml", source: "quote: x, reading: derived, of: town.chartre")
        #expect(Self.problems(misspelt, files) == ["unknown-source | town.chartre | did you mean `town.charter`?"])
        let unused = Self.policy("", source: "quote: x, reading: derived, of: town.rules")
        #expect(
            Self.problems(unused, files).contains("unknown-source | town.rules | name its file under `uses`"))
    }

    @Test func `a text that a shared vocabulary uses is used`() throws {
        let files = ["v.yaml": "bylaw: 1\nvocabulary: v\nuses: [s.yaml]\n", "s.yaml": Self.source()]
        let set = try Self.load(Self.policy(", v.yaml", source: "quote: x, reading: direct"), files)
        #expect(set.checked.first?.rules.first?.source?.document == "town.rules")
        #expect(set.warnings.isEmpty)
    }

    @Test func `what a text's description changes is told by the digest`() throws {
        let policy = Self.policy(", s.yaml", source: "quote: x, reading: direct")
        let one = try Self.load(policy, ["s.yaml": Self.source()])
        let two = try Self.load(policy, ["s.yaml": Self.source() + "# another\n"])
        #expect(one.policies.map(\.digest) != two.policies.map(\.digest))
    }

    @Test func `a text that no policy puts into force is warned of`() {
        let policy = Self.policy("", source: "quote: x, reading: direct")
        #expect(
            Self.problems(policy, ["s.yaml": Self.source()])
                == ["unused-source | town.rules | name this file under `uses` of the policies that quote it"])
        // Where a policy cannot be read, nobody knows what it uses.
        #expect(
            Self.problems(policy.replacing("then: deny", with: "then: denny"), ["s.yaml": Self.source()])
                == ["unknown-word | denny | did you mean `deny`?"])
    }

    @Test func `a text is described once`() {
        let policy = Self.policy(", s.yaml", source: "quote: x, reading: direct")
        #expect(
            Self.problems(policy, ["s.yaml": Self.source(), "t/s.yaml": Self.source()])
                == ["duplicate-source | town.rules"])
    }

    static let slips: [(text: String, problem: String)] = [
        (source("town rules"), "invalid-name | town rules | use letters, digits, `-`, `_` and `.`"),
        (source(title: "titel: { en: Rules }"), "unknown-key | titel | did you mean `title`?"),
        (source().replacing("language: de\n", with: ""), "missing-key | bylaw"),
        (
            source().replacing("ordnung.txt", with: "../ordnung.txt"),
            "outside-root | ../ordnung.txt | write the file's name alone"
        ),
        (
            source(title: "title: { en: x }", "url: 'javascript:alert(1)'"),
            "invalid-address | 'javascript:alert(1)' | write `https://…`"
        ),
        (
            source(title: "title: { en: x }", "omits: [{ quote: ' ', reason: { en: x } }]"),
            "empty-quote | ' ' | write the sentence, word for word"
        ),
        (source(title: "title: { en: x }", "omits: [{ quote: Hallo }]"), "missing-key | { quote: Hallo }"),
        (
            source(title: "title: { en: x }", "omits: [{ from: Hallo, reason: { en: x } }]"),
            "missing-key | { from: Hallo, reason: { en: x } }"
        ),
        (
            source(title: "title: { en: x }", "omits: [{ quot: Hallo, quote: x, reason: { en: x } }]"),
            "unknown-key | quot | did you mean `quote`?"
        ),
        (source(title: "title: { en: x }", "omits: Hallo"), "wrong-type | Hallo"),
    ]

    @Test(arguments: slips.indices)
    func `a slip in a text's description is told at its place`(index: Int) {
        let slip = Self.slips[index]
        let policy = UsesTests.policy("types.yaml, s.yaml")
        #expect(Self.problems(policy, ["s.yaml": slip.text]).contains(slip.problem))
    }

    @Test func `a rule that quotes nothing is told`() {
        let policy = Self.policy("", source: "quote: '', reading: direct")
        #expect(Self.problems(policy, [:]) == ["empty-quote | '' | write the sentence, word for word"])
    }
}
