import BylawSource
import BylawTestSupport
import BylawText
import Foundation
import Testing

@Suite("A lexicon's file")
struct LexiconFileTests {
    private func read(_ name: String, _ text: String) -> LexiconFile { LexiconFile(SourceFile(name: name, text: text)) }

    @Test("of text has a phrase a line, with notes and comments")
    func lines() {
        let file = read("l.txt", "\u{FEFF}maybe\treason\r\n# comment\n\n \\#x\n\\#tag\nit seems\n  \t note\nlast")
        #expect(file.phrases.map(\.text) == ["maybe", " \\#x", "#tag", "it seems", "last"])
        #expect(file.diagnostics.isEmpty)
        #expect(file.phrases.allSatisfy { $0.entity == nil && $0.boundary == .word })
    }

    @Test("of a table has names and their aliases")
    func table() {
        let file = read("l.tsv", "country\tname\taliases\nJP\tアクメ株式会社\tアクメ|ACME CO., LTD.\nDE\tBacoe\n\nDE\tX AG\t")
        #expect(file.phrases.map(\.text) == ["アクメ株式会社", "アクメ", "ACME CO., LTD.", "Bacoe", "X AG"])
        #expect(file.phrases.map(\.entity) == ["アクメ株式会社", "アクメ株式会社", "アクメ株式会社", "Bacoe", "X AG"])
        #expect(file.diagnostics.isEmpty)
    }

    @Test("is told where it is wrong")
    func diagnostics() {
        let noColumn = read("l.tsv", "a\tb\nc\td")
        #expect(noColumn.diagnostics.map(\.code) == ["missing-column"])
        let short = read("l.tsv", "a\tname\nc\nd\te")
        #expect(short.diagnostics.map(\.code) == ["missing-field"])
        #expect(short.diagnostics.first?.location?.position.line == 2)
        #expect(short.diagnostics.first?.message == "the line ends before the column `name`")
        let bytes = LexiconFile(SourceFile(name: "l.txt", bytes: [0x61, 0x0A, 0xFF]))
        #expect(bytes.diagnostics.map(\.code) == ["not-utf8"])
        #expect(bytes.diagnostics.first?.location?.position.line == 2)
    }

    @Test("of real companies is read whole", .enabled(if: SharedData.isPresent("data/companies.tsv")))
    func companies() throws {
        let url = try #require(SharedData.url("data/companies.tsv"))
        let file = LexiconFile(SourceFile(name: "companies.tsv", bytes: Array(try Data(contentsOf: url))))
        #expect(file.diagnostics.isEmpty)
        #expect(Set(file.phrases.compactMap(\.entity)).count > 9_000)
    }
}
