import BylawSource
import BylawYAML
import Testing

@Suite("YAML that was surely meant otherwise")
struct HintTests {
    @Test(
        "gets a warning with the text in quotes",
        arguments: [
            ("says: { en: Please, ⟪mask it⟫ }", "flow-text", "put the whole text in quotes: `'Please, mask it'`"),
            (
                "says: { ja: 伏せて, en: Please, ⟪do, mask it⟫ }", "flow-text",
                "put the whole text in quotes: `'Please, do, mask it'`"
            ),
            (
                "says: { en: Please, ⟪don't⟫ }", "flow-text",
                "put the whole text in quotes: `\"Please, don't\"`"
            ),
            (
                "says: { en: 2 Please, ⟪mask it⟫, ja: 伏せて }", "flow-text",
                "put the whole text in quotes: `'2 Please, mask it'`"
            ),
            (
                "text: Talk ⟪#1 now⟫\nb: 1", "comment-text",
                "put the whole text in quotes: `'Talk #1 now'`, or a space behind `#` if it is a comment"
            ),
            (
                "text: ⟪#重要⟫", "comment-text",
                "put the whole text in quotes: `'#重要'`, or a space behind `#` if it is a comment"
            ),
            (
                "- 伏せる ⟪#重要⟫\r\n- b", "comment-text",
                "put the whole text in quotes: `'伏せる #重要'`, or a space behind `#` if it is a comment"
            ),
        ])
    func hint(_ marked: String, _ code: String, _ help: String) {
        let text = MarkedText(marked)
        let (document, problems) = YAMLDocument.parse(text.file)
        #expect(document != nil)
        #expect(problems.map(\.code) == [code])
        #expect(problems.first?.severity == .warning)
        #expect(problems.first?.location?.range == text.range)
        #expect(problems.first?.help == help)
    }

    @Test(
        "is not what people write on purpose",
        arguments: [
            "a: { b, c, d }", "a: { b: 1, c }", "a: { b: c, d: }", "a: { b: c, d: , e: f }", "a: { b: 'c', d }",
            "a: [b, c]",
            "a: { b: c, d: e }", "a: b # comment", "a: 1 #2", "a: b#c", "a: 'b' #c", "a: #!x", "a: b #", "a: b ## c",
            "a: #the list\n  - b", "a: # b\n  c: d", "a: &x b\nc: *x #d",
        ])
    func noHint(_ text: String) throws {
        _ = try parse(text)
    }

    @Test("is told for each text of a mapping")
    func severalHints() {
        let text = "{ ja: あ, い, en: a, b, c, de: x }"
        let (_, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
        #expect(
            problems.map(\.help) == [
                "put the whole text in quotes: `'あ, い'`", "put the whole text in quotes: `'a, b, c'`",
            ])
    }
}
