/// The places in one file that a diagnostic points to.
struct Excerpt {
    /// A range to underline, and what to say about it.
    struct Mark {
        let range: SourceRange
        let text: String?
        let role: Palette.Role
    }

    let file: SourceFile
    /// Whether the diagnostic's own place is among the marks; it is the first then.
    let isPrimary: Bool
    /// At least one.
    var marks: [Mark]
    /// Where a reader should look first.
    let start: SourcePosition

    init(file: SourceFile, isPrimary: Bool, first: Mark) {
        self.file = file
        self.isPrimary = isPrimary
        marks = [first]
        start = file.position(at: first.range.start)
    }

    /// The greatest line number.
    var lastLine: Int { marks.map { line(of: $0) }.max() ?? 1 }

    /// The line that a mark starts in.
    func line(of mark: Mark) -> Int { file.position(at: mark.range.start).line }

    /// Whether a mark goes on in the next line. A line break alone at its end is not enough.
    func goesOn(_ mark: Mark) -> Bool {
        file.position(at: max(mark.range.end - 1, mark.range.start)).line > line(of: mark)
    }
}
