import BylawSource
import BylawTesting
import Testing

@Suite("Fixtures that cannot be replayed")
struct FixtureProblemTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        let place: String
        var help: String?

        init(_ text: String, _ code: String, _ place: String, help: String? = nil) {
            (self.text, self.code, self.place, self.help) = (text, code, place, help)
        }

        var testDescription: String { "\(code): \(text)" }
    }

    private static func testCase(_ keys: String) -> String { "cases:\n  - { name: c, \(keys) }\n" }

    static let rows = [
        Row(
            testCase("with: { resource: { visibilty: private } }, expect: { outcome: allow }"),
            "unknown-attribute", "visibilty", help: "did you mean `visibility`?"),
        Row(
            testCase("with: { resource: { owner: { di: u_8 } } }, expect: { outcome: allow }"),
            "unknown-attribute", "di", help: "did you mean `id`?"),
        Row(
            testCase(
                "with: { facts: [{ fact: consnet, by: u_9, at: 2024-08-31T09:00:00Z }] }, expect: { outcome: hold }"),
            "unknown-fact", "consnet", help: "did you mean `consent`?"),
        Row(
            testCase(
                "with: { facts: [{ fact: consent, byy: u_9, at: 2024-08-31T09:00:00Z }] }, expect: { outcome: hold }"),
            "unknown-key", "byy", help: "did you mean `by`?"),
        Row(
            testCase("with: { modes: [emergency] }, expect: { outcome: allow }"), "unknown-mode", "emergency"),
        Row(
            testCase("with: { stopped: [test.board/privat] }, expect: { outcome: allow }"), "unknown-rule",
            "test.board/privat"),
        Row(
            testCase("without: [resource.visibilty], expect: { outcome: hold }"), "unknown-path", "resource.visibilty",
            help: "did you mean `visibility`?"),
        Row(
            testCase("expect: { outcom: allow, rules: [] }"), "unknown-key", "outcom", help: "did you mean `outcome`?"),
        Row(testCase("expect: { outcome: alow }"), "unknown-word", "alow", help: "did you mean `allow`?"),
        Row(testCase("expect: { outcome: ~ }"), "wrong-type", "~"),
        Row(testCase("expect: {}"), "nothing-expected", "expect"),
        Row(testCase("without: []"), "missing-key", "{ name: c, without: [] }"),
        Row(
            testCase("expect: { rules: { includes: [private-bord] } }"), "unknown-rule", "private-bord",
            help: "did you mean `private-board`?"),
        Row(
            testCase("expect: { errors: [privat-board] }"), "unknown-name", "privat-board",
            help: "did you mean `private-board`?"),
        Row(testCase("expect: { waits: [cnsent] }"), "unknown-fact", "cnsent", help: "did you mean `consent`?"),
        Row(
            testCase("expect: { cases: [moderator] }"), "unknown-tier", "moderator", help: "did you mean `moderators`?"),
        Row(testCase("expect: { strikes: { condct: 1 } }"), "unknown-tally", "condct", help: "did you mean `conduct`?"),
        Row(
            testCase("expect: { checklists: { profile: [boi] } }"), "unknown-item", "boi", help: "did you mean `bio`?"),
        Row(
            testCase("expect: { checklists: { profile: { includes: [bio, photo.fase] } } }"), "unknown-item",
            "photo.fase",
            help: "did you mean `photo.face`?"),
        Row(
            testCase("expect: { checklists: { profil: [] } }"), "unknown-rule", "profil",
            help: "did you mean `profile`?"),
        Row(testCase("expect: { labels: { knd: fact } }"), "unknown-label", "knd", help: "did you mean `kind`?"),
        Row(testCase("expect: { labels: { kind: fcat } }"), "unknown-value", "fcat", help: "did you mean `fact`?"),
        Row(
            testCase("expect: { texts: { action.txt: a } }"), "unknown-path", "action.txt",
            help: "did you mean `action.text`?"),
        Row(
            testCase("expect: { shadow: { club.strct: deny } }"), "unknown-policy", "club.strct",
            help: "did you mean `club.strict`?"),
        Row(testCase("expect: { sanctions: [suspnd] }"), "unknown-word", "suspnd", help: "did you mean `suspend`?"),
        Row(testCase("expect: { duties: [{ duty: remnd }] }"), "unknown-word", "remnd", help: "did you mean `remind`?"),
        Row(testCase("standing: nothing, expect: { outcome: allow }"), "unknown-word", "nothing"),
        Row(
            testCase("standing: { points: { condct: 1 } }, expect: { outcome: allow }"), "unknown-tally", "condct",
            help: "did you mean `conduct`?"),
        Row(
            testCase("standing: { suspended: [pots] }, expect: { outcome: deny }"), "unknown-action", "pots",
            help: "did you mean `post`?"),
        Row(testCase("resource: { visibility: private }, expect: { outcome: deny }"), "misplaced-key", "resource"),
        Row(
            testCase("with: { time: 2024-01-01T00:00:00Z }, expect: { outcome: deny }"), "misplaced-key",
            "2024-01-01T00:00:00Z"),
        Row(testCase("with: { actor: { id: 7 } }, expect: { outcome: deny }"), "wrong-type", "7"),
        Row(
            testCase("with: { stge: done }, expect: { outcome: deny }"), "unknown-member", "done",
            help: "did you mean `stage`?"),
        Row(
            "cases:\n  - { name: c, expect: { outcome: allow } }\n  - { name: c, expect: { outcome: allow } }\n",
            "duplicate-name", "c"),
        Row("histories:\n  - { name: h, steps: [{ after: 1d, with: {} }] }\n", "nothing-expected", "h"),
        Row(
            "histories:\n  - { name: h, steps: [{ with: {}, reverse: x, expect: { standing: { roles: [] } } }] }\n",
            "several-deeds", "reverse"),
        Row(
            "histories: [{ name: h, steps: [{ after: 1d }, { with: {}, expect: { outcome: allow } }] }]\n",
            "nothing-done", "{ after: 1d }"),
        Row("cases: []\n", "no-cases", "bylaw"),
        Row("", "no-cases", "bylaw"),
    ]

    @Test(arguments: rows)
    func `a slip is an error at its place`(_ row: Row) throws {
        let problems = try FixtureFolder(row.text).problems()
        #expect(problems.map(\.code) == [row.code])
        #expect(problems.map(\.text) == [row.place])
        if let help = row.help { #expect(problems.first?.help == help) }
    }

    @Test func `an empty folder is an error`() throws {
        let folder = try FixtureFolder(["fixtures/.keep": ""])
        #expect(folder.problems().map(\.code) == ["no-fixtures"])
    }

    @Test func `a folder of policies alone is an error`() throws {
        let folder = try FixtureFolder(["fixtures/readme.txt": "nothing"])
        #expect(throws: FixtureErrors.self) { try FixtureSuite(contentsOf: folder.url) }
    }

    @Test func `a missing folder is an error`() throws {
        let folder = try FixtureFolder([:])
        #expect(folder.problems().map(\.code) == ["missing-file"])
    }

    @Test func `missing policies are an error where they are named`() throws {
        let folder = try FixtureFolder([
            "fixtures/a.yaml": "bylaw: 1\npolicies: ../polices\ncases: [{ name: c, expect: { outcome: allow } }]\n"
        ])
        #expect(folder.problems().map(\.code) == ["missing-file"])
        #expect(folder.problems().map(\.text) == ["../polices"])
    }

    @Test func `what is wrong with the policies is told as theirs, once`() throws {
        let broken =
            ClubPolicies.given.replacing("../policies", with: "../broken")
            + "cases: [{ name: c, expect: { outcome: allow } }]\n"
        let folder = try FixtureFolder([
            "broken/a.yaml": "bylaw: 1\npolicy: a\nversion: 1\njudges: { action: {} }\notherwise: allow\n",
            "fixtures/a.yaml": broken, "fixtures/b.yaml": broken,
        ])
        #expect(folder.problems().map(\.code) == ["invalid-version"])
    }

    @Test func `policies beside which a text is described twice do not judge fixtures either`() throws {
        let source = "bylaw: 1\nsource: club.rules\ntitle: { en: Rules }\nlanguage: en\nfile: rules.txt\n"
        let folder = try FixtureFolder([
            "policies/rules.yaml": source, "policies/more/rules.yaml": source,
            "fixtures/a.yaml": ClubPolicies.given + "cases: [{ name: c, expect: { outcome: allow } }]\n",
        ])
        #expect(folder.problems().map(\.code) == ["duplicate-source"])
        #expect(folder.problems().map(\.text) == ["club.rules"])
    }

    @Test func `a fixture whose keys are all misspelt does not go unnoticed`() throws {
        let folder = try FixtureFolder(["fixtures/a.yaml": "bylaw: 1\npolices: ../policies\ncase: []\n"])
        #expect(folder.problems().map(\.code).contains("unknown-key"))
    }

    @Test func `the problems of all files are told at once`() throws {
        let folder = try FixtureFolder([
            "fixtures/a.yaml": ClubPolicies.given + "cases: [{ name: c, expect: { outcome: alow } }]\n",
            "fixtures/b.yaml": ClubPolicies.given + "cases: [{ name: c, expect: { rules: [x, y] } }]\n",
            "fixtures/c.yaml": "a: [",
        ])
        #expect(folder.problems().count == 4)
    }
}
