import BylawSource
import BylawTesting
import Foundation
import Testing

@Suite("Equivalent mutants")
struct EquivalentMutantTests {
    private static let weak = "cases: [{ name: c, expect: { outcome: allow } }]\n"

    private static func list(_ entries: [(id: String, proof: String)]) -> String {
        "bylaw: 1\nequivalent-mutants: ["
            + entries.map { "{ id: \($0.id), proof: \($0.proof) }" }.joined(separator: ", ") + "]\n"
    }

    /// The club's mutants by one weak case, with a list of those that are said to be equivalent.
    private static func report(_ entries: [(id: String, proof: String)]) throws -> MutationReport {
        let folder = try FixtureFolder([
            "fixtures/club.yaml": ClubPolicies.given + weak, "fixtures/equivalent-mutants.yaml": list(entries),
        ])
        return try folder.suite().mutation()
    }

    @Test func `a survivor that is listed is none`() throws {
        let before = try Self.report([])
        let listed = try #require(before.survivors.last)
        let after = try Self.report([(listed.id, "nobody sees it")])
        #expect(before.count == after.count)
        #expect(after.equivalent == 1)
        #expect(after.survivors.map(\.id) == before.survivors.dropLast().map(\.id))
        #expect(after.diagnostics.isEmpty)
    }

    @Test func `an entry that is no survivor is an error`() throws {
        let survivors = try Self.report([]).survivors.map(\.id)
        let known = try #require(survivors.last)
        let unknown = try Self.report([(known + "x", "it was renamed")])
        #expect(unknown.diagnostics.map(\.code) == ["unknown-mutant"])
        #expect(unknown.diagnostics.first?.help == "did you mean `\(known)`?")
        #expect(!unknown.isPassed)
        // What holds where no rule speaks is what the one case is about.
        let otherwise = try FixtureFolder(Self.weak).suite().mutation()
        #expect(!otherwise.survivors.contains { $0.owner == "policy" && $0.id.hasPrefix("club.posts/") })
    }

    @Test func `an entry that a fixture notices is an error`() throws {
        let text = "rules: { r: { when: post.a, then: deny } }"
        func report(_ outcome: String, _ list: String) throws -> MutationReport {
            try SmallPolicy.folder(
                text,
                fixture: "cases: [{ name: c, with: { action: { a: true } }, expect: { \(outcome) } }]\n",
                ["fixtures/equivalent-mutants.yaml": list]
            ).suite().mutation()
        }
        let survivors = try report("errors: []", Self.list([])).survivors
        let dropped = try #require(survivors.first { $0.id.contains("effect-none") })
        let found = try report("outcome: deny", Self.list([(dropped.id, "it is said to be")]))
        #expect(found.diagnostics.map(\.code).contains("noticed-mutant"))
    }

    @Test func `more than two in a hundred are too many`() throws {
        // Two mutants of each rule, and one of `otherwise`.
        let rules = (1...50).map { "  r\($0): { when: post.a, then: deny }\n" }.joined()
        func report(_ entries: [(id: String, proof: String)]) throws -> MutationReport {
            try SmallPolicy.folder(
                "rules:\n" + rules, fixture: "cases: [{ name: c, expect: { errors: [] } }]\n",
                ["fixtures/equivalent-mutants.yaml": Self.list(entries)]
            ).suite().mutation()
        }
        let before = try report([])
        #expect(before.count == 101)
        func codes(_ count: Int) throws -> [String] {
            try report(before.survivors.prefix(count).map { ($0.id, "nobody sees it") }).diagnostics.map(\.code)
        }
        #expect(try codes(2).isEmpty)
        #expect(try codes(3) == ["too-many-equivalent"])
    }

    @Test(arguments: [
        ("bylaw: 1\n", "missing-key"),
        ("bylaw: 1\nequivalent-mutants: [{ id: a }]\n", "missing-key"),
        ("bylaw: 1\nequivalent-mutants: [{ id: a, proof: '  ' }]\n", "missing-proof"),
        ("bylaw: 1\nequivalent-mutants: [{ id: a, prof: b }]\n", "unknown-key"),
        ("bylaw: 1\nequivalent-mutants: [{ id: a, proof: b }, { id: a, proof: c }]\n", "duplicate-name"),
    ])
    func `a list that cannot be read keeps the fixtures from being replayed`(_ text: String, _ code: String) throws {
        let folder = try FixtureFolder([
            "fixtures/club.yaml": ClubPolicies.given + Self.weak, "fixtures/equivalent-mutants.yaml": text,
        ])
        #expect(folder.problems().map(\.code).contains(code))
    }

    @Test func `the list beside a single file counts too`() throws {
        let folder = try FixtureFolder([
            "fixtures/club.yaml": ClubPolicies.given + Self.weak,
            "fixtures/equivalent-mutants.yaml": Self.list([("nothing", "it is not there")]),
        ])
        let suite = try FixtureSuite(contentsOf: folder.url.appending(path: "fixtures/club.yaml"))
        #expect(suite.mutation().diagnostics.map(\.code) == ["unknown-mutant"])
    }
}
