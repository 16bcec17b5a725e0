/// Rule books in several languages as one page of HTML, which needs nothing else: no network, no fonts, no script to be
/// read. Where scripts run, one language is shown at a time; where they do not, all are, one behind the other.
struct HTMLRenderer {
    let pages: [BookPage]

    func document() -> String {
        let first = pages.first
        return """
            <!doctype html>
            <html\(HTML.attribute("lang", first?.language))>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(HTML.escaped(first?.words.ruleBook ?? ""))</title>
            <style>
            \(HTMLStyle.sheet)</style>
            </head>
            <body>
            \(languages())<main>
            \(pages.map { HTMLPage(page: $0).section() }.joined(separator: "\n"))
            </main>
            <script>
            \(HTMLStyle.script)</script>
            </body>
            </html>

            """
    }

    /// The choice of language; none where there is one language alone.
    private func languages() -> String {
        guard pages.count > 1 else { return "" }
        let links = pages.map { page in
            // Names of languages that have no words of their own are their codes.
            let name = BookLanguages.words(for: page.language)?.ownName ?? page.language
            return "<a\(HTML.attribute("href", "#\(page.language)"))\(HTML.attribute("hreflang", page.language))"
                + "\(HTML.attribute("lang", page.language))>\(HTML.escaped(name))</a>"
        }
        let label = pages.map(\.words.languages).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return "<nav class=\"languages\"\(HTML.attribute("aria-label", label.joined(separator: " / ")))>"
            + links.joined(separator: " ") + "</nav>\n"
    }
}

/// One language's part of the page.
struct HTMLPage {
    let page: BookPage
    private var words: any BookWords { page.words }
    /// The language of the fixed words, where the policies' language has none.
    private var wordsLanguage: String? {
        BookLanguages.words(for: page.language) == nil ? words.language : nil
    }

    func section() -> String {
        var parts = [HTML.element("h1", "", fixed(words.ruleBook))]
        parts.append(
            HTML.element("div", " class=\"preface\"", words.preface.map { "<p>\(fixed($0))</p>" }.joined()))
        if let changes = page.changes { parts.append(self.changes(changes)) }
        parts.append(contents())
        parts += page.chapters.map(chapter)
        return
            "<section class=\"book\"\(HTML.attribute("id", page.language))\(HTML.attribute("lang", page.language))"
            + "\(HTML.attribute("data-title", words.ruleBook))>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    private func contents() -> String {
        let chapters = page.chapters.map { chapter in
            let rules = chapter.parts.first { $0.section == .rules }?.entries ?? []
            let items = rules.map { entry in
                "<li>\(link(Anchor.of(entry, in: chapter, page.language), entry.title.map(text) ?? code(entry.name)))</li>"
            }
            let list = items.isEmpty ? "" : HTML.element("ul", "", items.joined())
            return "<li>\(link(Anchor.of(chapter, page.language), text(chapter.title)))\(list)</li>\n"
        }
        let id = "\(page.language)/contents"
        return "<nav class=\"contents\"\(HTML.attribute("aria-labelledby", id))>"
            + "<h2\(HTML.attribute("id", id))>\(fixed(words.contents))</h2>\n<ol>\n\(chapters.joined())</ol></nav>"
    }

    private func chapter(_ chapter: BookChapter) -> String {
        let id = Anchor.of(chapter, page.language)
        var parts = [
            "<h2>\(text(chapter.title)) \(identifier(chapter.policy))</h2>",
            lines(chapter.fields, "facts"),
        ]
        for (section, entries) in chapter.parts {
            parts.append("<h3>\(fixed(words.title(section)))</h3>")
            parts += entries.map { entry($0, in: chapter) }
        }
        return "<section class=\"policy\"\(HTML.attribute("id", id))>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    private func entry(_ entry: BookEntry, in chapter: BookChapter) -> String {
        var parts: [String] = []
        switch (entry.title, entry.section) {
        case (let title?, _): parts.append("<h4>\(text(title)) \(identifier(entry.name))</h4>")
        // A policy has one term of appeal, and its heading is the section's.
        case (nil, .appeals): break
        case (nil, _): parts.append("<h4>\(code(entry.name))</h4>")
        }
        if let lead = entry.lead { parts.append("<p class=\"lead\">\(text(lead))</p>") }
        if !entry.lines.isEmpty { parts.append(lines(entry.lines)) }
        if let quote = entry.quote { parts.append(self.quote(quote)) }
        for (field, text) in entry.code {
            parts.append(
                "<details><summary>\(fixed(words.label(field)))</summary>"
                    + "<pre lang=\"zxx\" tabindex=\"0\"><code>\(HTML.escaped(text))</code></pre></details>")
        }
        let id = Anchor.of(entry, in: chapter, page.language)
        return "<article\(HTML.attribute("id", id))>\n\(parts.joined(separator: "\n"))\n</article>"
    }

