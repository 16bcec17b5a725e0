import BylawSource
import BylawYAML
import Testing

@Suite("YAML that policies do not use")
struct StructureProblemTests {
    @Test(
        "is refused at its place",
        arguments: [
            ("a: ⟪!!str⟫ 1", "tag: the tag `!!str` is not supported"),
            ("a: ⟪!⟫ 1", "tag: the tag `!` is not supported"),
            ("a: ⟪!重要⟫", "tag: the tag `!重要` is not supported"),
            ("a: &x ⟪!<tag:b>⟫ 1", "tag: the tag `!<tag:b>` is not supported"),
            ("日: ⟪!!map⟫ { b: 1 }", "tag: the tag `!!map` is not supported"),
            ("b: &b { c: 1 }\na:\n  ⟪<<⟫: *b", "merge-key: the merge key `<<` is not supported"),
            ("a: 1\n⟪---⟫\nb: 1", "several-documents: a second document starts here, and a file may hold only one"),
            ("⟪[a, b]⟫: 1", "complex-key: a list cannot be a key"),
            ("a: { ⟪{ b: c }⟫: 1 }", "complex-key: a mapping cannot be a key"),
            ("?⟪⟫ \n: b", "empty-key: there is no key before `:`"),
            ("a: ⟪*b⟫", "unknown-anchor: no anchor `&b` stands before this alias"),
            ("a: &a [⟪*a⟫]", "recursive-alias: the alias `*a` stands inside of what it repeats"),
            ("a: 1\n⟪a⟫: 2", "duplicate-key: the key `a` stands twice in one mapping"),
            ("あ: 1\n⟪\"\\u3042\"⟫: 2", "duplicate-key: the key `あ` stands twice in one mapping"),
            ("{ ⟪?⟫foo: bar }", "unexpected-character: a key in braces or brackets cannot start with `?`"),
        ])
    func problem(_ marked: String, _ expected: String) {
        let text = MarkedText(marked)
        let (_, problems) = YAMLDocument.parse(text.file)
        #expect(problems.map { "\($0.code): \($0.message)" } == [expected])
        #expect(problems.first?.location?.range == text.range)
    }

    @Test(
        "is refused without a document where there is none",
        arguments: ["", "\n\n", "# nothing\n", "---\n", "--- # a\n...\n"])
    func emptyDocument(_ text: String) {
        let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        #expect(document == nil)
        #expect(problems.map(\.code) == ["empty-document"])
    }

    @Test("leaves a document whose first keys stand, and every problem is reported")
    func severalProblems() throws {
        let text = """
            a: 1
            a: 2
            b: !!int 3
            c: { d: 1, d: 2 }
            <<: { e: 1 }
            a: 3
            """
        let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        #expect(problems.map(\.code) == ["duplicate-key", "tag", "duplicate-key", "merge-key", "duplicate-key"])
        #expect(problems.first?.labels.map(\.location.position) == [SourcePosition(line: 1, column: 1)])
        #expect(problems.first?.labels.map(\.text) == ["first defined here"])
        #expect(problems.last?.labels.map(\.location.position) == [SourcePosition(line: 1, column: 1)])
        let root = try #require(document?.root.mapping)
        #expect(root.entries.map(\.key.text) == ["a", "b", "c"])
        #expect(root["a"]?.scalar?.text == "1")
        #expect(root["b"]?.scalar?.number?.integer == 3)
    }

    @Test("does not take keys for the same that only look the same")
    func keysAreBytes() throws {
        // The same letter, composed and decomposed.
        let root = try #require(try parse("\u{E9}: 1\ne\u{301}: 2").mapping)
        #expect(root.entries.count == 2)
        #expect(root["e\u{301}"]?.scalar?.text == "2")
        #expect(root["\u{E9}"]?.scalar?.text == "1")
    }

    @Test("takes a quoted `<<` and `!` for text")
    func quoted() throws {
        let root = try #require(try parse("'<<': '!a'\nb: '*c'").mapping)
        #expect(root["<<"]?.scalar?.text == "!a")
    }
}

@Suite("what cannot be text")
struct EncodingProblemTests {
    @Test(
        "is refused at its first byte",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], 0..<2, "not-utf-8: the file is UTF-16, not UTF-8"),
            ([0xFE, 0xFF, 0x00, 0x61], 0..<2, "not-utf-8: the file is UTF-16, not UTF-8"),
            ([0x61, 0x00, 0x3A, 0x00], 0..<2, "not-utf-8: the file is UTF-16, not UTF-8"),
            ([0x00, 0x00, 0xFE, 0xFF], 0..<2, "not-utf-8: the file is UTF-32, not UTF-8"),
            ([0x61, 0x3A, 0x20, 0xE9], 3..<4, "not-utf-8: the byte 0xE9 is not valid UTF-8 here"),
            ([0x61, 0xC0, 0x80], 1..<2, "not-utf-8: the byte 0xC0 is not valid UTF-8 here"),
            ([0x61, 0xE0, 0x80, 0x80], 1..<2, "not-utf-8: the byte 0xE0 is not valid UTF-8 here"),
            ([0x61, 0xED, 0xA0, 0x80], 1..<2, "not-utf-8: the byte 0xED is not valid UTF-8 here"),
            ([0x61, 0xF4, 0x90, 0x80, 0x80], 1..<2, "not-utf-8: the byte 0xF4 is not valid UTF-8 here"),
            ([0x61, 0xE3, 0x81], 1..<2, "not-utf-8: the byte 0xE3 is not valid UTF-8 here"),
            ([0x61, 0x3A, 0x20, 0x80], 3..<4, "not-utf-8: the byte 0x80 is not valid UTF-8 here"),
            ([0x61, 0x3A, 0x00], 2..<3, "control-character: the control character U+0000 is not allowed in YAML"),
            ([0x61, 0x3A, 0x1B], 2..<3, "control-character: the control character U+001B is not allowed in YAML"),
            ([0x61, 0x7F], 1..<2, "control-character: the control character U+007F is not allowed in YAML"),
            ([0x61, 0xC2, 0x9F], 1..<3, "control-character: the control character U+009F is not allowed in YAML"),
            (
                [0x61, 0xEF, 0xBF, 0xBF], 1..<4,
                "control-character: the control character U+FFFF is not allowed in YAML"
            ),
            (
                [0x61, 0xE2, 0x80, 0xA8], 1..<4,
                "line-separator: the character U+2028 ends a line for some readers of YAML and not for others"
            ),
            (
                [0x61, 0xC2, 0x85], 1..<3,
                "line-separator: the character U+0085 ends a line for some readers of YAML and not for others"
            ),
        ] as [([UInt8], Range<Int>, String)])
    func problem(_ bytes: [UInt8], _ range: Range<Int>, _ expected: String) {
        let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", bytes: bytes))
        #expect(document == nil)
        #expect(problems.map { "\($0.code): \($0.message)" } == [expected])
        #expect(problems.first?.location?.range == SourceRange(range.lowerBound, range.upperBound))
    }

    @Test("is not a byte order mark, which is passed over")
    func byteOrderMark() throws {
        let root = try parse("\u{FEFF}あ: b")
        #expect(root.mapping?.entries.first?.key.range == SourceRange(3, 6))
        #expect(root.mapping?["あ"]?.scalar?.sourceRange(of: 0..<1) == SourceRange(8, 9))
    }

    @Test("is not an invisible character within a text")
    func invisible() throws {
        #expect(try parse("a: b\u{200B}\u{FEFF}c").mapping?["a"]?.scalar?.text.unicodeScalars.count == 4)
    }
}
