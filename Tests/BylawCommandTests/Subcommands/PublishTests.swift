import Foundation
import Testing

@Suite("bylaw publish")
struct PublishTests {
    private static let policy = SamplePolicy.text(
        uses: "source.yaml",
        rule: """
                source: { quote: Closed is closed., reading: direct }
                when: circle.visibility == 'private'
                then: deny
                says: { en: This circle is closed., ja: このサークルは非公開です。 }
            """
    ).replacing("judges:", with: "languages: [en, ja]\njudges:")
    private static let source = """
        bylaw: 1
        source: town.charter
        title: { en: The charter }
        language: en
        file: charter.txt

        """

    private static func folder(text: String = "Closed is closed.\n") throws -> TemporaryFolder {
        try TemporaryFolder([
            "p/a.yaml": policy, "p/source.yaml": source, "texts/charter.txt": text,
            "old/a.yaml": policy.replacing("1.0.0", with: "0.9.0").replacing("then: deny", with: "then: allow"),
            "old/source.yaml": source,
        ])
    }

    @Test("the rule book goes to standard output, in each language or in one")
    func output() throws {
        let folder = try Self.folder()
        let both = try CommandRun.bylaw("publish", "p", in: folder.root)
        #expect(both.status == 0)
        #expect(both.errors.isEmpty)
        #expect(both.output.hasPrefix("# Rule book\n"))
        #expect(both.output.contains("\n# ルールブック\n"))
        let one = try CommandRun.bylaw("publish", "p", "--language", "ja", in: folder.root)
        #expect(one.output.hasPrefix("# ルールブック\n"))
        #expect(one.output.contains("このサークルは非公開です。"))
        let html = try CommandRun.bylaw("publish", "p", "--html", in: folder.root)
        #expect(html.output.hasPrefix("<!doctype html>\n"))
        #expect(html.output.contains("lang=\"en\"") && html.output.contains("lang=\"ja\""))
    }

    @Test("into a folder goes a file for each language, or the page; into a file all of it")
    func files() throws {
        let folder = try Self.folder()
        let run = try CommandRun.bylaw("publish", "p", "--output", "book/", in: folder.root)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(try folder.text("book/rules.en.md").hasPrefix("# Rule book\n"))
        #expect(try folder.text("book/rules.ja.md").hasPrefix("# ルールブック\n"))
        #expect(try CommandRun.bylaw("publish", "p", "--html", "--output", "book", in: folder.root).status == 0)
        #expect(try folder.text("book/rules.html").hasSuffix("</html>\n"))
        #expect(try CommandRun.bylaw("publish", "p", "--output", "all.md", in: folder.root).status == 0)
        #expect(try folder.text("all.md").contains("\n# ルールブック\n"))
        let lost = try CommandRun.bylaw("publish", "p", "--output", "none/all.md", in: folder.root)
        #expect(lost.status == 2)
        #expect(lost.errors.contains("error[unwritable]"))
    }

    @Test("a language without words is noted, and published in English")
    func unknownLanguage() throws {
        let folder = try Self.folder()
        let run = try CommandRun.bylaw("publish", "p", "--language", "eo", in: folder.root)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("# Rule book\n"))
        #expect(run.errors == "no words of a rule book are known in `eo`: they are in English\n")
    }

    @Test("what changed since other policies is told")
    func since() throws {
        let folder = try Self.folder()
        let run = try CommandRun.bylaw("publish", "p", "--since", "old", "--language", "en", in: folder.root)
        #expect(run.status == 0)
        #expect(run.output.contains("## What changed since 0.9.0"))
        #expect(run.output.contains("        - Before: It is allowed.\n        - Now: It is refused.\n"))
    }

    @Test("with --sources it is reported what became of each text, and the exit code says whether all is well")
    func sources() throws {
        let folder = try Self.folder()
        let well = try CommandRun.bylaw("publish", "--sources", "texts", "p", in: folder.root)
        #expect(well.status == 0)
        #expect(well.errors.isEmpty)
        #expect(well.output.contains("1 sentence: 1 quoted, 0 left out, 0 unaccounted for\n"))
        let other = try Self.folder(text: "Open is open.")
        let amiss = try CommandRun.bylaw("publish", "--sources", "texts", "p", in: other.root)
        #expect(amiss.status == 1)
        #expect(amiss.output.contains("nobody accounts for it"))
        #expect(amiss.errors.contains("error[not-verbatim]") && amiss.errors.contains("--> charter.txt:1:1"))
        let json = try CommandRun.bylaw("publish", "--sources", "texts", "p", "--format", "json", in: folder.root)
        #expect(json.status == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["bylaw"] as? Int == 1)
        #expect((object["sources"] as? [[String: Any]])?.first?["quoted"] as? Int == 1)
        let missing = try CommandRun.bylaw("publish", "--sources", "none", "p", in: folder.root)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("error[missing-file]: the folder of texts has no file `charter.txt`"))
    }

    @Test("policies that do not load publish nothing")
    func broken() throws {
        let folder = try TemporaryFolder(["a.yaml": SamplePolicy.text(rule: "    when: true")])
        let run = try CommandRun.bylaw("publish", "a.yaml", in: folder.root)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("error[missing-effect]"))
        #expect(try CommandRun.bylaw("publish", "none", in: folder.root).status == 2)
    }

    @Test(
        "options that do not go together are wrong usage",
        arguments: [
            ["--sources", "texts", "--html"], ["--sources", "texts", "--language", "en"], ["--format", "json"],
            ["--sources", "texts", "--since", "old"], ["--output", ""],
        ])
    func usage(options: [String]) throws {
        #expect(try CommandRun.bylaw(["publish", "Policies"] + options).status == 2)
    }
}
