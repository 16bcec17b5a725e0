import BylawSource
import BylawYAML
import Testing

@Suite("the way from a scalar's text back to its bytes")
struct ScalarPositionTests {
    /// A scalar (the value of `k`), its text, and what was written for each of the text's scalars; bytes
    /// that stand for nothing are left out.
    struct Example: Sendable, CustomTestStringConvertible {
        let yaml: String
        let text: String
        let written: [String]

        init(_ yaml: String, _ text: String, _ written: [String]) {
            self.yaml = yaml
            self.text = text
            self.written = written
        }

        var testDescription: String { yaml.debugDescription }
    }

    @Test(
        "is exact",
        arguments: [
            Example("k: ab", "ab", ["a", "b"]),
            Example("k: あ😀é", "あ😀é", ["あ", "😀", "é"]),
            Example("k: a\n  b", "a b", ["a", "\n", "b"]),
            Example("k: a  \r\n \t い", "a い", ["a", "\r\n", "い"]),
            Example("k: a\n\n\n  b", "a\n\nb", ["a", "\n", "\n", "b"]),
            Example("k: 'it''s'", "it's", ["i", "t", "''", "s"]),
            Example("k: 'あ\n\n  い'", "あ\nい", ["あ", "\n", "い"]),
            Example("k: ' a '", " a ", [" ", "a", " "]),
            Example("k: 'a \n b'", "a b", ["a", "\n", "b"]),
            Example("k: \"\\u3042\\x41\\U0001F600z\"", "あA😀z", ["\\u3042", "\\x41", "\\U0001F600", "z"]),
            Example("k: \"a\\tb\\\"\\\\\\/c\"", "a\tb\"\\/c", ["a", "\\t", "b", "\\\"", "\\\\", "\\/", "c"]),
            Example(
                "k: \"\\N\\_\\L\\P\\0\\e\"", "\u{85}\u{A0}\u{2028}\u{2029}\0\u{1B}",
                ["\\N", "\\_", "\\L", "\\P", "\\0", "\\e"]),
            Example("k: \"あ\\\n   い\"", "あい", ["あ", "い"]),
            Example("k: \"a \\\n  \\ b\"", "a  b", ["a", " ", "\\ ", "b"]),
            Example("k: \"a\\\n\n\n  b\"", "a\n\nb", ["a", "\n", "\n", "b"]),
            Example("k: \"a\t \r\n \r\n  b\"", "a\nb", ["a", "\r\n", "b"]),
            Example("k: |\n  ab\n  い\n", "ab\nい\n", ["a", "b", "\n", "い", "\n"]),
            Example("k: |\r\n  a\r\n\r\n  b\r\n", "a\n\nb\n", ["a", "\r\n", "\r\n", "b", "\r\n"]),
            Example("k: |-\n  a\n   b\n\n\n", "a\n b", ["a", "\n", " ", "b"]),
            Example("k: |+\n  a\n\n\n", "a\n\n\n", ["a", "\n", "\n", "\n"]),
            Example("k: |2\n    a\n  \tb\n", "  a\n\tb\n", [" ", " ", "a", "\n", "\t", "b", "\n"]),
            Example("k: |\n\n\n  a\n", "\n\na\n", ["\n", "\n", "a", "\n"]),
            Example("k: | # comment\n  a", "a", ["a"]),
            Example("k: |+\n\n\n", "\n\n", ["\n", "\n"]),
            Example("k: >\n  あ\n  い\n\n  う\n", "あ い\nう\n", ["あ", "\n", "い", "\n", "う", "\n"]),
            Example("k: >\n  a\n    b\n  c\n", "a\n  b\nc\n", ["a", "\n", " ", " ", "b", "\n", "c", "\n"]),
            Example("k: >+\n  a\n  b\n\n\n", "a b\n\n\n", ["a", "\n", "b", "\n", "\n", "\n"]),
            Example("k: >-\n  a\n\n\n  b\n\n", "a\n\nb", ["a", "\n", "\n", "b"]),
            Example("k: >1-\n  a\n b", " a\nb", [" ", "a", "\n", "b"]),
            Example("k: >-\n  a \n  b", "a  b", ["a", " ", "\n", "b"]),
            Example("k: >-\n  a\n   \n  b", "a\n \nb", ["a", "\n", " ", "\n", "b"]),
        ])
    func exact(_ example: Example) throws {
        let file = SourceFile(name: "test.yaml", text: example.yaml)
        let (document, problems) = YAMLDocument.parse(file)
        #expect(problems.isEmpty)
        let scalar = try #require(document?.root.mapping?["k"]?.scalar)
        #expect(Array(scalar.text.unicodeScalars) == Array(example.text.unicodeScalars))
        var written: [String] = []
        var offset = 0
        var behind = 0
        for character in scalar.text.unicodeScalars {
            let count = UTF8.width(character)
            let range = scalar.sourceRange(of: offset..<offset + count)
            #expect(range.start >= behind, "places follow each other")
            #expect(scalar.sourceRange(of: offset..<offset) == SourceRange(range.start, range.start))
            written.append(file.text(in: range))
            offset += count
            behind = range.end
        }
        #expect(written.map { Array($0.utf8) } == example.written.map { Array($0.utf8) })
        #expect(scalar.sourceRange(of: offset..<offset) == SourceRange(behind, behind))
    }

    @Test("spans what lies between two characters, escapes and indentation included")
    func spans() throws {
        let text = MarkedText("k: >\n  if あ\n  &&\n    ⟪い\n  or⟫ b\n")
        let scalar = try #require(YAMLDocument.parse(text.file).document?.root.mapping?["k"]?.scalar)
        #expect(scalar.text == "if あ &&\n  い\nor b\n")
        let start = "if あ &&\n  ".utf8.count
        #expect(scalar.sourceRange(of: start..<start + "い\nor".utf8.count) == text.range)
    }

    @Test("cuts off what lies outside of the text", arguments: ["k: abc", "k: 'a''c'", "k: |\n  abc"])
    func outside(_ yaml: String) throws {
        let scalar = try #require(try parse(yaml).mapping?["k"]?.scalar)
        let whole = scalar.sourceRange(of: 0..<3)
        #expect(scalar.sourceRange(of: -5..<Int.max) == whole)
        #expect(scalar.sourceRange(of: 70..<80) == SourceRange(whole.end, whole.end))
        #expect(scalar.sourceRange(of: Int.min..<Int.min) == SourceRange(whole.start, whole.start))
    }

    @Test("has a place even for no text", arguments: [("k: ''", 4), ("k: \"\"", 4), ("k:", 2), ("k: |\n\n", 3)])
    func empty(_ yaml: String, _ start: Int) throws {
        let scalar = try #require(try parse(yaml).mapping?["k"]?.scalar)
        #expect(scalar.sourceRange(of: 0..<0).start == start)
    }

    @Test("leads from a key too")
    func key() throws {
        let entry = try #require(try parse("\"a\\u3042b\": 1").mapping?.entries.first)
        #expect(entry.key.scalar.sourceRange(of: 1..<4) == SourceRange(2, 8))
    }
}
