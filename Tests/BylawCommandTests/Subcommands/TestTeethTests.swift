import Foundation
import Testing

@Suite("bylaw test --coverage and --mutate")
struct TestTeethTests {
    private let folder: TemporaryFolder

    init() throws {
        func fixture(_ cases: String) -> String {
            """
            bylaw: 1
            policies: ../policies
            now: 2024-09-01T10:00:00+09:00
            given:
              actor: { type: member, id: u_7, roles: [] }
              action: { name: post, text: こんにちは }
              resource: { type: circle, id: c_1, visibility: public }
            cases:

            """ + cases
        }
        let closed = """
              - name: a closed circle
                with: { resource: { visibility: private } }
                expect: { outcome: deny }

            """
        let open = "  - { name: an open circle, expect: { outcome: allow } }\n"
        folder = try TemporaryFolder([
            "policies/posting.yaml": SamplePolicy.text(), "strong/a.yaml": fixture(closed + open),
            "weak/a.yaml": fixture(closed), "wrong/a.yaml": fixture(closed.replacing("deny", with: "hold")),
        ])
    }

    private func test(_ arguments: String) throws -> CommandRun {
        try CommandRun.shell("bylaw test \(arguments)", in: folder.root)
    }

    private func object(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("coverage tells the policy's lines, and is no failure by itself")
    func coverage() throws {
        let run = try test("weak --coverage")
        #expect(run.status == 0)
        // The rule fires, and that is all: one of two.
        #expect(
            run.output == """
                1 passed, 0 failed
                policies/posting.yaml: 50 % (1 of 2)
                  14:3: rule `closed-circle`: never silent
                coverage 50 % (1 of 2)

                """)
        #expect(try test("strong --coverage").output == "2 passed, 0 failed\ncoverage 100 % (2 of 2)\n")
    }

    @Test("less coverage than is asked for exits 1", arguments: [(50, 0), (51, 1), (101, 2)])
    func leastCoverage(percent: Int, status: Int32) throws {
        #expect(try test("weak --min-coverage \(percent)").status == status)
    }

    @Test("a survivor exits 1, with its place, the change and its id")
    func survivors() throws {
        let run = try test("weak --mutate")
        #expect(run.status == 1)
        // Denied either way; a rule that always matches or never does is noticed.
        #expect(
            run.output.hasPrefix(
                """
                1 passed, 0 failed
                survived: policies/posting.yaml:8:12 in `policy`
                  - otherwise: allow
                  + otherwise: deny
                  id: town.square/policy/otherwise-
                """))
        #expect(run.output.hasSuffix("\n3 mutants: 2 noticed, 0 equivalent, 1 survived\n"))
    }

    @Test("fixtures that notice every mutant exit 0")
    func noSurvivors() throws {
        let run = try test("strong --mutate")
        #expect(run.status == 0)
        #expect(run.output == "2 passed, 0 failed\n3 mutants: 3 noticed, 0 equivalent, 0 survived\n")
    }

    @Test("where a fixture fails nothing is mutated")
    func failing() throws {
        let run = try test("wrong --mutate")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix("\n0 passed, 1 failed\n"))
    }

    @Test("all of it is one JSON object")
    func json() throws {
        let run = try test("weak --coverage --mutate --format json")
        #expect(run.status == 1)
        let object = try object(run)
        #expect(object["passed"] as? Int == 1)
        let coverage = try #require(object["coverage"] as? [String: Any])
        #expect(coverage["percent"] as? Int == 50)
        let policy = try #require((coverage["policies"] as? [[String: Any]])?.first)
        let point = try #require((policy["uncovered"] as? [[String: Any]])?.first)
        #expect(point["line"] as? Int == 14 && point["never"] as? [String] == ["silent"])
        let mutants = try #require(object["mutants"] as? [String: Any])
        #expect(mutants["count"] as? Int == 3)
        let survivor = try #require((mutants["survived"] as? [[String: Any]])?.first)
        #expect(survivor["file"] as? String == "policies/posting.yaml" && survivor["line"] as? Int == 8)
        #expect(survivor["change"] as? [String] == ["- otherwise: allow", "+ otherwise: deny"])
    }

    @Test("--only and --junit go with both")
    func others() throws {
        let run = try test("strong --only closed --junit report.xml --coverage --mutate")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("1 passed, 0 failed\n"))
        #expect(run.output.contains("coverage 50 % (1 of 2)"))
        #expect(run.output.hasSuffix("3 mutants: 2 noticed, 0 equivalent, 1 survived\n"))
        #expect(try folder.text("report.xml").contains(#"tests="1" failures="0""#))
    }

    @Test("an equivalent mutant that is none fails, unless only some cases are replayed")
    func equivalents() throws {
        let list = "bylaw: 1\nequivalent-mutants: [{ id: town.square/policy/gone, proof: it was renamed }]\n"
        try folder.write(Data(list.utf8), to: "strong/equivalent-mutants.yaml")
        let run = try test("strong --mutate")
        #expect(run.status == 1)
        #expect(run.output.contains("error[unknown-mutant]: there is no mutant `town.square/policy/gone`"))
        #expect(run.output.contains("--> strong/equivalent-mutants.yaml:2:"))
        #expect(try !test("strong --mutate --only circle").output.contains("unknown-mutant"))
    }
}
