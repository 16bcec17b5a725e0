/// An excerpt as lines of text: where it is from, the lines with marks, and underlines below each.
struct ExcerptText {
    private let excerpt: Excerpt
    /// How many columns line numbers take.
    private let gutter: Int
    private let palette: Palette

    init(_ excerpt: Excerpt, gutter: Int, palette: Palette) {
        self.excerpt = excerpt
        self.gutter = gutter
        self.palette = palette
    }

    /// The lines, without line breaks.
    var lines: [String] {
        let arrow = excerpt.isPrimary ? "-->" : ":::"
        let place = "\(HarmlessText.of(excerpt.file.name)):\(excerpt.start)"
        var lines = ["\(spaces(gutter))\(palette.paint(arrow, as: .frame)) \(place)", bar("")]
        var previous: Int?
        for (line, marks) in marksByLine {
            if let previous, line > previous + 1 { lines.append(palette.paint("...", as: .frame)) }
            lines += rows(of: line, marks: marks)
            previous = line
        }
        return lines
    }

    /// The marks in order of lines; those of one line in the order they came, which puts the diagnostic's own first.
    private var marksByLine: [(line: Int, marks: [Excerpt.Mark])] {
        Dictionary(grouping: excerpt.marks, by: excerpt.line(of:))
            .map { (line: $0.key, marks: $0.value) }
            .sorted { $0.line < $1.line }
    }

    /// The line, and a row below it for each mark. A line that is too long to show whole is shown around each mark.
    private func rows(of line: Int, marks: [Excerpt.Mark]) -> [String] {
        var rows: [String] = []
        var isShown = false
        for mark in marks {
            let text = DisplayLine(of: excerpt.file, line: line, around: mark.range.start)
            if !isShown || !text.isWhole { rows.append(numbered(line, text.text)) }
            isShown = true
            rows.append(bar(underline(mark, in: text, line: line)))
        }
        return rows
    }

    private func underline(_ mark: Excerpt.Mark, in text: DisplayLine, line: Int) -> String {
        let columns = text.columns(of: mark.range)
        var underline = String(repeating: mark.role == .label ? "-" : "^", count: columns.count)
        if excerpt.goesOn(mark) { underline += "…" }
        if let remark = mark.text, !remark.isEmpty { underline += " " + HarmlessText.of(remark) }
        return spaces(columns.before) + palette.paint(underline, as: mark.role)
    }

    private func numbered(_ line: Int, _ text: String) -> String {
        let number = String(line)
        let margin = spaces(gutter - number.utf8.count) + palette.paint("\(number) |", as: .frame)
        return text.isEmpty ? margin : margin + " " + text
    }

    private func bar(_ text: String) -> String {
        let margin = spaces(gutter + 1) + palette.paint("|", as: .frame)
        return text.isEmpty ? margin : margin + " " + text
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
