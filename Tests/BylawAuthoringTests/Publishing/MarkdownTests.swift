import Bylaw
import BylawAuthoring
import Testing

/// Texts of policies in Markdown: shown, never obeyed.
@Suite struct MarkdownTests {
    @Test func `marks are escaped, and changes of the writing direction are shown`() throws {
        let text = try HTMLTests.hostileBook().markdown(in: "en")
        let lines = text.split(separator: "\n").map(String.init)
        func has(_ line: String) -> Bool { lines.contains(line) }
        #expect(has("## <a id=\"en/p@1.0.0\"></a>\\<script\\>alert(1)\\</script\\> \\& \"x\""))
        #expect(has("- **Looked after by**: \\<img src=x onerror=alert(2)\\>"))
        #expect(
            has(
                "#### <a id=\"en/p@1.0.0/rules/r\"></a>a\\\\u{202E}b \\</h4\\>\\*c\\* \\[d\\](javascript:e) \\`f\\`."))
        #expect(has("second\\_line\\_"))
        #expect(has("> \\</p\\>\\<b\\>bold\\</b\\>"))
        #expect(text.contains("[\\<x\\>\\[y\\](z)](<https://e.example/'%3E%3Cscript%3E%5Cn%3E>)"))
        // What contains backticks stands between longer rows of them.
        #expect(text.contains("\n````\n'</code><i>' == '```' || action.text.matches('<u>')\n````\n"))
        #expect(text.contains("via `` `</code>`<q> ``"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test(arguments: [
        ("1. Be kind", "1\\. Be kind"), ("- no", "\\- no"), ("+1", "\\+1"), ("# big", "\\# big"), ("2024", "2024"),
    ])
    func `what would begin a list or a heading is text`(written: String, shown: String) throws {
        let policies = try PolicySet(texts: [
            "p.yaml": """
            bylaw: 1
            policy: p
            version: 1.0.0
            title: { en: '\(written)' }
            judges: { action: { post: { sold: bool } } }
            otherwise: allow
            """
        ])
        #expect(RuleBook([policies]).markdown(in: "en").contains("## <a id=\"en/p@1.0.0\"></a>\(shown)\n"))
    }
}
