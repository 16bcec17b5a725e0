import BylawSource
import BylawYAML
import Testing

@Suite("what is no YAML")
struct SyntaxProblemTests {
    @Test(
        "is told with a code, in plain words, at the characters to change",
        arguments: [
            // Colons
            ("text: Note⟪:⟫ mask it", "unexpected-colon: a second `:` cannot stand in one line"),
            ("題: 注意⟪:⟫ 伏せる", "unexpected-colon: a second `:` cannot stand in one line"),
            (
                "a: b\n  c⟪:⟫ d",
                "unexpected-colon: `:` cannot stand here, as this line goes on with the value above"
            ),
            ("says: { en: Note⟪:⟫ x, ja: y }", "unexpected-colon: a second `:` cannot stand in one line"),
            ("a: { あ⟪:⟫, c: d }", "unexpected-colon: `:` cannot stand directly before `,`"),
            ("⟪a:b⟫\nc: d", "missing-colon: a space is missing behind `:`"),
            ("x:\r\n  ⟪a⟫\r\n  b: c", "missing-colon: `:` is missing behind this key"),
            ("a: 1\n⟪言葉⟫\nb: 2", "missing-colon: `:` is missing behind this key"),
            ("a: 1\n⟪then deny⟫", "missing-colon: `:` is missing behind this key"),
            ("a: 1\n⟪\"b\"⟫\nc: 2", "missing-colon: a quoted key has to end on its line, with `:` behind it"),
            ("a: 1\n⟪:⟫ 2", "empty-key: there is no key before `:`"),
            // Tabs and indentation
            ("a:\n⟪\t⟫b: 1", "tab-indentation: a tab cannot indent a line"),
            ("あ: |\n⟪\t⟫b", "tab-indentation: a tab cannot indent a line"),
            (" a: 1\n⟪b: 2⟫\n", "bad-indentation: the document has ended before this line"),
            ("r:\n   a: 1\n  ⟪b: 2⟫", "bad-indentation: this line belongs to no mapping above it"),
            ("r:\n  - a\n  ⟪b: 2⟫", "bad-indentation: this line belongs to no list above it"),
            ("a: 1\n⟪- b⟫", "bad-indentation: this line belongs to no mapping above it"),
            ("a: ⟪-⟫ b", "unexpected-dash: a list cannot start here"),
            // Quotes and escapes
            ("a: ⟪\"⟫open\nb: 1\n", "unclosed-quote: this `\"` is not closed"),
            ("あ: ⟪'⟫its\nb: 1\n", "unclosed-quote: this `'` is not closed"),
            ("あ: 'it'⟪s⟫\nb: 1\n", "text-after-value: text cannot go on behind closing quotes"),
            (
                "a: ⟪\"⟫x\nb: 1\nc: \"y\"",
                "unclosed-quote: this `\"` is closed in another line, and text goes on there"
            ),
            ("a: \"b⟪\\d⟫\"", "bad-escape: `\\d` is no escape"),
            ("a: \"あ⟪\\あ⟫\"", "bad-escape: `\\あ` is no escape"),
            ("a: \"⟪\\u30⟫zz\"", "bad-escape: `\\u30` has too few hexadecimal digits"),
            ("a: \"⟪\\uD83D⟫\\uDE00\"", "bad-escape: `\\uD83D` names no character"),
            ("a: \"x\" ⟪or \"y\"⟫", "text-after-value: text cannot go on behind closing quotes"),
            ("a: {user}⟪さん⟫", "text-after-value: text cannot go on behind closing brackets"),
            // Brackets
            ("a: ⟪[⟫b, c\nd: 1\n", "unclosed-bracket: this `[` is not closed"),
            ("a: ⟪{⟫b: c\n", "unclosed-bracket: this `{` is not closed"),
            ("a: [b\n]⟪]⟫", "unexpected-bracket: there is nothing that `]` closes"),
            ("a: { b: \"c\" ⟪d⟫: 1 }", "missing-comma: `,` or `}` is missing before this"),
            ("a: [\"b\" ⟪\"⟫c\"]", "missing-comma: `,` or `]` is missing before this"),
            ("a: [⟪,⟫]", "unexpected-character: `,` cannot stand here"),
            // Characters that start something
            ("at: ⟪@⟫user", "reserved-character: a text cannot start with `@`"),
            ("at: ⟪`⟫code`", "reserved-character: a text cannot start with ```"),
            ("at: ⟪%⟫5", "reserved-character: a text cannot start with `%`"),
            ("at: ⟪*bold*⟫ text", "anchor-name: `*` starts the name of an anchor, and this is none"),
            ("at: ⟪&⟫ text", "anchor-name: `&` starts the name of an anchor, and this is none"),
            ("at: ⟪&an⟫:chor text", "anchor-name: an anchor's name has letters from a to z, digits, `-` and `_` only"),
            ("at: |⟪text⟫", "block-header: text cannot stand behind `|`"),
            ("at: > ⟪5⟫", "block-header: text cannot stand behind `>`"),
            ("at: |⟪0⟫\n x", "block-header: a block cannot be indented by 0"),
            ("⟪%FOO bar⟫\n---\na: 1", "directive: `%FOO bar` is no directive"),
        ])
    func problem(_ marked: String, _ expected: String) {
        let text = MarkedText(marked)
        let (document, problems) = YAMLDocument.parse(text.file)
        let problem = problems.first { $0.severity == .error }
        #expect(document == nil || problem?.code == "anchor-name")
        #expect(problem.map { "\($0.code): \($0.message)" } == expected)
        #expect(problem?.location?.range == text.range)
        #expect(problem?.help != nil || problem?.code == "empty-key")
    }
}

extension SyntaxProblemTests {
    @Test(
        "comes with the text as it should have been written",
        arguments: [
            ("text: Note: mask it", "put the text in quotes if the colon belongs to it: `'Note: mask it'`"),
            ("says: { en: Note: x, ja: y }", "put the text in quotes if the colon belongs to it: `'Note: x'`"),
            ("says: [ it's: so: x ]", "put the text in quotes if the colon belongs to it: `'so: x'`"),
            ("a: {user}さんへ  ", "put the whole text in quotes: `'{user}さんへ'`"),
            ("- {user}さんへ", "put the whole text in quotes: `'{user}さんへ'`"),
            ("a: \"x\" or \"y\"", "put the whole text in quotes: `'\"x\" or \"y\"'`"),
            ("a: @it's", "put the text in quotes: `\"@it's\"`"),
            ("a: @it's \"x\"", "put the text in quotes: `'@it''s \"x\"'`"),
            ("a: 'it's'", "within single quotes write an apostrophe twice, or use double quotes"),
        ])
    func help(_ text: String, _ expected: String) {
        let (_, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        #expect(problems.map(\.help) == [expected])
    }
}
