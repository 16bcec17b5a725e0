import BylawAuthoring
import BylawSource
import Testing

@Suite("Pages about codes")
struct CodePageTests {
    private static let shownWrong = CodePages.all.filter { !$0.wrong.isTold }.map(\.code)
    private static let shownRight = CodePages.all.filter { !$0.right.isTold }.map(\.code)

    @Test("every code in the sources has a page, and every page is about a code in the sources")
    func complete() throws {
        let codes = try CodeScan.codes()
        // A scan that finds nothing would find nothing missing.
        #expect(codes.count > 200)
        let pages = Set(CodePages.all.map(\.code))
        #expect(codes.filter { !pages.contains($0.key) } == [:])
        #expect(pages.filter { codes[$0] == nil } == [])
        #expect(CodePages.all.count == pages.count)
    }

    @Test("what a page shows has the problem", arguments: shownWrong)
    func wrong(_ code: String) throws {
        let page = try #require(CodePages.page(code))
        let run = try #require(try ExampleRun(page.wrong))
        #expect(run.codes.union(run.refusals).contains(page.code), "\(run.codes)\n\(run.text)")
    }

    @Test("what a page shows as right has no problem", arguments: shownRight)
    func right(_ code: String) throws {
        let page = try #require(CodePages.page(code))
        let run = try #require(try ExampleRun(page.right))
        #expect(run.codes == [] && !run.refusals.contains(page.code), "\(run.text)")
    }

    @Test("a page's severity is that of its problem", arguments: shownWrong)
    func severity(_ code: String) throws {
        let page = try #require(CodePages.page(code))
        let run = try #require(try ExampleRun(page.wrong))
        #expect((page.severity == .warning) == run.text.contains("warning[\(page.code)]"))
    }

    @Test("pages are written out, and in whole sentences", arguments: CodePages.all.map(\.code))
    func wording(_ code: String) throws {
        let page = try #require(CodePages.page(code))
        #expect(!page.summary.isEmpty && !page.summary.hasSuffix(".") && page.summary.count <= 80)
        for text in [page.meaning, page.repair] {
            #expect(text.hasSuffix(".") || text.hasSuffix(".)"), "\(text)")
            #expect(text.first.map { $0.isUppercase || !$0.isLetter } ?? false, "\(text)")
        }
        #expect(page.wrong.lines != page.right.lines)
        #expect(page.wrong.isTold || !page.wrong.lines.isEmpty)
    }

    @Test("no code is put together: the scan would not see it")
    func whole() throws {
        #expect(try CodeScan.composed() == [])
    }

    @Test("what strict analysis finds is told on pages of warnings", arguments: PolicyAnalysis.codes)
    func findings(_ code: String) throws {
        #expect(try #require(CodePages.page(code)).severity == .warning)
    }

    @Test("a page that is shown turns no direction, whatever its example does", arguments: CodePages.all.map(\.code))
    func direction(_ code: String) throws {
        let text = try #require(CodePages.page(code)).text
        #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl })
    }

    @Test("a code that does not exist is answered by the one that may be meant")
    func unknown() throws {
        #expect(try CodePages.find("unknown-key").code == "unknown-key")
        let error = #expect(throws: CodePages.UnknownCode.self) { try CodePages.find("unknown-feild") }
        #expect(error?.diagnostic.help == "did you mean `unknown-field`?")
    }
}
