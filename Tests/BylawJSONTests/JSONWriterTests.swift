import BylawJSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    private func written(_ layout: JSONWriter.Layout = .compact, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(layout: layout)
        body(&writer)
        return writer.text
    }

    private func example(_ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        writer.value(1)
        writer.value("x")
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.key("b")
        writer.beginArray()
        writer.endArray()
        writer.key("c")
        writer.null()
        writer.endObject()
    }

    @Test("compact text has no white space")
    func compact() {
        #expect(written { example(&$0) } == #"{"a":[1,"x",{}],"b":[],"c":null}"#)
    }

    @Test("pretty text has a line for each member and element")
    func pretty() {
        let expected = """
            {
              "a": [
                1,
                "x",
                {}
              ],
              "b": [],
              "c": null
            }
            """
        #expect(written(.pretty) { example(&$0) } == expected)
    }

    @Test("only what must be escaped is")
    func escapes() {
        let control = (0..<0x20).map { String(Unicode.Scalar(UInt8($0))) }.joined()
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011"#
            + #"\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(written { $0.value(control) } == expected)
        #expect(written { $0.value("\"\\/'<é日😀\u{7F}\u{2028}") } == "\"\\\"\\\\/'<é日😀\u{7F}\u{2028}\"")
        #expect(written { $0.value("") } == "\"\"")
    }

    @Test("numbers keep their type, and doubles are the shortest that read back")
    func numbers() {
        #expect(written { $0.value(Int64.min) } == "-9223372036854775808")
        #expect(written { $0.value(UInt64.max) } == "18446744073709551615")
        #expect(written { $0.value(2.0) } == "2.0")
        #expect(written { $0.value(-0.0) } == "-0.0")
        #expect(written { $0.value(0.1) } == "0.1")
        #expect(written { $0.value(1e22) } == "1e+22")
        #expect(written { $0.value(Double.leastNonzeroMagnitude) } == "5e-324")
        #expect(written { $0.value(Double.nan) } == "null")
        #expect(written { $0.value(-Double.infinity) } == "null")
    }

    @Test("a writer goes on behind what is there, a line at a time")
    func lines() {
        var writer = JSONWriter(appendingTo: Array("# ".utf8))
        for number in 1...2 {
            writer.beginArray()
            writer.value(number)
            writer.value(true)
            writer.endArray()
            writer.lineBreak()
        }
        #expect(writer.text == "# [1,true]\n[2,true]\n")
        writer.beginArray()
        writer.removeAll()
        writer.value(3)
        #expect(writer.text == "3")
    }

    @Test("a value is written as it was read")
    func values() throws {
        let text = #"{"b":[1.50,-0,1E+2,null,true,false,"\u0041\/é"],"a":{}}"#
        let value = try JSONValue.parse(text)
        #expect(written { $0.value(value) } == #"{"b":[1.50,-0,1E+2,null,true,false,"A/é"],"a":{}}"#)
    }
}