    private func quote(_ quote: BookQuote) -> String {
        let from = quote.from.map { " <cite>\(text($0))</cite> ·" } ?? ""
        return "<figure><blockquote><p>\(text(quote.text))</p></blockquote>"
            + "<figcaption>\(fixed(words.label(.source))):\(from) "
            + "<span class=\"reading\">\(fixed(words.reading(quote.reading)))</span></figcaption></figure>"
    }

    private func lines(_ lines: [BookLine], _ name: String? = nil) -> String {
        let items = lines.map { line in
            let values = line.values.map { "<dd>\(text($0))</dd>" }.joined()
            return "<div><dt>\(fixed(words.label(line.field)))</dt>\(values)</div>"
        }
        return "<dl\(HTML.attribute("class", name))>\(items.joined(separator: "\n"))</dl>"
    }

    private func changes(_ changes: BookChanges) -> String {
        let id = "\(page.language)/changes"
        var parts = ["<h2\(HTML.attribute("id", id))>\(fixed(words.changes(since: changes.since)))</h2>"]
        if changes.policies.isEmpty { parts.append("<p>\(fixed(words.nothingChanged()))</p>") }
        for (title, policy, notes, items) in changes.policies {
            parts.append("<h3>\(text(title)) \(identifier(policy))</h3>")
            parts += notes.map { "<p>\(fixed($0))</p>" }
            if !items.isEmpty { parts.append(HTML.element("ul", "", items.map(change).joined(separator: "\n"))) }
        }
        return
            "<section class=\"changes\"\(HTML.attribute("aria-labelledby", id))>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    private func change(_ change: BookChange) -> String {
        let title = change.entry.title.map { "\(text($0)) " } ?? ""
        var rows = change.differences.map { field, before, now in
            let former = before.map { "<dd><del>\(text($0))</del></dd>" }
            let current = now.map { "<dd><ins>\(text($0))</ins></dd>" }
            return "<div><dt>\(fixed(words.label(field)))</dt>\((former + current).joined())</div>"
        }
        if change.isConditionChanged {
            rows.append(
                "<div><dt>\(fixed(words.label(.condition)))</dt><dd>\(fixed(words.conditionChanged()))</dd></div>")
        }
        let list = rows.isEmpty ? "" : "<dl>\(rows.joined())</dl>"
        return "<li><strong class=\"\(change.kind)\">\(fixed(words.change(change.kind)))</strong> \(title)"
            + "\(identifier(change.entry.name))\(list)</li>"
    }

    private func link(_ anchor: String, _ content: String) -> String {
        "<a\(HTML.attribute("href", "#\(anchor)"))>\(content)</a>"
    }

    /// Words of the book's own.
    private func fixed(_ text: String) -> String { fixed(Inline(text)) }

    private func fixed(_ line: Inline) -> String { marked(self.line(line), wordsLanguage) }

    /// A policy's text; of a language with another direction it keeps to itself.
    private func text(_ text: BookText) -> String { marked(line(text.line), text.language) }

    private func marked(_ content: String, _ language: String?) -> String {
        language.map { "<span\(HTML.attribute("lang", $0)) dir=\"auto\">\(content)</span>" } ?? content
    }

    private func line(_ line: Inline) -> String {
        line.spans.map { span in
            switch span {
            case .text(let text): HTML.escaped(text).replacing("\n", with: "<br>")
            case .name(let name): code(name)
            case .placeholder(let name): "<var>\(HTML.escaped(name))</var>"
            case .link(let label, let address):
                "<a\(HTML.attribute("href", address)) rel=\"noreferrer\">\(HTML.escaped(label))</a>"
            }
        }.joined()
    }

    /// A name beside a title, small.
    private func identifier(_ name: String) -> String { "<code class=\"id\">\(HTML.escaped(name))</code>" }

    private func code(_ name: String) -> String { "<code>\(HTML.escaped(name))</code>" }
}
