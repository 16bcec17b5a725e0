import BylawSource
import BylawYAML
import Testing

@Suite("the tree")
struct TreeTests {
    @Test(
        "knows the bytes of each value",
        arguments: [
            ("a: ⟪b⟫", ["a"]), ("あ: ⟪'b'⟫ # c", ["あ"]), ("a: ⟪\"い\"⟫\r\nb: 1", ["a"]), ("a:⟪⟫\nb: 1", ["a"]),
            ("a: ⟪[b, c]⟫ ", ["a"]),
            ("a: ⟪{ b: c }⟫\nd: e", ["a"]), ("a:\n  ⟪b: c\n  d: e⟫\n\n# comment\nf: g", ["a"]),
            ("a:\n⟪- b\n- c⟫\nd: e", ["a"]),
            ("a:\n  ⟪- - b⟫\n", ["a"]), ("a: &x ⟪b⟫", ["a"]), ("a: &x\n  ⟪b: 1⟫", ["a"]), ("a: &x ⟪[b]⟫", ["a"]),
            ("a: &x b\nc: ⟪*x⟫", ["c"]), ("a: ⟪|\n  b\n  c⟫\n\nd: 1", ["a"]), ("a: ⟪>-\n  b⟫\n", ["a"]),
            ("あ:\n  い: { う: ⟪え⟫ }", ["あ", "い", "う"]), ("a: ⟪b\n  c⟫\n\nd: e", ["a"]),
            ("a:\n  - b: ⟪c⟫", ["a", "0", "b"]),
            ("a: [b, ⟪c: d⟫ ]", ["a", "1"]), ("a: &x # c\n  ⟪b⟫", ["a"]), ("😀: {a: ⟪1⟫}", ["😀", "a"]),
            ("a: &x⟪⟫\nb: 1", ["a"]),
        ])
    func ranges(_ marked: String, _ path: [String]) throws {
        let text = MarkedText(marked)
        let (document, problems) = YAMLDocument.parse(text.file)
        #expect(problems.isEmpty)
        var node = try #require(document?.root)
        for step in path {
            if let items = node.sequence {
                node = items[try #require(Int(step))]
            } else {
                node = try #require(node.mapping?[step])
            }
        }
        #expect(node.range == text.range)
    }

    @Test("keeps the order of entries and knows the bytes of keys")
    func keys() throws {
        let mapping = try #require(try parse("zebra: 1\n'あ b': 2\n? c\n: 3").mapping)
        #expect(mapping.entries.map(\.key.text) == ["zebra", "あ b", "c"])
        #expect(mapping.entries.map(\.key.range) == [SourceRange(0, 5), SourceRange(9, 16), SourceRange(22, 23)])
        #expect(mapping.entries[1].range == SourceRange(9, 19))
        #expect(!mapping.isFlow)
    }

    @Test("says which mappings were written in braces")
    func flow() throws {
        let mapping = try #require(try parse("a: { b: c }\nd:\n  e: f").mapping)
        #expect(mapping["a"]?.mapping?.isFlow == true)
        #expect(mapping["d"]?.mapping?.isFlow == false)
    }

    @Test("repeats what an alias stands for, with the place of the alias itself")
    func aliases() throws {
        let mapping = try #require(try parse("a: &x { b: [1, 2] }\nc: *x\nd: *x").mapping)
        let copy = try #require(mapping["c"])
        #expect(PlainValue(copy) == PlainValue(try #require(mapping["a"])))
        #expect(copy.range == SourceRange(23, 25))
        #expect(copy.mapping?["b"]?.range == mapping["a"]?.mapping?["b"]?.range)
    }

    @Test("takes an alias for the anchor that stood last before it")
    func redefinedAnchor() throws {
        #expect(
            try PlainValue(parse("[&a 1, *a, &a 2, *a]")) == .list([.number(1), .number(1), .number(2), .number(2)]))
    }

    @Test("calls values by words that a policy author knows")
    func kinds() throws {
        let items = try #require(try parse("[a, 1, 1.5, true, null, [], {}]").sequence)
        #expect(
            items.map(\.kind) == [
                "text", "a number", "a number", "`true` or `false`", "nothing", "a list", "a mapping",
            ])
    }
}
