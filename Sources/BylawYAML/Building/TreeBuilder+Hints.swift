import BylawSource

/// What is valid YAML and surely means something else.
extension TreeBuilder {
    /// `{ en: Please, mask it }`: a comma cut a text, and its rest became keys without values.
    func flowTextHints(_ entries: [YAMLMapping.Entry]) -> [Diagnostic] {
        var hints: [Diagnostic] = []
        var index = 1
        while index < entries.count {
            let rest = entries[index...].prefix(while: isBareWord)
            defer { index = rest.endIndex + 1 }
            let cut = entries[index - 1]
            guard let first = rest.first, let last = rest.last, let text = cut.value.scalar, text.style == .plain,
                text.value == .string
            else { continue }
            let whole = file.text(in: SourceRange(cut.value.range.start, last.key.range.end))
            hints.append(
                Diagnostic(
                    "flow-text", severity: .warning,
                    "the comma ends the text of `\(Diagnostic.shortened(cut.key.text))`, and what follows is a key of its own",
                    at: location(first.key.range.union(last.key.range)),
                    labels: [.init(location(cut.value.range), "the text ends here")],
                    help: "put the whole text in quotes: `\(quoted(whole))`"))
        }
        return hints
    }

    /// Whether an entry is a plain key with nothing behind it, not even a colon.
    private func isBareWord(_ entry: YAMLMapping.Entry) -> Bool {
        guard entry.key.scalar.style == .plain, entry.value.isNull, entry.value.range.isEmpty else { return false }
        var at = entry.key.range.end
        while at < bytes.count, " \t\n\r".utf8.contains(bytes[at]) { at += 1 }
        return at < bytes.count && bytes[at] != UInt8(ascii: ":")
    }

    /// `text: Talk #1`: a space and `#` made a comment of a text's rest. People write a space behind `#` where they mean
    /// a comment, so only what stands directly behind it counts.
    func cutTextHint(_ node: YAMLNode) -> Diagnostic? {
        guard let scalar = node.scalar, scalar.style == .plain, scalar.value == .string || node.range.isEmpty,
            // An alias is no text, whatever it repeats.
            node.range.start < bytes.count, bytes[node.range.start] != UInt8(ascii: "*")
        else { return nil }
        var at = node.range.end
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
        guard at > node.range.end, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "#"),
            !" \t\n\r#!-=".utf8.contains(bytes[at + 1])
        else { return nil }
        var end = at
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
        let comment = SourceRange(at, end)
        let text = file.text(in: SourceRange(node.range.isEmpty ? at : node.range.start, end))
        return Diagnostic(
            "comment-text", severity: .warning, "` #` starts a comment, which is no part of the text",
            at: location(comment),
            help: "put the whole text in quotes: `\(quoted(text))`, or a space behind `#` if it is a comment")
    }

    /// A text as an author could write it in quotes, on one line.
    private func quoted(_ text: String) -> String {
        let line = text.split { $0.isNewline || $0 == " " }.joined(separator: " ")
        let short = Diagnostic.shortened(line)
        return short.utf8.contains(UInt8(ascii: "'")) && !short.utf8.contains(UInt8(ascii: "\""))
            ? "\"\(short)\""
            : "'\(short.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
}
