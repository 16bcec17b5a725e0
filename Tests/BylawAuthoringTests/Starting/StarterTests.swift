import Bylaw
import BylawAuthoring
import BylawSource
import BylawTesting
import BylawYAML
import Foundation
import Testing

@Suite("A first folder of policies")
struct StarterTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")

    @Test("in every language it has no problem, and its fixtures pass", arguments: StarterLanguage.allCases)
    func passes(_ language: StarterLanguage) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Starter(language: language).write(to: folder)
        let policies = try PolicySet(contentsOf: folder.appending(path: "policies"))
        #expect(policies.warnings.isEmpty)
        #expect(policies.policies.map(\.policy) == ["garden.posting"])
        let report = try FixtureSuite(contentsOf: folder.appending(path: "fixtures")).replay()
        #expect(report.isPassed && report.passed == 3)
    }

    @Test("what members are told is in that language")
    func language() throws {
        let japanese = Starter(language: .ja).files[0].text
        #expect(japanese.contains("languages: [ja]") && japanese.contains("says: ここでは販売はできません。"))
    }

    @Test("the fixtures can fail: they test the rules of the policy")
    func fails() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Starter().write(to: folder)
        let policy = folder.appending(path: "policies/posting.yaml")
        let text = try String(contentsOf: policy, encoding: .utf8)
        try Data(text.replacing("then: deny", with: "then: allow").utf8).write(to: policy)
        #expect(try FixtureSuite(contentsOf: folder.appending(path: "fixtures")).replay().failed == 1)
    }

    @Test("nothing is written over, and nothing is written beside it")
    func existing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let mine = folder.appending(path: "lexicons/money.yaml")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "lexicons"), withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: mine)
        let error = #expect(throws: StarterError.self) { try Starter().write(to: folder) }
        #expect(error?.diagnostic.code == "already-there")
        #expect(try String(contentsOf: mine, encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["lexicons"])
    }

    @Test("each file names its schema, which fits it")
    func schema() throws {
        let files = Starter().files
        for file in files where file.text.hasPrefix("# yaml-language-server: $schema=") {
            let reference = try #require(file.text.firstMatch(of: /\$schema=\.\.\/(.+)/)).1
            let schema = try #require(files.first { $0.path == reference })
            let document = try #require(YAMLDocument.parse(SourceFile(name: file.path, text: file.text)).0)
            #expect(try SchemaValidator(schema.text).problems(SchemaInstance(document.root)) == [])
        }
        #expect(files.count { $0.text.contains("$schema=..") } == 3)
    }
}
