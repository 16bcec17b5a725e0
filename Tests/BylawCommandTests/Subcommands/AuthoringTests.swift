import Foundation
import Testing

@Suite("bylaw explain-code, schema and init")
struct AuthoringTests {
    @Test("a code is explained, with an example and its repair")
    func explained() throws {
        let run = try CommandRun.bylaw("explain-code", "not-in-enumeration")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("error[not-in-enumeration]: compared with a word that the attribute never is\n"))
        #expect(run.output.contains("\n    when: post.topic == 'ofer'\n"))
        #expect(run.output.contains("\n    when: post.topic == 'offer'\n"))
    }

    @Test("an unknown code is refused with the one that is meant")
    func unknown() throws {
        let run = try CommandRun.bylaw("explain-code", "unknown-feild")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("did you mean `unknown-field`?"))
    }

    @Test("without a code all are listed, a line each")
    func list() throws {
        let run = try CommandRun.bylaw("explain-code")
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0 && lines.count > 200)
        #expect(lines.contains { $0.hasPrefix("unknown-field ") && $0.hasSuffix(" there is no such field") })
    }

    @Test("pages are printed as JSON too")
    func json() throws {
        struct Report: Decodable {
            struct Page: Decodable { let code: String, severity: String, summary: String, wrong: String }
            let page: Page
        }
        let run = try CommandRun.bylaw("explain-code", "flow-text", "--format", "json")
        let page = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).page
        #expect(page.code == "flow-text" && page.severity == "warning" && page.wrong.hasPrefix("rules:\n"))
    }

    @Test("the schema of each kind is JSON", arguments: ["policy", "vocabulary", "lexicon", "source", "fixture", nil])
    func schema(_ kind: String?) throws {
        let run = try CommandRun.bylaw(["schema"] + [kind].compactMap(\.self))
        #expect(run.status == 0)
        let schema = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("an unknown kind or language is wrong usage")
    func usage() throws {
        #expect(try CommandRun.bylaw("schema", "rule").status == 2)
        let folder = try TemporaryFolder()
        #expect(try CommandRun.bylaw("init", "--language", "fr", in: folder.root).status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path).isEmpty)
    }

    @Test("a first folder has no problem and passes, in every language", arguments: ["en", "ja", "zh", "de", "ru"])
    func initialised(_ language: String) throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun.bylaw("init", "--language", language, in: folder.root)
        #expect(run.status == 0 && run.output.contains("\n  bylaw check policies\n  bylaw test fixtures\n"))
        let check = try CommandRun.bylaw("check", "policies", in: folder.root)
        #expect(check.status == 0 && check.output == "1 policy, no errors\n" && check.errors.isEmpty)
        #expect(try CommandRun.bylaw("test", "fixtures", in: folder.root).output.contains("3 passed, 0 failed"))
    }

    @Test("what is there is never written over")
    func existing() throws {
        let folder = try TemporaryFolder(["garden/fixtures/posting.yaml": "mine"])
        let run = try CommandRun.bylaw("init", "garden", in: folder.root)
        #expect(run.status == 1 && run.errors.contains("error[already-there]: `garden/fixtures/posting.yaml`"))
        #expect(try folder.text("garden/fixtures/posting.yaml") == "mine")
        #expect(!FileManager.default.fileExists(atPath: folder.url("garden/policies").path))
    }

    @Test("as many problems are shown as are asked for, and the others counted")
    func capped() throws {
        let folder = try TemporaryFolder(["p.yaml": SamplePolicy.text() + "a: 1\nb: 2\nc: 3\n"])
        let run = try CommandRun.bylaw("check", "--max-problems", "1", "p.yaml", in: folder.root)
        #expect(run.errors.contains("has no key `a`") && !run.errors.contains("has no key `b`"))
        #expect(run.errors.hasSuffix("… and 2 more errors\n\n3 errors\n"))
        #expect(try CommandRun.bylaw("check", "--max-problems", "-1", "p.yaml", in: folder.root).status == 2)
    }
}
