import BylawSource
import BylawTesting
import Foundation
import Testing

@Suite("Reports")
struct FixtureReportTests {
    private static let text = """
        cases:
          - name: 公開の掲示板 <may> & "may not"
            expect: { outcome: allow }
          - name: a private board may not
            with: { resource: { visibility: private } }
            expect: { outcome: allow }

        """

    @Test func `a failure shows the line, the case, and why`() throws {
        let report = try FixtureFolder(Self.text).suite().replay()
        #expect(report.passed == 1)
        #expect(report.failed == 1)
        #expect(!report.isPassed)
        let lines = report.text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "error[outcome]: expected `allow`, got `deny`")
        #expect(lines.dropFirst().first?.hasSuffix("fixtures/club.yaml:14:24") == true)
        #expect(lines.contains { $0.hasPrefix("14 |     expect: { outcome: allow }") })
        #expect(lines.contains { $0.hasSuffix("in this case") })
        #expect(lines.contains { $0.contains("`private-board` matches and asks for `deny` (posts.yaml:") })
        #expect(lines.suffix(2) == ["1 passed, 1 failed", ""])
    }

    @Test func `a run without failures ends in its counts`() throws {
        let report = try FixtureFolder("cases: [{ name: c, expect: { outcome: allow } }]\n").suite().replay()
        #expect(report.isPassed)
        #expect(report.text() == "1 passed, 0 failed\n")
    }

    @Test func `JUnit's XML is well formed and names each case`() throws {
        let report = try FixtureFolder(Self.text).suite().replay()
        let xml = report.junit
        #expect(xml.contains("<testsuites name=\"bylaw\" tests=\"2\" failures=\"1\">"))
        #expect(xml.contains("name=\"公開の掲示板 &lt;may&gt; &amp; &quot;may not&quot;\""))
        #expect(xml.contains("<failure type=\"outcome\" message=\"expected `allow`, got `deny`\">"))
        #expect(xml.components(separatedBy: "<testcase ").count == 3)
        #expect(xml.components(separatedBy: "</failure>").count == 2)
    }

    @Test func `a case is shown by its name`() throws {
        let cases = try FixtureFolder(Self.text).suite().cases
        #expect(cases.map { "\($0)" }.last == "a private board may not")
        #expect(cases.last?.replay().failure?.contains("fixtures/club.yaml:14:24") == true)
        #expect(cases.first?.replay().failure == nil)
    }
}
