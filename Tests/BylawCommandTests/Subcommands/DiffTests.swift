import Foundation
import Testing

@Suite("bylaw diff")
struct DiffTests {
    private let folder: TemporaryFolder

    init() throws {
        let milder = SamplePolicy.closed.replacing("deny", with: "hold, to: elders").replacing(
            "hold, to", with: "hold\n    to")
        folder = try TemporaryFolder([
            "old/a.yaml": SamplePolicy.text(),
            "new/a.yaml": SamplePolicy.text(rule: milder)
                + "review: { elders: { who: [elder], within: 1d, late: stays-held } }\n",
            "broken/a.yaml": "bylaw: 2\n",
            "history.jsonl": """
            \(SamplePolicy.request("open"))

            \(SamplePolicy.request("closed", visibility: "private"))
            """,
            "damaged.jsonl": SamplePolicy.request("open") + "\n{\"id\": \"secret\"\n",
        ])
    }

    private func diff(_ arguments: String) throws -> CommandRun {
        try CommandRun.shell("bylaw diff \(arguments)", in: folder.root)
    }

    @Test("what changes is told, and the answer is no")
    func changes() throws {
        let run = try diff("old new --over history.jsonl")
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("2 requests: 1 change (50.0 %), 0 get stricter, 1 milder\n"))
        // Lines are counted as they stand in the file, blank ones too.
        #expect(run.output.contains("  1  deny → hold  town.square/closed-circle  e.g. request closed, line 3\n"))
    }

    @Test("nothing that changes is a yes")
    func same() throws {
        let run = try diff("old old --over history.jsonl")
        #expect(run.status == 0)
        #expect(run.output == "2 requests: nothing changes\n")
    }

    @Test("a build may mind only what gets milder, or nothing")
    func failing() throws {
        #expect(try diff("old new --over history.jsonl --fail-on milder").status == 1)
        #expect(try diff("new old --over history.jsonl --fail-on milder").status == 0)
        #expect(try diff("old new --over history.jsonl --fail-on never").status == 0)
    }

    @Test("a history comes from standard input too, and goes out as JSON and as a page")
    func forms() throws {
        let run = try diff("old new --over - --format json --html page.html < history.jsonl")
        #expect(run.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["bylaw"] as? Int == 1 && object["changed"] as? Int == 1)
        #expect(try folder.text("page.html").contains("<title>old → new</title>"))
    }

    @Test("a line that is no request is told of by its place and not shown, and what could be read is compared")
    func damaged() throws {
        let run = try diff("old new --over damaged.jsonl")
        #expect(run.status == 2)
        #expect(run.output == "1 request: nothing changes\n")
        #expect(run.errors.contains("damaged.jsonl:2:") && !run.errors.contains("secret"))
    }

    @Test(
        "what cannot be compared is refused",
        arguments: [
            ("old broken --over history.jsonl", 1), ("old none --over history.jsonl", 2), ("old new --over none", 2),
            ("old new", 2), ("old new --over history.jsonl --carry --ledger memory:", 2),
        ])
    func refused(arguments: String, status: Int32) throws {
        let run = try diff(arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }
}
