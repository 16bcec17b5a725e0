import BylawTestSupport
import BylawText
import Testing

@Suite("Hostile bytes")
struct HostileTextTests {
    @Test("crash nothing, whether they are UTF-8 or not")
    func illFormed() {
        var generator = SeededGenerator(seed: 13)
        let lexicon = Lexicon(
            name: "l",
            phrases: [Phrase("a", boundary: .none), Phrase("é"), Phrase("株式"), Phrase("b.", boundary: .none)],
            exceptions: [Phrase("ab")], affixes: Lexicon.Affixes(prefixes: ["株"], suffixes: ["社"]))
        let rules = [
            MaskRule(name: "one", lexicons: [0], replacement: .keepLast(1)),
            MaskRule(name: "two", boundary: .none, replacement: .number(template: "{A}")),
        ]
        let masker = Masker(rules, scanner: BylawText.Scanner([lexicon]))
        let pieces: [[UInt8]] = [
            Array("a".utf8), Array("é".utf8), Array("株式".utf8), [0xE3], [0x81, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0x80],
            [0xED, 0xA0, 0x80],
            Array("&#x".utf8), Array("&#99999999999;".utf8), Array("&notanentity;".utf8), [0], [0xFF],
            Array("\r\n".utf8),
            Array("「".utf8), Array("」".utf8), Array("■".utf8), Array("👩‍👩".utf8), Array("b.".utf8), Array("社".utf8),
        ]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in
                pieces.randomElement(using: &generator) ?? []
            }
            bytes.withUnsafeBufferPointer { text in
                let session = MaskSession(masker, values: [["é"], ["x", "\u{301}", "式"]])
                let masked = session.mask(text, rules: [0, 1])
                for span in masked.spans { #expect(span.utf8.upperBound <= bytes.count) }
                _ = session.reveals(1, in: text)
                _ = Quotation.check(text, against: text)
            }
        }
    }

    @Test("are found nothing in, however long a letter or a separator is repeated")
    func longRuns() {
        let scanner = BylawText.Scanner([Lexicon(name: "l", phrases: [Phrase("aba"), Phrase("a b")])])
        #expect(scanner.scan(String(repeating: "a", count: 100_000)).matches.isEmpty)
        #expect(scanner.scan(String(repeating: " .", count: 100_000)).matches.isEmpty)
        #expect(scanner.scan(String(repeating: "&amp;", count: 50_000)).matches.isEmpty)
    }

    @Test("become no longer than a text may be, whatever is put in place of what they hold")
    func longReplacements() {
        let rules = [MaskRule(name: "m", boundary: .none, replacement: .text(String(repeating: "z", count: 1_000)))]
        func masked(_ count: Int) -> MaskedText {
            let session = MaskSession(Masker(rules, scanner: BylawText.Scanner([])), values: [["ab"]])
            return session.mask(String(repeating: "ab ", count: count), rules: [0])
        }
        #expect(!masked(4_000).isTooLong && masked(4_000).spans.count == 4_000)
        let tooLong = masked(5_000)
        #expect(tooLong.isTooLong && tooLong.text.isEmpty)
    }

    @Test("have room for a sign in place of each byte of the longest text")
    func longRedaction() {
        let session = MaskSession(
            Masker([MaskRule(name: "m", boundary: .none, replacement: .redact)], scanner: BylawText.Scanner([])),
            values: [["ab"]])
        let masked = session.mask(String(repeating: "ab", count: 1 << 19), rules: [0])
        #expect(!masked.isTooLong && masked.text.utf8.count == 3 << 20)
    }
}
