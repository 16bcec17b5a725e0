import BylawJSON
import BylawSource
import Testing

@Suite("A tree of JSON values")
struct JSONValueTests {
    /// The part of the text that a value says it was read from.
    private func source(_ value: JSONValue?, in text: String) -> String? {
        value.map { SourceFile(name: "", text: text).text(in: $0.range) }
    }

    @Test("each value knows its bytes, quotes and brackets included")
    func ranges() throws {
        let text = "  {\"名\" : [ -1.5e2 , \"é\\n\", {}, [ ] ] ,\n\t\"t\":true, \"n\": null}\n"
        let value = try JSONValue.parse(text)
        #expect(source(value, in: text) == text.trimmingWhiteSpace)
        #expect(source(value["名"], in: text) == "[ -1.5e2 , \"é\\n\", {}, [ ] ]")
        #expect(source(value["名"]?[0], in: text) == "-1.5e2")
        #expect(source(value["名"]?[1], in: text) == "\"é\\n\"")
        #expect(source(value["名"]?[2], in: text) == "{}")
        #expect(source(value["名"]?[3], in: text) == "[ ]")
        #expect(source(value["t"], in: text) == "true")
        #expect(source(value["n"], in: text) == "null")
        let keys = try #require(value.members).map { SourceFile(name: "", text: text).text(in: $0.keyRange) }
        #expect(keys == ["\"名\"", "\"t\"", "\"n\""])
    }

    @Test("members keep their order, elements too")
    func order() throws {
        let value = try JSONValue.parse(#"{"z":[3,1,2],"a":{"y":0,"b":0}}"#)
        #expect(value.members?.map(\.key) == ["z", "a"])
        #expect(value["a"]?.members?.map(\.key) == ["y", "b"])
        #expect(value["z"]?.elements?.map(\.number?.text) == ["3", "1", "2"])
    }

    @Test(
        "escapes are resolved",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u3042""#, "Aéあ"),
            (#""\uD83D\uDE00""#, "😀"), (#""\ud800\udc00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
            (#""a\u0000b""#, "a\u{0}b"), (#""日\n本""#, "日\n本"), ("\"\u{2028}\u{7F}\"", "\u{2028}\u{7F}"),
            (#""""#, ""), (#""\uFEFF""#, "\u{FEFF}"),
        ])
    func escapes(_ text: String, _ expected: String) throws {
        let string = try #require(try JSONValue.parse(text).string)
        #expect(Array(string.utf8) == Array(expected.utf8))
    }

    @Test("a quote, a backslash and a control character are seen at every place in a long string")
    func everyPlace() throws {
        for length in 0..<40 {
            let before = String(repeating: "x", count: length)
            #expect(try JSONValue.parse("\"\(before)\\\"\(before)\"").string == before + "\"" + before)
            #expect(try JSONValue.parse("[\"\(before)\", 1]")[1]?.number?.int == 1)
            for character in ["\u{0}", "\u{1}", "\u{1F}"] {
                let error = #expect(throws: JSONError.self) {
                    try JSONValue.parse("\"\(before)\(character)xxxxxxxxx\"")
                }
                #expect(error?.offset == 1 + length)
            }
        }
    }

    @Test(
        "keys that are the same bytes after escapes are duplicates",
        arguments: [
            (#"{"a":1,"a":1}"#, 7), (#"{"a":1,"b":2,"\u0061":3}"#, 13), (#"{"":1,"":2}"#, 6),
            (#"[{"x":{"k":0,"K":0,"k":0}}]"#, 19),
        ])
    func duplicates(_ text: String, _ offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
        #expect(error?.code == "duplicate-key")
        #expect(error?.offset == offset)
    }

    @Test("keys that only look the same are not, and each is found by its bytes")
    func canonicalEquivalents() throws {
        let value = try JSONValue.parse("{\"\u{E9}\":1,\"e\u{301}\":2,\"\u{212B}\":3,\"\u{C5}\":4}")
        #expect(value["\u{E9}"]?.number?.int == 1)
        #expect(value["e\u{301}"]?.number?.int == 2)
        #expect(value["\u{212B}"]?.number?.int == 3)
        #expect(value["\u{C5}"]?.number?.int == 4)
    }

    @Test("the same key in different objects is no duplicate")
    func sameKeyElsewhere() throws {
        let value = try JSONValue.parse(#"{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":3}}"#)
        #expect(value["a"]?["a"]?[1]?["a"]?.number?.int == 2)
    }

    @Test("among a hundred thousand keys, the last is found to be a duplicate")
    func manyKeys() throws {
        let members = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSONValue.parse("{\(members)}").members?.count == 100_000)
        let error = #expect(throws: JSONError.self) { try JSONValue.parse("{\(members),\"k99999\":0}") }
        #expect(error?.code == "duplicate-key")
        #expect(error?.label?.range.start == members.utf8.count + 1 - "\"k99999\":99999".utf8.count)
    }

    @Test("a key or an index that is not there gives nothing, whatever the value is")
    func absent() throws {
        let value = try JSONValue.parse(#"{"a":[1]}"#)
        #expect(value["b"] == nil && value[0] == nil)
        #expect(value["a"]?[1] == nil && value["a"]?[-1] == nil && value["a"]?["a"] == nil)
    }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
