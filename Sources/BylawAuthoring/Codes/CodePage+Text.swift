package import BylawJSON
import BylawSource

extension CodePage {
    /// The page as text for a terminal.
    public var text: String {
        var lines = ["\(severity.rawValue)[\(code)]: \(summary)", ""]
        lines += Self.wrapped(meaning)
        lines += ["", wrong.isTold ? "How it comes about:" : "This has it:", ""]
        lines += Self.indented(wrong)
        lines += ["", right.isTold ? "How it is put right:" : "This is right:", ""]
        lines += Self.indented(right)
        lines += [""] + Self.wrapped(repair)
        return lines.map { $0 + "\n" }.joined()
    }

    /// The page's line in the list of all: its code, padded to `width` columns, and what is wrong.
    public func listLine(width: Int) -> String {
        let padding = String(repeating: " ", count: max(0, width - code.utf8.count))
        return "\(code)\(padding)  \(severity == .warning ? "(warning) " : "")\(summary)\n"
    }

    private static func indented(_ example: CodeExample) -> [String] {
        let lines = example.isTold ? example.lines.flatMap { wrapped($0, width: 76) } : example.lines
        return lines.map { $0.isEmpty ? "" : "    " + harmless($0) }
    }

    /// What turns the direction of a text is shown, and not done; a tab is one.
    private static func harmless(_ line: String) -> String {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { HarmlessText.of(String($0)) }
            .joined(separator: "\t")
    }

    /// The text in lines of at most `width` characters, broken between words.
    private static func wrapped(_ text: String, width: Int = 80) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension CodePages {
    /// A line for each page.
    public static var list: String {
        let width = all.map(\.code.utf8.count).max() ?? 0
        return all.map { $0.listLine(width: width) }.joined()
    }
}

extension JSONWriter {
    /// Writes a page as an object.
    package mutating func value(_ page: CodePage) {
        object { json in
            json.member("code", page.code)
            json.member("severity", page.severity.rawValue)
            json.member("summary", page.summary)
            json.member("meaning", page.meaning)
            json.member("repair", page.repair)
            json.member("wrong", page.wrong.lines.joined(separator: "\n"))
            json.member("right", page.right.lines.joined(separator: "\n"))
        }
    }
}
