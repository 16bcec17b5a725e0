import Foundation
import Testing

@Suite("bylaw check")
struct CheckTests {
    @Test("sound policies are counted on standard output, and nothing is said on standard error")
    func sound() throws {
        let folder = try TemporaryFolder(["a.yaml": SamplePolicy.text()])
        let run = try CommandRun.bylaw("check", "a.yaml", in: folder.root)
        #expect(run.status == 0)
        #expect(run.output == "1 policy, no errors\n")
        #expect(run.errors.isEmpty)
    }

    struct BadInput: CustomTestStringConvertible {
        let what: String
        let files: [String: String]
        var path = "."
        let status: Int32
        /// Parts of what must stand on standard error.
        let says: [String]

        var testDescription: String { what }
    }

    private static func rule(_ what: String, _ rule: String, _ says: String...) -> BadInput {
        BadInput(what: what, files: ["a.yaml": SamplePolicy.text(rule: rule)], status: 1, says: says)
    }

    static let badInput = [
        BadInput(
            what: "a missing file", files: [:], path: "none.yaml", status: 2,
            says: ["error[missing-file]: there is no file or folder `none.yaml`"]),
        BadInput(
            what: "a folder without policies", files: ["readme.txt": "nothing"], status: 1,
            says: ["error[no-policies]: there is no policy in `"]),
        BadInput(
            what: "YAML that is cut off",
            files: ["a.yaml": "bylaw: 1\npolicy: town.square\nrules: { closed-circle: {"], status: 1,
            says: ["--> a.yaml:3"]),
        BadInput(
            what: "binary in place of YAML", files: ["a.yaml": "\u{0}\u{1}\u{2}bylaw"], status: 1,
            says: ["--> a.yaml:1:1"]),
        rule(
            "an unknown key", "    whn: true\n    then: deny", "`whn`", "--> a.yaml:15:5", "^^^ did you mean `when`?"),
        rule("a rule without an effect", "    when: true", "error[missing-effect]", "--> a.yaml:15:5"),
        rule(
            "a hold without an exit", "    when: true\n    then: hold", "error[hold-without-exit]", "--> a.yaml:14:3"),
        rule("a condition of the wrong type", "    when: 1 + 2\n    then: deny", "--> a.yaml:15:11", "^^^^^"),
        BadInput(
            what: "two enforced versions in force at once",
            files: ["a.yaml": SamplePolicy.text(), "b.yaml": SamplePolicy.text(version: "1.1.0")], status: 1,
            says: ["`town.square`", "a.yaml:3", "b.yaml:3"]),
        BadInput(
            what: "a cycle in `uses`",
            files: [
                "a.yaml": SamplePolicy.text(uses: "b.yaml"), "b.yaml": "bylaw: 1\nvocabulary: b\nuses: [c.yaml]\n",
                "c.yaml": "bylaw: 1\nvocabulary: c\nuses: [b.yaml]\n",
            ], status: 1, says: ["error[circular-use]", "--> c.yaml:3:8", "b.yaml → c.yaml → b.yaml"]),
        BadInput(
            what: "a path out of the root", files: ["a.yaml": SamplePolicy.text(uses: "../../etc/passwd")],
            status: 1, says: ["error[outside-root]", "--> a.yaml:4:8"]),
        BadInput(
            what: "a used file that is missing", files: ["a.yaml": SamplePolicy.text(uses: "none.yaml")],
            status: 1, says: ["error[missing-file]", "--> a.yaml:4:8"]),
    ]

    @Test("bad input is an error at its place", arguments: badInput)
    func bad(input: BadInput) throws {
        let folder = try TemporaryFolder(input.files)
        let run = try CommandRun.bylaw("check", input.path, in: folder.root)
        #expect(run.status == input.status)
        #expect(run.output.isEmpty)
        for part in input.says { #expect(run.errors.contains(part), "\(run.errors)") }
    }

    @Test("what is no file, and a folder that may not be read, are unreadable input")
    func unreadable() throws {
        let run = try CommandRun.bylaw("check", "/dev/null")
        #expect(run.status == 2)
        #expect(run.errors.contains("error[unreadable]: `/dev/null` is not a file"))
        // Permissions do not stop root.
        guard geteuid() != 0 else { return }
        let folder = try TemporaryFolder(["closed/a.yaml": SamplePolicy.text()])
        let closed = folder.url("closed").path
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed) }
        #expect(try CommandRun.bylaw("check", closed).status == 2)
    }

    @Test("one bad path among good ones decides the exit code, and all problems are shown")
    func severalPaths() throws {
        let folder = try TemporaryFolder([
            "good.yaml": SamplePolicy.text(), "bad.yaml": SamplePolicy.text(rule: "    when: true"),
        ])
        let bad = try CommandRun.bylaw("check", "good.yaml", "bad.yaml", in: folder.root)
        #expect(bad.status == 1)
        let missing = try CommandRun.bylaw("check", "bad.yaml", "none.yaml", "good.yaml", in: folder.root)
        #expect(missing.status == 2)
        #expect(missing.errors.contains("missing-effect") && missing.errors.contains("missing-file"))
    }

    @Test("--strict shows what surely is not meant, and exits with 1; without it all is well")
    func strict() throws {
        let condition = "circle.visibility == 'public' && circle.visibility == 'private'"
        let folder = try TemporaryFolder([
            "a.yaml": SamplePolicy.text(rule: "    when: \(condition)\n    then: deny"),
            "b/b.yaml": SamplePolicy.text(),
        ])
        #expect(try CommandRun.bylaw("check", "a.yaml", in: folder.root).status == 0)
        let run = try CommandRun.bylaw("check", "--strict", "a.yaml", "b", in: folder.root)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(
            run.errors.contains("warning[always-false]: this can never hold") && run.errors.contains("a.yaml:15:11"))
        #expect(try CommandRun.bylaw("check", "--strict", "none.yaml", "a.yaml", in: folder.root).status == 2)
        let sound = try CommandRun.bylaw("check", "--strict", "b", in: folder.root)
        #expect(sound.status == 0 && sound.output == "1 policy, no errors\n")
    }

    @Test("with --format json the result is one object on standard output")
    func json() throws {
        let folder = try TemporaryFolder(["a.yaml": SamplePolicy.text(rule: "    when: true")])
        let run = try CommandRun.bylaw("check", "--format", "json", ".", in: folder.root)
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["code"] as? String } == ["missing-effect"])
        #expect((object["policies"] as? [Any])?.isEmpty == true)
    }
}
