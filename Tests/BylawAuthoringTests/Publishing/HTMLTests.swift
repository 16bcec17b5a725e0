import Bylaw
import BylawAuthoring
import Foundation
import Testing

/// The page itself: what it links to, what it loads, and what cannot get into it.
@Suite struct HTMLTests {
    private static func values(of attribute: String, in html: String) throws -> [String] {
        try NSRegularExpression(pattern: " \(attribute)=\"([^\"]*)\"").matches(
            in: html, range: NSRange(html.startIndex..., in: html)
        ).compactMap { Range($0.range(at: 1), in: html).map { String(html[$0]) } }
    }

    @Test func `every link leads somewhere, and every id is there once`() throws {
        let html = RuleBook([try Garden.policies()], since: [try Garden.policies { $0.replacing("180d", with: "90d") }])
            .html()
        let ids = try Self.values(of: "id", in: html)
        #expect(ids.count > 50)
        #expect(Set(ids).count == ids.count)
        let links = try Self.values(of: "href", in: html)
        let inside = links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(Set(inside).isSubset(of: ids))
        #expect(Set(links.filter { !$0.hasPrefix("#") }) == ["https://garden.example/charter"])
        for label in try Self.values(of: "aria-labelledby", in: html) { #expect(ids.contains(label)) }
    }

    @Test func `each language's part says so, and what is quoted in another does`() throws {
        let html = RuleBook([try Garden.policies()]).html()
        #expect(html.contains("<html lang=\"en\">"))
        for language in ["en", "de", "ja", "zh", "ru"] {
            #expect(html.contains("<section class=\"book\" id=\"\(language)\" lang=\"\(language)\""))
        }
        let parts = html.components(separatedBy: "<section class=\"book\"").dropFirst()
        let quotation = "Wer fremde Beete zeigt, fragt vorher."
        for part in parts {
            let isGerman = part.hasPrefix(" id=\"de\"")
            #expect(part.contains("<blockquote><p>\(quotation)</p>") == isGerman)
            #expect(part.contains("<span lang=\"de\" dir=\"auto\">\(quotation)</span>") == !isGerman)
        }
    }

    @Test func `headings never skip a level`() throws {
        let html = RuleBook([try Garden.policies()], languages: ["en"]).html()
        var last = 0
        for match in html.matches(of: #/<h([1-6])/#) {
            let level = try #require(Int(match.1))
            #expect(level <= last + 1)
            last = level
        }
        #expect(last > 0)
    }

    @Test func `the page loads nothing`() throws {
        let html = RuleBook([try Garden.policies()]).html()
        for part in [" src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest"] {
            #expect(!html.contains(part), "\(part)")
        }
    }

    /// A policy that tries everywhere to be more than text.
    static let hostile = """
        bylaw: 1
        policy: p
        version: 1.0.0
        title: { en: "<script>alert(1)</script> & \\"x\\"" }
        languages: [en]
        meta: { owner: "<img src=x onerror=alert(2)>" }
        uses: [s.yaml]
        judges: { action: { post: { text: text, owner: string } } }
        otherwise: allow
        rules:
          r:
            source: { quote: "</p><b>bold</b>", reading: direct }
            when: "'</code><i>' == '```' || action.text.matches('<u>')"
            then: hold
            await: { fact: f, from: "'<s>' + action.owner", via: "`</code>`<q>" }
            says: { en: "a\\u202Eb </h4>*c* [d](javascript:e) `f`.\\nsecond_line_" }
        facts: { f: {} }
        masks:
          m: { find: { pattern: x }, rewrite: action.text, replace: { text: "<a href='y'>" } }
        tallies:
          t: { within: 1d, ladder: [ { at: 1, sanction: recognise, title: "<em>" } ] }

        """

    static func hostileBook() throws -> RuleBook {
        RuleBook([
            try PolicySet(texts: [
                "p.yaml": hostile,
                "s.yaml": """
                bylaw: 1
                source: s
                title: { en: "<x>[y](z)" }
                language: de
                file: s.txt
                url: "https://e.example/'><script>\\u005Cn>"
                """,
            ])
        ])
    }

    @Test func `nothing of a policy becomes markup`() throws {
        let html = try Self.hostileBook().html()
        let body = try #require(html.components(separatedBy: "<main>").last?.components(separatedBy: "</main>").first)
        let known: Set<String> = [
            "section", "h1", "h2", "h3", "h4", "div", "p", "nav", "ol", "ul", "li", "a", "code", "dl", "dt", "dd",
            "article", "figure", "blockquote", "figcaption", "cite", "span", "details", "summary", "pre", "var", "br",
        ]
        for match in body.matches(of: #/<\/?([a-zA-Z0-9]+)([^>]*)>/#) {
            #expect(known.contains(String(match.1)), "\(match.0)")
            for attribute in match.2.matches(of: #/ ([a-z-]+)=/#) {
                #expect(
                    ["class", "id", "lang", "dir", "href", "rel", "tabindex", "aria-labelledby", "data-title"]
                        .contains(String(attribute.1)), "\(match.0)")
            }
        }
        #expect(body.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
        #expect(body.contains("&lt;img src=x onerror=alert(2)&gt;"))
        #expect(body.contains("href=\"https://e.example/&#39;&gt;&lt;script&gt;\\n&gt;\""))
        #expect(body.contains("a\\u{202E}b &lt;/h4&gt;*c* [d](javascript:e) `f`."))
        #expect(!body.unicodeScalars.contains("\u{202E}"))
    }
}
