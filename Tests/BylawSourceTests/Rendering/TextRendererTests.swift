import BylawSource
import BylawTestSupport
import Testing

@Suite("Diagnostics as text")
struct TextRendererTests {
    /// One diagnostic without the count.
    private func rendered(_ diagnostic: Diagnostic) -> String { TextRenderer().render(diagnostic) }

    /// A problem at a part of a text.
    private func problem(
        _ text: String, _ part: String, file name: String = "a.yaml", help: String? = nil, notes: [String] = []
    ) -> Diagnostic {
        let file = SourceFile(name: name, text: text)
        return Diagnostic("code", "message", at: file.location(of: part), notes: notes, help: help)
    }

    @Test("a problem is shown with its line, underlined, with the help behind")
    func basic() {
        let file = SourceFile(
            name: "Policies/spam.yaml", text: String(repeating: "\n", count: 13) + "    when: user.agee < 13\n")
        let diagnostic = Diagnostic(
            "unknown-field", "`user` has no field `agee`", at: file.location(of: "agee"),
            notes: ["it has `age`, `name`"],
            help: "did you mean `age`?")
        let expected = """
            error[unknown-field]: `user` has no field `agee`
              --> Policies/spam.yaml:14:16
               |
            14 |     when: user.agee < 13
               |                ^^^^ did you mean `age`?
               = note: it has `age`, `name`

            """
        #expect(rendered(diagnostic) == expected)
    }

    @Test("labels share the excerpt in the order of lines, labels in other files have their own")
    func labels() {
        let file = SourceFile(name: "b.yaml", text: "one: 1\ntwo: 2\n\n\n\n\n\n\n\none: 3, one: 4\n")
        let other = SourceFile(name: "common/types.yaml", text: "x\nshared: 1\n")
        let diagnostic = Diagnostic(
            "duplicate-key", severity: .warning, "`one` stands twice", at: file.location(of: "one: 4", length: 3),
            labels: [
                Diagnostic.Label(file.location(of: "one"), "first here"),
                Diagnostic.Label(other.location(of: "shared"), "as in this file"),
                Diagnostic.Label(file.location(of: "one: 3", length: 3), "and here"),
                Diagnostic.Label(file.location(of: "2"), "unlike this"),
            ],
            help: "remove it")
        let expected = """
            warning[duplicate-key]: `one` stands twice
              --> b.yaml:10:9
               |
             1 | one: 1
               | --- first here
             2 | two: 2
               |      - unlike this
            ...
            10 | one: 3, one: 4
               |         ^^^ remove it
               | --- and here
              ::: common/types.yaml:2:1
               |
             2 | shared: 1
               | ------ as in this file

            """
        #expect(rendered(diagnostic) == expected)
    }

