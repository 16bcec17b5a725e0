import BylawTestSupport
import Foundation
import Testing

/// What SECURITY.md says holds its promises is there.
@Suite("SECURITY.md")
struct SecurityPageTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func words(in text: String, endingIn suffix: String) -> Set<String> {
        let words = text.split(separator: "`").map(String.init)
        return Set(words.filter { $0.hasSuffix(suffix) && $0.allSatisfy(\.isLetter) })
    }

    @Test("every suite that it names is there")
    func suites() throws {
        let page = try String(contentsOf: Self.repository.appending(path: "SECURITY.md"), encoding: .utf8)
        let named = Self.words(in: page, endingIn: "Tests")
        #expect(named.count > 20)
        let files = FileManager.default.enumerator(
            at: Self.repository.appending(path: "Tests"), includingPropertiesForKeys: nil)
        var declared: Set<String> = []
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in named where text.contains("struct \(word) ") { declared.insert(word) }
        }
        #expect(named == declared)
    }

    @Test("every command of make that it names is there")
    func commands() throws {
        let page = try String(contentsOf: Self.repository.appending(path: "SECURITY.md"), encoding: .utf8)
        let makefile = try String(contentsOf: Self.repository.appending(path: "Makefile"), encoding: .utf8)
        let named = page.split(separator: "`").filter { $0.hasPrefix("make ") }.map { $0.dropFirst("make ".count) }
        #expect(named.count > 4)
        for command in Set(named) { #expect(makefile.contains("\n\(command):"), "make \(command)") }
    }
}
