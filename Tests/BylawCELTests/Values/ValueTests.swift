import BylawCEL
import BylawSource
import Testing

@Suite("Values")
struct ValueTests {
    @Test("are at most 16 bytes, also where they may be missing")
    func size() {
        #expect(MemoryLayout<Value>.size <= 16)
        #expect(MemoryLayout<Value?>.size <= 16)
        #expect(MemoryLayout<Value>.stride <= 16)
    }

    @Test("texts are their scalars: canonical equivalents differ, in equality, hash and order")
    func texts() {
        let composed = StringValue("é")
        let decomposed = StringValue("e\u{301}")
        #expect(String(composed) == String(decomposed))
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, StringValue("é")]).count == 2)
        #expect(decomposed < composed)
        #expect(composed.scalarCount == 1)
        #expect(decomposed.scalarCount == 2)
        #expect(composed.utf8Count == 2)
        #expect(!composed.isASCII)
        #expect(StringValue("e").isASCII)
    }

    @Test(
        "texts are ordered by their scalars, whatever their lengths",
        arguments: [
            ("", "a"), ("a", "ab"), ("abcdefgh", "abcdefgi"), ("abcdefghi", "abcdefghj"), ("abcdefgh", "abcdefgh "),
            ("z", "é"), ("é", "€"), ("\u{D7FF}", "\u{E000}"), ("\u{FFFF}", "😀"), ("😀", "😁"),
        ])
    func order(smaller: String, greater: String) {
        #expect(StringValue(smaller) < StringValue(greater))
        #expect(!(StringValue(greater) < StringValue(smaller)))
        #expect(StringValue(smaller) != StringValue(greater))
        #expect(StringValue(smaller) == StringValue(smaller))
        let scalars = (Array(smaller.unicodeScalars), Array(greater.unicodeScalars))
        #expect(scalars.0.lexicographicallyPrecedes(scalars.1))
    }

    @Test("texts and bytes share their allocation, and joined ones keep their counts")
    func joined() {
        guard case .string(let text) = Value.sum("aé", "日本") else {
            Issue.record("no text")
            return
        }
        #expect(text == StringValue("aé日本"))
        #expect(text.scalarCount == 4)
        #expect(text.utf8Count == 9)
        #expect(BytesValue(text).count == 9)
        #expect(BytesValue(text) == BytesValue(Array("aé日本".utf8)))
    }

    @Test("only well-formed UTF-8 becomes a text")
    func validation() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81]] {
            #expect(bytes.withUnsafeBufferPointer { StringValue(validating: $0) } == nil)
        }
        #expect(Array("é日😀\0".utf8).withUnsafeBufferPointer { StringValue(validating: $0) } == StringValue("é日😀\0"))
    }

    @Test("an error is placed once, by whoever knows the place first")
    func places() {
        let error = EvaluationError(.overflow, "integer overflow")
        let inner = error.located(at: SourceRange(3, 5))
        #expect(inner.range == SourceRange(3, 5))
        #expect(inner.located(at: SourceRange(0, 9)).range == SourceRange(3, 5))
    }

    @Test(
        "are written as the language writes them",
        arguments: [
            (.null, "null"), (true, "true"), (-5, "-5"), (.uint(5), "5u"), (1.0, "1.0"), (1e6, "1e+06"), (-0.0, "-0.0"),
            (.double(.nan), "double('NaN')"), ("it's \"q\"\n\u{01}\u{7F}\\", #"'it\'s "q"\n\u0001\u007f\\'"#),
            (.bytes(of: 0x41, 0xFF, 0x0A, 0x27), #"b'A\xff\x0a\''"#), ([1, [.uint(2)]], "[1, [2u]]"),
            (.map(("a", 1), (2, "b")), "{'a': 1, 2: 'b'}"), (.some("x"), "optional.of('x')"),
            (.noOptional, "optional.none()"),
            (.type(.timestamp), "google.protobuf.Timestamp"), (.duration("-1.5s"), "duration('-1.5s')"),
            (.timestamp("2024-09-01T10:00:00.5+09:00"), "timestamp('2024-09-01T01:00:00.5Z')"),
        ] as [(Value, String)])
    func literals(value: Value, text: String) { #expect(value.literalText() == text) }

    @Test("a literal is cut between scalars, and says so")
    func cut() {
        let text = Value.string(String(repeating: "日", count: 1000)).literalText(limit: 10)
        #expect(text == "'日日日…")
        let list = Value.list([Value](repeating: 1, count: 1_000_000)).literalText(limit: 10)
        #expect(list == "[1, 1, 1, …")
    }

    @Test("records hold fields by index, of which some may be absent")
    func records() {
        let type = RecordType("Post", fields: [.init("id", .string), .init("circle", .string, isOptional: true)])
        let full = RecordValue(type, ["p", "c"])
        let partial = RecordValue(type, ["p"])
        #expect(full["circle"]?.literalText() == "'c'")
        #expect(partial["circle"] == nil)
        #expect(partial[1] == nil)
        #expect(full["nothing"] == nil)
        #expect(full[-1] == nil)
        #expect(!full.isEqual(to: partial))
        #expect(partial.isEqual(to: RecordValue(type, ["p", nil])))
        let twin = RecordType("Post", fields: type.fields)
        #expect(!partial.isEqual(to: RecordValue(twin, ["p"])))
        #expect(Value.record(partial).literalText() == "Post{id: 'p'}")
        #expect(Call("_?._", .record(partial), "circle", is: "").results == ["optional.none()"])
        #expect(Call("type", .record(full), is: "").results == ["Post"])
    }

    @Test("are never nested deeper than a small stack can bear")
    func nesting() {
        func deepen(_ wrap: (Value) -> Value) -> Int {
            var value: Value = 1
            var levels = 0
            while levels < 10_000 {
                value = wrap(value)
                if value.failure?.kind == .sizeLimit { break }
                levels += 1
                #expect(value.isEqual(to: value))
            }
            return levels
        }
        let limit = Int(ValueLimits.nesting)
        #expect(deepen { [$0] } == limit)
        #expect(deepen { .some($0) } == limit)
        #expect(deepen { .map(("a", $0)) } == limit)
        #expect(deepen { .map(("a", [.some($0)])) } == limit / 3)
        #expect(deepen { .sum([1], [$0]) } == limit)
    }

    @Test("sizes are what the cost model reckons with")
    func costs() {
        #expect(Value.string("日本").costSize == 2)
        #expect(Value.bytes(of: 1, 2, 3).costSize == 3)
        #expect(Value.list([1, 2]).costSize == 2)
        #expect(Value.int(5).costSize == 1)
    }
}
