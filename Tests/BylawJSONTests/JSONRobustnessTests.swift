import BylawJSON
import BylawSource
import BylawTestSupport
import Testing

@Suite("JSON from anywhere")
struct JSONRobustnessTests {
    @Test("what is written reads back the same, in either layout")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let value = JSONValue.random(depth: 4, using: &random)
            for layout in [JSONWriter.Layout.compact, .pretty] {
                var writer = JSONWriter(layout: layout)
                writer.value(value)
                let again = try JSONValue.parse(writer.bytes)
                #expect(sameContent(value, again), "\(writer.text)")
            }
        }
    }

    @Test("doubles of all magnitudes read back to the last bit")
    func doubles() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            var writer = JSONWriter()
            writer.value(value)
            let again = try JSONValue.parse(writer.bytes).number?.double
            #expect(again?.bitPattern == value.bitPattern, "\(writer.text)")
        }
    }

    @Test("each start of a text is refused, or is a text itself")
    func truncations() {
        let text = #"{"a":[1.5e3,-0,"x\u00e9\ud83d\ude00\n日本",true,false,null],"b":{"c":[[]],"d":"😀"}} "#
        let bytes = Array(text.utf8)
        for length in 0..<(bytes.count - 1) {
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(bytes[..<length])) }
            #expect((0...length).contains(error?.offset ?? -1))
            #expect((0...length).contains(error?.range.end ?? -1))
        }
    }

    @Test("changed, doubled and dropped bytes never do worse than an error inside the text")
    func mutations() {
        let seed = Array(#"[{"a":-1.5e+3,"b":"x\u00e9\ud83d\ude00\n日本😀"},[true,false,null,[]],{"c":{}}]"#.utf8)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<30_000 {
            var bytes = seed
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
                case 1: bytes[index] = seed.randomElement(using: &random) ?? 0
                case 2: bytes.insert(bytes[index], at: index)
                default: bytes.remove(at: index)
                }
            }
            checkOutcome(bytes)
        }
    }

    @Test("random bytes never do worse than an error inside the text")
    func noise() {
        var random = SeededGenerator(seed: 4)
        let alphabet = Array(#"[]{}:,"\u0123eE+-.tfn \#n"#.utf8) + [0xE3, 0x81, 0x82, 0xF0, 0x9F, 0xED, 0xA0, 0xFF, 0]
        for _ in 0..<30_000 {
            let count = Int.random(in: 0..<30, using: &random)
            checkOutcome((0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 })
        }
    }

    /// Reads the bytes; what is read must be written and read again, an error must lie in the text.
    private func checkOutcome(_ bytes: [UInt8]) {
        do throws(JSONError) {
            let value = try JSONValue.parse(bytes)
            var writer = JSONWriter()
            writer.value(value)
            let again = try JSONValue.parse(writer.bytes)
            #expect(sameContent(value, again), "\(bytes)")
        } catch {
            #expect(error.range.start >= 0 && error.range.end <= bytes.count, "\(bytes): \(error)")
            #expect(error.range.start <= error.range.end)
        }
    }
}
