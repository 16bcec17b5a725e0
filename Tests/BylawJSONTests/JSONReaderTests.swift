import BylawJSON
import BylawSource
import Testing

@Suite("Reading JSON token by token")
struct JSONReaderTests {
    /// Runs `body` with a reader of the text.
    private func reading<Result>(_ text: String, _ body: (inout JSONReader) throws -> Result) throws -> Result {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            return try body(&reader)
        }
    }

    @Test("tokens come in the order of the text, each with its bytes")
    func tokens() throws {
        let text = #" {"a" : [1, "x\n", true], "b":{"c":null}, "d":false} "#
        let seen = try reading(text) { reader in
            var seen: [String] = []
            while true {
                let token = try reader.next()
                seen.append("\(token) \(SourceFile(name: "", text: text).text(in: reader.range))")
                if token == .end { return seen }
            }
        }
        #expect(
            seen == [
                "beginObject {", "key \"a\"", "beginArray [", "number 1", "string \"x\\n\"", "true true", "endArray ]",
                "key \"b\"", "beginObject {", "key \"c\"", "null null", "endObject }", "key \"d\"", "false false",
                "endObject }", "end ",
            ])
    }

    @Test("the end stays the end")
    func end() throws {
        try reading("1") { reader in
            let tokens = [try reader.next(), try reader.next(), try reader.next()]
            #expect(tokens == [.number, .end, .end])
        }
    }

    @Test("a skipped value is gone whole, and its bytes are told")
    func skipping() throws {
        let text = #"{"a":{"x":[1,{"y":"]}"}]},"b":[],"c":7}"#
        try reading(text) { reader in
            try reader.next()
            var skipped: [String] = []
            while try reader.next() == .key {
                skipped.append(SourceFile(name: "", text: text).text(in: try reader.skipValue()))
            }
            #expect(skipped == [#"{"x":[1,{"y":"]}"}]}"#, "[]", "7"])
            #expect(reader.depth == 0)
            let last = try reader.next()
            #expect(last == .end)
        }
    }

    @Test("what is skipped is checked all the same")
    func skippingChecks() throws {
        try reading(#"{"a":[1,2,}]}"#) { reader in
            try reader.next()
            try reader.next()
            do throws(JSONError) {
                try reader.skipValue()
                Issue.record("the comma was not noticed")
            } catch {
                #expect(error.offset == 9)
            }
        }
    }

    @Test("a string without escapes is a part of the source, one with escapes is not")
    func plainText() throws {
        try reading(#"["plain", "", "\u0041b"]"#) { reader in
            try reader.next()
            try reader.next()
            #expect(reader.plainText.map(Array.init) == Array("plain".utf8))
            let equal = (["plain", "plai", "plainer"] as [StaticString]).map { reader.textEquals($0) }
            #expect(equal == [true, false, false])
            try reader.next()
            #expect(reader.plainText?.isEmpty == true)
            try reader.next()
            #expect(reader.plainText == nil)
            let (isEqual, text, bytes) = (reader.textEquals("Ab"), reader.text(), reader.withText(Array.init))
            #expect(isEqual && text == "Ab" && bytes == Array("Ab".utf8))
        }
    }

    @Test("a number is read as what is asked for")
    func numbers() throws {
        try reading("[2.0, 0.5]") { reader in
            try reader.next()
            try reader.next()
            #expect(reader.number?.text == "2.0" && reader.int == 2 && reader.double == 2)
            try reader.next()
            #expect(reader.int == nil && reader.double == 0.5)
        }
    }

    @Test("a token asked for what it is not says nothing")
    func otherTokens() throws {
        try reading(#"["\u0041", 12345, true, {"k": 1}]"#) { reader in
            #expect(reader.token == .end && reader.int == nil && reader.plainText == nil)
            var texts: [String] = []
            var numbers: [Int64] = []
            repeat {
                try reader.next()
                texts.append(reader.text())
                if let int = reader.int { numbers.append(int) }
                let isEmptyText = reader.textEquals("")
                #expect(!isEmptyText)
            } while reader.token != .end
            #expect(texts == ["", "A", "", "", "", "k", "", "", "", ""])
            #expect(numbers == [12345, 1])
        }
    }
}
