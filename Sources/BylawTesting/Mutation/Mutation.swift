import Bylaw
import BylawSource
import BylawYAML

/// What is changed, before it has an id.
struct Mutation {
    /// The section and the rule in it.
    let owner: String
    /// What is done, in one or two words: `when-negate`.
    let name: String
    /// What of the file is another, and what stands there instead; nothing where it is taken out.
    let range: SourceRange
    let replacement: String?
    let root: YAMLNode
    var changesTexts = false

    /// The changed lines: at most three of those that go.
    func change(in file: SourceFile) -> [String] {
        let first = file.position(at: range.start).line
        let last = max(first, file.position(at: max(range.start, range.end - 1)).line)
        let before = SourceRange(file.range(ofLine: first).start, range.start)
        let after = SourceRange(min(range.end, file.range(ofLine: last).end), file.range(ofLine: last).end)
        var lines = (first...last).map { "- " + file.text(in: file.range(ofLine: $0)) }
        if lines.count > 3 { lines[2...] = ["- " + Self.more(lines.count - 2)] }
        var start = file.text(in: before)
        var rest = file.text(in: after)
        guard let replacement else {
            // The comma goes with what it separates, and a dash with its item.
            if let comma = rest.prefixMatch(of: /\s*,\s*/) {
                rest = String(rest[comma.range.upperBound...])
            } else if let comma = start.firstMatch(of: /\s*,\s*$/) {
                start = String(start[..<comma.range.lowerBound])
            }
            let whole = start + rest
            return whole.allSatisfy { $0.isWhitespace || $0 == "-" } ? lines : lines + ["+ " + whole]
        }
        return lines + ["+ " + start + replacement + rest]
    }

    private static func more(_ count: Int) -> String { "… \(count) more lines" }

    /// The digest of what was written and of what is written instead, in eight hexadecimal digits.
    func fingerprint(in file: SourceFile) -> String {
        let digest = Digest.of(owner, name, file.text(in: range).onOneLine, replacement ?? "")
        return String(digest.dropFirst("sha256:".count).prefix(8))
    }
}
