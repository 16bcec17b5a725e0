/// One diagnostic as lines of text: its headline, an excerpt of each file that it points into, its notes.
struct DiagnosticText {
    private let diagnostic: Diagnostic
    private let palette: Palette
    private let excerpts: [Excerpt]

    init(_ diagnostic: Diagnostic, palette: Palette) {
        self.diagnostic = diagnostic
        self.palette = palette
        excerpts = Self.excerpts(of: diagnostic)
    }

    /// The lines, without line breaks.
    var lines: [String] {
        let gutter = String(excerpts.map(\.lastLine).max() ?? 0).utf8.count
        var lines = [headline]
        for excerpt in excerpts {
            lines += ExcerptText(excerpt, gutter: gutter, palette: palette).lines
        }
        if diagnostic.location == nil, let help = diagnostic.help {
            lines.append(remark("help", help, gutter: gutter))
        }
        return lines + diagnostic.notes.map { remark("note", $0, gutter: gutter) }
    }

    private var headline: String {
        let name = "\(diagnostic.severity.rawValue)[\(HarmlessText.of(diagnostic.code))]"
        return palette.paint(name, as: Palette.Role(diagnostic.severity))
            + palette.paint(": \(HarmlessText.of(diagnostic.message))", as: .message)
    }

    private func remark(_ kind: String, _ text: String, gutter: Int) -> String {
        let indent = String(repeating: " ", count: excerpts.isEmpty ? 2 : gutter + 1)
        return "\(indent)\(palette.paint("=", as: .frame)) \(palette.paint("\(kind):", as: .message)) "
            + HarmlessText.of(text)
    }

    /// One excerpt a file: that of the diagnostic's own place first.
    private static func excerpts(of diagnostic: Diagnostic) -> [Excerpt] {
        var excerpts: [Excerpt] = []
        if let location = diagnostic.location {
            let role = Palette.Role(diagnostic.severity)
            let mark = Excerpt.Mark(range: location.range, text: diagnostic.help, role: role)
            excerpts.append(Excerpt(file: location.file, isPrimary: true, first: mark))
        }
        for label in diagnostic.labels {
            let mark = Excerpt.Mark(range: label.location.range, text: label.text, role: .label)
            if let index = excerpts.firstIndex(where: { $0.file === label.location.file }) {
                excerpts[index].marks.append(mark)
            } else {
                excerpts.append(Excerpt(file: label.location.file, isPrimary: false, first: mark))
            }
        }
        return excerpts
    }
}
