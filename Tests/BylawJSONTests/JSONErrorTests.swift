import BylawJSON
import BylawSource
import Testing

@Suite("What is wrong with a JSON text")
struct JSONErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let code: String
        let range: Range<Int>
        let message: String
        let help: String?

        init(_ text: String, _ range: Range<Int>, _ message: String, help: String? = nil, code: String = "json-syntax")
        {
            (self.text, self.code, self.range, self.message, self.help) = (text, code, range, message, help)
        }

        var testDescription: String { text }
    }

    static let cases = [
        // The text as a whole.
        Case("", 0..<0, "the text is empty"),
        Case(" \n", 2..<2, "the text is empty"),
        Case("1 2", 2..<3, "the text goes on after its value, with `2`"),
        Case("{}\n{}", 3..<4, "the text goes on after its value, with `{`"),
        Case(
            "\u{FEFF}{}", 0..<3, "the text starts with a byte order mark", help: "save it as UTF-8 without one",
            code: "byte-order-mark"),

        // Values.
        Case("True", 0..<4, "a value is due here, not `True`", help: "did you mean `true`?"),
        Case("[nul]", 1..<4, "a value is due here, not `nul`", help: "did you mean `null`?"),
        Case("nullx", 0..<5, "a value is due here, not `nullx`", help: "did you mean `null`?"),
        Case("NaN", 0..<3, "a value is due here, not `NaN`", help: "JSON has no such number"),
        Case("-Infinity", 0..<1, "a digit must follow `-`"),
        Case("'a'", 0..<1, "a value is due here, not `'`", help: "a string stands in double quotes"),
        Case("// x", 0..<1, "a value is due here, not `/`", help: "JSON has no comments"),
        Case("[1, 日本]", 4..<7, "a value is due here, not other text"),

        // Arrays and objects.
        Case("[", 1..<1, "the text ends where a value is due"),
        Case("[1", 2..<2, "the text ends where `,` or `]` is due"),
        Case("[1,", 3..<3, "the text ends where a value is due"),
        Case("[1 2]", 3..<4, "`,` or `]` is due here, not `2`"),
        Case("[1}", 2..<3, "`,` or `]` is due here, not `}`"),
        Case("[,1]", 1..<2, "a value is due here, not `,`"),
        Case("[1 , ]", 3..<4, "a comma stands before `]`", help: "remove it"),
        Case("{\"a\":1,}", 6..<7, "a comma stands before `}`", help: "remove it"),
        Case("{", 1..<1, "the text ends where a key is due"),
        Case("{a: 1}", 1..<2, "a key is due here, not other text", help: "a key stands in double quotes"),
        Case("{\"a\" 1}", 5..<6, "`:` is due here, not `1`"),
        Case("{\"a\"", 4..<4, "the text ends where `:` is due"),
        Case("{\"a\":}", 5..<6, "a value is due here, not `}`"),
        Case("{\"a\":1 \"b\":2}", 7..<8, "`,` or `}` is due here, not `\"`"),

        // Numbers.
        Case("01", 0..<2, "a number must not have leading zeros"),
        Case("[-]", 1..<2, "a digit must follow `-`"),
        Case("1.", 0..<2, "a digit must follow `.`"),
        Case("1e+", 0..<3, "a digit must follow the exponent's `e`"),
        Case("+1", 0..<1, "a value is due here, not `+`", help: "a number starts with a digit or `-`"),
        Case(".5", 0..<1, "a value is due here, not `.`", help: "a number starts with a digit or `-`"),
        Case("[0x1F]", 2..<5, "`,` or `]` is due here, not other text"),

        // Strings.
        Case("\"abc", 0..<1, "the string has no closing quote"),
        Case("\"a\nb\"", 2..<3, "the control character U+000A must be escaped in a string", help: "write `\\n`"),
        Case("\"\u{0}\"", 1..<2, "the control character U+0000 must be escaped in a string", help: "write `\\u0000`"),
        Case("\"\\x\"", 1..<3, "`\\x` is no escape", help: "a backslash itself is written `\\\\`"),
        Case("\"\\日\"", 1..<5, "`\\日` is no escape", help: "a backslash itself is written `\\\\`"),
        Case("\"\\", 2..<2, "the text ends inside a string"),
        Case("\"\\u12G4\"", 1..<5, "four hexadecimal digits must follow `\\u`"),
        Case("\"a\\uD800b\"", 2..<8, "`\\uD800` is one half of a surrogate pair", code: "lone-surrogate"),
        Case("\"\\uDC00\"", 1..<7, "`\\uDC00` is one half of a surrogate pair", code: "lone-surrogate"),
        Case("\"\\uD83D\\u0041\"", 1..<7, "`\\uD83D` is one half of a surrogate pair", code: "lone-surrogate"),
    ]

    @Test("each mistake has its place, its words and perhaps a help", arguments: cases)
    func mistake(_ test: Case) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(test.text) }
        #expect(error?.code == test.code)
        #expect(error?.message == test.message)
        #expect(error?.range == SourceRange(test.range.lowerBound, test.range.upperBound))
        #expect(error?.help == test.help)
    }

    @Test(
        "what is not UTF-8 is refused at its first byte",
        arguments: [
            [0x80], [0xFF], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE3, 0x81], [0xF0, 0x9F, 0x98], [0xC3], [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF],
        ] as [[UInt8]])
    func invalidUTF8(_ bytes: [UInt8]) {
        for padding in ["", "1234567", "12345678", "123456789"] {
            let text = Array("\"\(padding)".utf8) + bytes + Array("\"".utf8)
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
            #expect(error?.code == "invalid-utf8")
            #expect(error?.offset == 1 + padding.utf8.count)
        }
    }

    @Test(
        "the least and the greatest character of each length are read",
        arguments: [
            "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ])
    func validUTF8(_ text: String) throws {
        let value = try JSONValue.parse("[\"\(text)\"]")
        #expect(value[0]?.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test("UTF-16 is told apart from binary rubbish")
    func otherEncodings() {
        for bytes in [[0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x7D, 0x00]] as [[UInt8]] {
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
            #expect(error?.message == "the text is UTF-16 or UTF-32, where JSON is UTF-8")
        }
    }

    @Test("a diagnostic points into the file, both at the key and at the first one")
    func diagnostic() {
        let file = SourceFile(name: "request.jsonl", text: "{}\n{\"é\":1,\n \"\\u00e9\":2}")
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(file.bytes[3...])) }
        let diagnostic = error?.diagnostic(in: file, base: 3)
        #expect(diagnostic?.code == "duplicate-key")
        #expect(diagnostic?.message == "the key `é` stands twice in one object")
        #expect(diagnostic?.location?.description == "request.jsonl:3:2")
        #expect(diagnostic?.labels.map(\.location.description) == ["request.jsonl:2:2"])
        #expect(diagnostic?.labels.map(\.text) == ["first here"])
    }

    @Test("no message is as long as the text")
    func longWords() {
        let long = String(repeating: "x", count: 100_000)
        for text in [long, "{\"\(long)\":1,\"\(long)\":2}", "[1 \(long)]"] {
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
            #expect((error?.message.utf8.count ?? .max) < 200)
        }
    }
}
