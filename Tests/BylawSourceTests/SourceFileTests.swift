import BylawSource
import Testing

@Suite("A source file's places")
struct SourceFileTests {
    @Test("lines end at LF, CR LF and a lone CR")
    func lineBreaks() {
        let file = SourceFile(name: "f", text: "ab\ncd\r\nef\rgh\n\nij")
        #expect(file.lineCount == 6)
        let lines = (1...6).map { file.text(in: file.range(ofLine: $0)) }
        #expect(lines == ["ab", "cd", "ef", "gh", "", "ij"])
    }

    @Test("a text that ends in a line break has an empty last line; an empty text has one line")
    func lastLine() {
        let file = SourceFile(name: "f", text: "a\r\n")
        #expect(file.lineCount == 2)
        #expect(file.range(ofLine: 2) == SourceRange(3, 3))
        #expect(SourceFile(name: "f", text: "").lineCount == 1)
        #expect(SourceFile(name: "f", text: "").position(at: 0) == SourcePosition(line: 1, column: 1))
    }

    @Test("a line outside the file is empty", arguments: [0, -1, 3, Int.max])
    func lineOutside(_ line: Int) {
        #expect(SourceFile(name: "f", text: "a\nb").range(ofLine: line) == SourceRange(3, 3))
    }

    static let positions: [(offset: Int, line: Int, column: Int)] = [
        (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 1, 4), (4, 2, 1), (7, 2, 2), (10, 2, 3), (14, 2, 4), (15, 3, 1),
        (16, 3, 2), (18, 3, 3),
    ]

    @Test("columns count scalars, and both bytes of CR LF belong to the line they end", arguments: positions)
    func isAt(_ offset: Int, _ line: Int, _ column: Int) {
        // Bytes: a0 b1 CR2 LF3 | 日4-6 本7-9 😀10-13 CR14 | e15 U+0301 16-17
        let file = SourceFile(name: "f", text: "ab\r\n日本😀\re\u{301}")
        #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
    }

    @Test("an offset outside the file is taken to its nearer end")
    func offsetsOutside() {
        let file = SourceFile(name: "f", text: "a\nbc")
        #expect(file.position(at: -5) == SourcePosition(line: 1, column: 1))
        #expect(file.position(at: 99) == SourcePosition(line: 2, column: 3))
    }

    @Test("text of a range leaves out what is outside, and replaces what is not UTF-8")
    func text() {
        let file = SourceFile(name: "f", bytes: [0x61, 0xFF, 0x62])
        #expect(file.text(in: SourceRange(0, 3)) == "a\u{FFFD}b")
        #expect(file.text(in: SourceRange(2, 99)) == "b")
        #expect(file.text(in: SourceRange(50, 99)) == "")
        #expect(file.text(in: SourceRange(-3, 1)) == "a")
    }

    @Test("a location says its file, line and column")
    func location() {
        let file = SourceFile(name: "Policies/a.yaml", text: "x\n日本: 1")
        #expect(SourceLocation(file, SourceRange(5, 8)).description == "Policies/a.yaml:2:2")
    }

    @Test("ranges are never backwards, and a union holds both")
    func ranges() {
        #expect(SourceRange(5, 3) == SourceRange(5, 5))
        #expect(SourceRange(5, 5).isEmpty && SourceRange(5, 7).count == 2)
        #expect(SourceRange(1, 3).union(SourceRange(6, 8)) == SourceRange(1, 8))
        #expect(SourceRange(6, 8).union(SourceRange(1, 3)) == SourceRange(1, 8))
    }
}