    @Test("a problem without a place is its headline, with the help below")
    func noPlace() {
        let diagnostic = Diagnostic(
            "no-file", "there is no `a.yaml`", at: nil, notes: ["it was asked for"], help: "look again")
        #expect(
            rendered(diagnostic) == """
                error[no-file]: there is no `a.yaml`
                  = help: look again
                  = note: it was asked for

                """)
        #expect(rendered(Diagnostic("no-file", "gone", at: nil)) == "error[no-file]: gone\n")
    }

    @Test("an empty range is one caret, at the end of a line and of the file too")
    func emptyRanges() {
        let file = SourceFile(name: "a", text: "ab\r\ncd\n")
        func excerpt(_ offset: Int) -> [String] {
            let place = SourceLocation(file, SourceRange(offset, offset))
            return rendered(Diagnostic("c", "m", at: place)).split(separator: "\n").dropFirst(1).map(String.init)
        }
        #expect(excerpt(1) == [" --> a:1:2", "  |", "1 | ab", "  |  ^"])
        #expect(excerpt(2) == [" --> a:1:3", "  |", "1 | ab", "  |   ^"])
        #expect(excerpt(7) == [" --> a:3:1", "  |", "3 |", "  | ^"])
        #expect(excerpt(99) == [" --> a:3:1", "  |", "3 |", "  | ^"])
    }

    @Test("a range of several lines is underlined to its first line's end, and said to go on")
    func severalLines() {
        let expected = """
            error[code]: message
             --> a.yaml:1:3
              |
            1 | a bc
              |   ^^… help

            """
        #expect(rendered(problem("a bc\nde\n", "bc\nd", help: "help")) == expected)
        #expect(rendered(problem("a bc\r\nde\n", "bc\r\nd", help: "help")) == expected)
        let lineOnly = expected.replacing("…", with: "")
        #expect(rendered(problem("a bc\nde\n", "bc\n", help: "help")) == lineOnly)
        #expect(rendered(problem("a bc\r\nde\n", "bc\r\n", help: "help")) == lineOnly)
    }

    @Test("tabs are shown as columns of four, so that the underline stays in place")
    func tabs() {
        let expected = """
            error[code]: message
             --> a.yaml:1:6
              |
            1 |     a   bc  = 1
              |           ^^^

            """
        #expect(rendered(problem("\ta\tbc\t= 1", "\t=")) == expected)
    }

    @Test("underlines stand under wide and joined characters")
    func wideCharacters() {
        let expected = """
            error[code]: message
             --> a.yaml:1:12
              |
            1 | 「社名👩‍💻e\u{301}」: 会社 x
              |              ^^^^

            """
        #expect(rendered(problem("「社名👩‍💻e\u{301}」: 会社 x", "会社")) == expected)
    }

    @Test("a part of a joined character underlines the whole")
    func partOfCharacter() {
        let expected = """
            error[code]: message
             --> a.yaml:1:4
              |
            1 | a👩‍💻b
              |  ^^

            """
        #expect(rendered(problem("a👩‍💻b", "💻")) == expected)
    }

    @Test("nothing from outside reaches the terminal raw")
    func harmless() {
        let expected = """
            error[code]: message
             --> ␛[1m.yaml:1:13
              |
            1 | a: ␛[31mred \\u{202E}x\\u{2066}␀\\u{9B}
              |             ^^^^^^^^ use ␊␇ or \\u{200F}
              = note: ␍\\u{2028}␡

            """
        let diagnostic = problem(
            "a: \u{1B}[31mred \u{202E}x\u{2066}\u{0}\u{9B}", "\u{202E}", file: "\u{1B}[1m.yaml",
            help: "use \n\u{7} or \u{200F}", notes: ["\r\u{2028}\u{7F}"])
        #expect(rendered(diagnostic) == expected)
    }

    @Test("bytes that are not UTF-8 are shown as such, and what is behind them is underlined in place")
    func notUTF8() {
        let file = SourceFile(name: "a", bytes: [0x61, 0xFF, 0xE3, 0x81, 0x62, 0x63])
        let diagnostic = Diagnostic("c", "m", at: SourceLocation(file, SourceRange(5, 6)))
        #expect(
            rendered(diagnostic) == """
                error[c]: m
                 --> a:1:5
                  |
                1 | a\u{FFFD}\u{FFFD}bc
                  |     ^

                """)
    }

    @Test("of a very long line only the part around the range is shown")
    func longLines() {
        let before = String(repeating: "b", count: 40)
        let behind = String(repeating: "c", count: 79)
        let expected = """
            error[code]: message
             --> a.yaml:1:1001
              |
            1 | …\(before)X\(behind)…
              | \(String(repeating: " ", count: 41))^

            """
        let text = String(repeating: "b", count: 1000) + "X" + String(repeating: "c", count: 1_000_000)
        #expect(rendered(problem(text, "X")) == expected)
    }

    @Test("a long line is cut between wide characters, not within them")
    func longWideLines() {
        let text = String(repeating: "日", count: 20_000) + "X" + String(repeating: "本", count: 20_000)
        let expected = """
            error[code]: message
             --> a.yaml:1:20001
              |
            1 | …\(String(repeating: "日", count: 20))X\(String(repeating: "本", count: 39))…
              | \(String(repeating: " ", count: 41))^

            """
        #expect(rendered(problem(text, "X")) == expected)
    }

    @Test("two far places in one long line are shown apart")
    func longLineTwice() {
        let text = "X" + String(repeating: "b", count: 500) + "Y"
        let file = SourceFile(name: "a", text: text)
        let diagnostic = Diagnostic(
            "c", "m", at: file.location(of: "Y"), labels: [Diagnostic.Label(file.location(of: "X"), "start")])
        #expect(
            rendered(diagnostic) == """
                error[c]: m
                 --> a:1:502
                  |
                1 | …\(String(repeating: "b", count: 119))Y
                  | \(String(repeating: " ", count: 120))^
                1 | X\(String(repeating: "b", count: 119))…
                  | - start

                """)
    }

    @Test("marks without end on one character are not shown without end")
    func manyMarks() {
        let text = "a" + String(repeating: "\u{301}", count: 100_000) + "b"
        #expect(rendered(problem(text, "b")).unicodeScalars.count < 5000)
    }

    @Test("colours change nothing but the colours")
    func colours() throws {
        let diagnostics = [problem("a: b", "b", help: "help", notes: ["note"]), problem("x\ny", "y")]
        let coloured = TextRenderer(style: .colour).render(diagnostics)
        #expect(coloured.contains("\u{1B}[1;31merror[code]\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextRenderer().render(diagnostics))
    }

    @Test("diagnostics come by file and place, each once, and are counted")
    func sorting() {
        let b = SourceFile(name: "b", text: "12")
        let a = SourceFile(name: "a", text: "1")
        func at(_ file: SourceFile, _ offset: Int) -> BylawSource.SourceLocation {
            SourceLocation(file, SourceRange(offset, offset + 1))
        }
        let diagnostics = [
            Diagnostic("x", "third", at: at(b, 1)), Diagnostic("x", severity: .warning, "a warning", at: at(b, 0)),
            Diagnostic("x", "first", at: at(b, 0)), Diagnostic("x", "third", at: at(b, 1)),
            Diagnostic("x", "in a", at: at(a, 0)), Diagnostic("x", "nowhere", at: nil),
        ]
        let expected = """
            error[x]: nowhere

            error[x]: in a
             --> a:1:1
              |
            1 | 1
              | ^

            error[x]: first
             --> b:1:1
              |
            1 | 12
              | ^

            … and 1 more error, 1 more warning

            4 errors, 1 warning

            """
        #expect(TextRenderer(maximum: 3).render(diagnostics) == expected)
        #expect(TextRenderer(maximum: 3).render(diagnostics.reversed()) == expected)
        #expect(TextRenderer().render(diagnostics).contains("more") == false)
        #expect(TextRenderer(maximum: 0).render([diagnostics[0]]) == "… and 1 more error\n\n1 error\n")
        #expect(TextRenderer().render([]) == "")
    }

    @Test("whatever bytes and ranges come, what is shown is harmless, and each row ends in time")
    func anything() {
        var random = SeededBytes(state: 7)
        for _ in 0..<2000 {
            let file = SourceFile(name: "a", bytes: (0..<random.below(200)).map { _ in random.piece() }.flatMap { $0 })
            func place() -> BylawSource.SourceLocation {
                let start = random.below(file.bytes.count + 3)
                return SourceLocation(file, SourceRange(start, start + random.below(30)))
            }
            let label = Diagnostic.Label(place(), file.text(in: place().range))
            let text = rendered(Diagnostic("c", file.text(in: place().range), at: place(), labels: [label]))
            let unsafe = text.unicodeScalars.filter { scalar in
                scalar != "\n" && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl)
            }
            #expect(unsafe.isEmpty, "\(file.bytes)")
            #expect(text.split(separator: "\n").count <= 9, "\(text)")
        }
    }
}

/// Bytes that make trouble, the same on every run.
private struct SeededBytes {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func piece() -> [UInt8] {
        let pieces = [
            "a", "日", "👩‍💻", "e\u{301}", "\t", "\n", "\r\n", "\u{1B}[31m", "\u{202E}", "\u{9B}", "\u{2028}", "\u{200D}",
        ]
        let index = below(pieces.count + 2)
        return index < pieces.count ? Array(pieces[index].utf8) : [UInt8(below(256))]
    }
}
