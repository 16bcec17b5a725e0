import BylawJSON
import Testing

@Suite("JSON for a terminal")
struct HarmlessJSONTests {
    private func shown(_ text: String) -> String {
        var writer = JSONWriter()
        writer.value(text)
        return String(decoding: HarmlessJSON.of(writer.bytes), as: UTF8.self)
    }

    @Test(
        "escapes what steers a terminal or turns the direction, and nothing else",
        arguments: [
            ("\u{1B}[31m", #""\u001b[31m""#), ("\u{9B}31m", #""\u009B31m""#), ("\u{7F}", #""\u007F""#),
            ("a\u{202E}b\u{2066}", #""a\u202Eb\u2066""#), ("\u{61C}\u{2028}", #""\u061C\u2028""#),
            ("é、🙂“”\u{200D}", "\"é、🙂“”\u{200D}\""), ("\n\t", #""\n\t""#),
        ])
    func escapes(text: String, expected: String) throws {
        #expect(shown(text).lowercased() == expected.lowercased())
        // It means the same.
        #expect(try JSONValue.parse(shown(text)).string.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test("leaves the layout alone")
    func layout() {
        let text = "{\n  \"a\": \"\u{202E}\"\n}\n"
        let shown = String(decoding: HarmlessJSON.of(Array(text.utf8)), as: UTF8.self)
        #expect(shown == "{\n  \"a\": \"\\u202E\"\n}\n")
    }
}
