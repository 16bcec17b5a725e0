import BylawSource

/// A page of a rule book as Markdown (CommonMark). Whatever comes from a policy is escaped, so that none of it is
/// markup; the only HTML in it are anchors, line breaks and collapsed details of our own.
struct MarkdownRenderer {
    let page: BookPage
    private var words: any BookWords { page.words }

    func document() -> String {
        var blocks = ["# \(escaped(words.ruleBook))"]
        blocks += page.words.preface.map(line)
        if let changes = page.changes { blocks += self.changes(changes) }
        blocks.append("## \(escaped(words.contents))")
        blocks.append(contents())
        for chapter in page.chapters { blocks += self.chapter(chapter) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func contents() -> String {
        page.chapters.map { chapter in
            let rules = chapter.parts.first { $0.section == .rules }?.entries ?? []
            let items = rules.map { entry in
                "    - [\(entry.title.map(text) ?? code(entry.name))](#\(Anchor.of(entry, in: chapter, page.language)))\n"
            }
            return "- [\(text(chapter.title))](#\(Anchor.of(chapter, page.language)))\n" + items.joined()
        }.joined().trimmedAtEnd()
    }

    private func chapter(_ chapter: BookChapter) -> [String] {
        var blocks = ["## \(anchor(Anchor.of(chapter, page.language)))\(text(chapter.title))"]
        blocks.append(code(chapter.policy))
        blocks.append(list(chapter.fields))
        for (section, entries) in chapter.parts {
            blocks.append("### \(escaped(words.title(section)))")
            for entry in entries { blocks += self.entry(entry, in: chapter) }
        }
        return blocks
    }

    private func entry(_ entry: BookEntry, in chapter: BookChapter) -> [String] {
        let anchor = anchor(Anchor.of(entry, in: chapter, page.language))
        var blocks: [String] = []
        switch (entry.title, entry.section) {
        case (let title?, _): blocks += ["#### \(anchor)\(text(title))", code(entry.name)]
        case (nil, .appeals): break
        case (nil, _): blocks.append("#### \(anchor)\(code(entry.name))")
        }
        if let lead = entry.lead { blocks.append(text(lead)) }
        if !entry.lines.isEmpty { blocks.append(list(entry.lines)) }
        if let quote = entry.quote {
            let from = quote.from.map { " \(text($0)) ·" } ?? ""
            blocks.append(
                "> \(text(quote.text))\n>\n> — \(escaped(words.label(.source))):\(from) \(escaped(words.reading(quote.reading)))"
            )
        }
        for (field, text) in entry.code {
            let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                HarmlessText.of(String($0))
            }.joined(separator: "\n")
            let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: shown) + 1))
            blocks.append(
                "<details>\n<summary>\(HTML.escaped(words.label(field)))</summary>\n\n\(fence)\n\(shown)\n\(fence)\n\n</details>"
            )
        }
        return blocks
    }

    private func list(_ lines: [BookLine]) -> String {
        lines.map { line in
            let label = "- **\(escaped(words.label(line.field)))**"
            guard line.values.count > 1 else { return "\(label): \(line.values.first.map(text) ?? "")" }
            return ([label] + line.values.map { "    - \(text($0))" }).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func changes(_ changes: BookChanges) -> [String] {
        var blocks = ["## \(escaped(words.changes(since: changes.since)))"]
        if changes.policies.isEmpty { blocks.append(line(words.nothingChanged())) }
        for (title, policy, notes, items) in changes.policies {
            blocks.append("### \(text(title))")
            blocks.append(([code(policy)] + notes.map(line)).joined(separator: " "))
            if !items.isEmpty { blocks.append(items.map(change).joined(separator: "\n")) }
        }
        return blocks
    }

    private func change(_ change: BookChange) -> String {
        let title = change.entry.title.map { " \(text($0))" } ?? ""
        var lines = ["- **\(escaped(words.change(change.kind)))**: \(code(change.entry.name))\(title)"]
        for (field, before, now) in change.differences {
            lines.append("    - \(escaped(words.label(field)))")
            if !before.isEmpty {
                lines.append("        - \(escaped(words.before())): \(before.map(text).joined(separator: " "))")
            }
            if !now.isEmpty {
                lines.append("        - \(escaped(words.now())): \(now.map(text).joined(separator: " "))")
            }
        }
        if change.isConditionChanged { lines.append("    - \(line(words.conditionChanged()))") }
        return lines.joined(separator: "\n")
    }

    private func text(_ text: BookText) -> String { line(text.line) }

    private func line(_ line: Inline) -> String {
        line.spans.map { span in
            switch span {
            case .text(let text): escaped(text)
            case .name(let name): code(name)
            case .placeholder(let name): "⟨\(escaped(name))⟩"
            case .link(let label, let address): "[\(escaped(label))](<\(Self.address(address))>)"
            }
        }.joined()
    }

    private func anchor(_ id: String) -> String { "<a id=\"\(HTML.escaped(id))\"></a>" }

    /// A name as code; backticks in it cannot end it.
    private func code(_ name: String) -> String {
        let shown = HarmlessText.of(name)
        let fence = String(repeating: "`", count: longestRun(of: "`", in: shown) + 1)
        let pad = shown.hasPrefix("`") || shown.hasSuffix("`") ? " " : ""
        return fence + pad + shown + pad + fence
    }

    /// A text in which nothing is markup: CommonMark lets every mark of ASCII be escaped.
    private func escaped(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
            var result = ""
            for (index, scalar) in HarmlessText.of(String(part)).unicodeScalars.enumerated() {
                if Self.marks.contains(scalar) || index == 0 && Self.marksAtStart.contains(scalar) { result += "\\" }
                result.unicodeScalars.append(scalar)
            }
            return Self.numbered(result)
        }.joined(separator: "<br>")
    }

    private static let marks = Set("\\`*_[]<>&~|#".unicodeScalars)
    private static let marksAtStart = Set("+-=".unicodeScalars)

    /// Breaks what would begin a numbered list: `1.`
    private static func numbered(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
            rest.dropFirst().first?.isWhitespace ?? true
        else { return text }
        return digits + "\\" + text[digits.endIndex...]
    }

    /// An address that stays inside of `<…>`.
    private static func address(_ address: String) -> String {
        HarmlessText.of(address).replacing("\\", with: "%5C").replacing("<", with: "%3C").replacing(">", with: "%3E")
    }

    private func longestRun(of character: Character, in text: String) -> Int {
        var (longest, current) = (0, 0)
        for each in text {
            current = each == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}

extension String {
    fileprivate func trimmedAtEnd() -> String { hasSuffix("\n") ? String(dropLast()) : self }
}
