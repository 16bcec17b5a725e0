import Bylaw
import BylawAuthoring
import BylawSource
import BylawTestSupport
import BylawTesting
import BylawYAML
import Foundation
import Testing

/// Policies with mistakes, a folder each in `Tests/Broken`, and all that is printed of them in `expected.txt`. Each was
/// read: that it underlines what is wrong, and that what it says is true. `BYLAW_RECORD=1` records anew.
@Suite("Broken policies")
struct BrokenPolicyTests {
    static let root = SharedData.packageRoot.appending(path: "Tests/Broken")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()

    @Test("what is printed is what was read once", arguments: names)
    func rendered(_ name: String) {
        let folder = Self.root.appending(path: name)
        // Files are named from the current folder where they lie in it.
        let text = TextRenderer().render(Self.problems(in: folder))
            .replacing(folder.path + "/", with: "").replacing("Tests/Broken/\(name)/", with: "")
        let difference = Snapshot.difference(
            of: text, from: folder.appending(path: "expected.txt"),
            isRecording: ProcessInfo.processInfo.environment["BYLAW_RECORD"] != nil)
        #expect(difference == nil)
    }

    @Test("each has a problem with a place, and a page about it", arguments: names)
    func places(_ name: String) {
        let problems = Self.problems(in: Self.root.appending(path: name))
        #expect(!problems.isEmpty)
        for problem in problems {
            #expect(problem.location != nil)
            #expect(CodePages.page(problem.code) != nil)
        }
    }

    /// Codes of what a schema can tell.
    private static let structural: Set<String> = [
        "unknown-key", "wrong-type", "missing-key", "unknown-word", "misplaced-effect", "missing-effect",
        "out-of-range", "invalid-timestamp",
    ]

    @Test("the schema refuses each that is not in form", arguments: names)
    func schema(_ name: String) throws {
        for problem in Self.problems(in: Self.root.appending(path: name)) where Self.isStructural(problem) {
            let file = try #require(problem.location).file
            let document = try #require(YAMLDocument.parse(file).0)
            #expect(try !SchemaValidator(PolicySchema().text).problems(SchemaInstance(document.root)).isEmpty)
        }
    }

    @Test("there are enough of them, and enough that a schema refuses")
    func count() {
        #expect(Self.names.count >= 50)
        let refused = Self.names.filter { name in
            Self.problems(in: Self.root.appending(path: name)).contains(where: Self.isStructural)
        }
        #expect(refused.count >= 10)
    }

    /// What is wrong with a word inside of a text, or of a condition, no schema sees.
    private static func isStructural(_ problem: Diagnostic) -> Bool {
        structural.contains(problem.code) && !problem.message.contains("value of type")
            && !problem.message.contains("label's values")
    }

    private static func problems(in folder: URL) -> [Diagnostic] {
        let fixtures = folder.appending(path: "fixtures")
        if FileManager.default.fileExists(atPath: fixtures.path) {
            do { _ = try FixtureSuite(contentsOf: fixtures) } catch { return error.diagnostics }
            return []
        }
        do { return try PolicySet(contentsOf: folder).warnings } catch { return error.diagnostics }
    }
}
