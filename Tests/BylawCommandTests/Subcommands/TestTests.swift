import Foundation
import Testing

@Suite("bylaw test")
struct TestTests {
    private let folder: TemporaryFolder

    init() throws {
        func fixture(_ outcome: String) -> String {
            """
            bylaw: 1
            policies: ../policies
            now: 2024-09-01T10:00:00+09:00
            given:
              actor: { type: member, id: u_7, roles: [] }
              action: { name: post, text: こんにちは }
              resource: { type: circle, id: c_1, visibility: public }
            cases:
              - name: an open circle
                expect: { outcome: allow }
              - name: 閉じたサークル
                with: { resource: { visibility: private } }
                expect: { outcome: \(outcome) }

            """
        }
        folder = try TemporaryFolder([
            "policies/posting.yaml": SamplePolicy.text(), "good/a.yaml": fixture("deny"),
            "bad/a.yaml": fixture("hold"), "broken/a.yaml": fixture("deny").replacing("cases:", with: "cases"),
            "empty/readme.txt": "nothing",
        ])
    }

    private func test(_ arguments: String) throws -> CommandRun {
        try CommandRun.shell("bylaw test \(arguments)", in: folder.root)
    }

    @Test("fixtures that hold are counted")
    func passes() throws {
        let run = try test("good")
        #expect(run.status == 0)
        #expect(run.output == "2 passed, 0 failed\n")
        #expect(run.errors.isEmpty)
    }

    @Test("a wrong expectation exits 1, with its place")
    func fails() throws {
        let run = try test("bad good")
        #expect(run.status == 1)
        #expect(run.output.contains("expected `hold`, got `deny`") && run.output.contains("--> bad/a.yaml:13:"))
        #expect(run.output.hasSuffix("\n3 passed, 1 failed\n"))
    }

    @Test("only the cases that are named are replayed; none is no success")
    func only() throws {
        #expect(try test("bad --only 'open'").output == "1 passed, 0 failed\n")
        #expect(try test("bad --only 閉じた").status == 1)
        let none = try test("bad --only nothing")
        #expect(none.status == 2)
        #expect(none.errors.contains("no case's name contains `nothing`"))
    }

    @Test(
        "what cannot be replayed is no success",
        arguments: [("broken", 1), ("empty", 1), ("none", 2), ("good none", 2), ("good --junit none/report.xml", 2)])
    func refused(arguments: String, status: Int32) throws {
        let run = try test(arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test("JUnit's report is well-formed XML with every case")
    func junit() throws {
        #expect(try test("bad --junit report.xml").status == 1)
        let report = try folder.text("report.xml")
        #expect(report.contains(#"tests="2" failures="1""#))
        #expect(report.contains(#"name="閉じたサークル""#))
    }

    @Test("with --format json the report is one object")
    func json() throws {
        let run = try test("bad --format json")
        #expect(run.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["passed"] as? Int == 1 && object["failed"] as? Int == 1)
        let cases = try #require(object["cases"] as? [[String: Any]])
        #expect(cases.map { $0["passed"] as? Bool } == [true, false])
        #expect(cases.map { $0["line"] as? Int } == [9, 11])
    }
}
