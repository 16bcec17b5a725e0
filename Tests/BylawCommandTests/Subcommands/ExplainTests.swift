import Foundation
import Testing

@Suite("bylaw explain")
struct ExplainTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "policies/a.yaml": SamplePolicy.text(), "closed.json": SamplePolicy.request("r1", visibility: "private"),
            "broken.json": #"{ "id": "secret", "#,
        ])
    }

    private func explain(_ arguments: String) throws -> CommandRun {
        try CommandRun.shell("bylaw explain --policies policies \(arguments)", in: folder.root)
    }

    @Test("tells a moderator which rule, why, and what would be otherwise")
    func moderator() throws {
        let run = try explain("closed.json")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("deny (rules): request r1, post by u_7,"))
        #expect(run.output.contains("✓ closed-circle: deny") && run.output.contains("circle.visibility = 'private'"))
        #expect(run.output.contains("allow with resource.visibility: 'private' → 'public'"))
    }

    @Test("states the reasons to a member, in the language asked for")
    func member() throws {
        let run = try explain("--for member --language ru closed.json")
        #expect(run.status == 0)
        #expect(run.output.contains("This circle is closed.") && run.output.contains("Не разрешено."))
    }

    @Test("both go out as JSON", arguments: ["", "--for member"])
    func json(arguments: String) throws {
        let run = try explain("--format json \(arguments) closed.json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["bylaw"] as? Int == 1)
        #expect(object["decision"] != nil || object["outcome"] as? String == "deny")
    }

    @Test("what is no request is refused without being shown, and wrong usage too")
    func refused() throws {
        let run = try explain("broken.json")
        #expect(run.status == 2 && run.output.isEmpty && !run.errors.contains("secret"))
        #expect(try explain("none.json").status == 2)
        #expect(try explain("--for nobody closed.json").status == 2)
        #expect(try CommandRun.shell("bylaw explain --policies none closed.json", in: folder.root).status == 2)
    }

    @Test("a ledger that cannot be read is told of, and what it would have said is not taken for granted")
    func ledger() throws {
        let run = try explain("--ledger sqlite:none.db closed.json")
        #expect(run.status == 0 && !run.errors.isEmpty)
        #expect(run.output.hasPrefix("deny (rules)"))
    }
}
