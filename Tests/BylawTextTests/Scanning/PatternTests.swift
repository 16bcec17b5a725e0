import BylawPattern
import BylawTestSupport
import BylawText
import Testing

@Suite("Patterns of a lexicon")
struct PatternTests {
    private static func scanner(_ patterns: [String], phrases: [Phrase] = [], exceptions: [String] = []) throws
        -> BylawText.Scanner
    {
        Scanner([
            Lexicon(
                name: "l", phrases: phrases, patterns: try patterns.map { try Pattern($0) },
                exceptionPatterns: try exceptions.map { try Pattern($0) },
                affixes: .init(prefixes: ["株式会社"], suffixes: ["GmbH"]))
        ])
    }

    @Test(
        "find whole characters, with the affixes beside them, or only the group that they name",
        arguments: [
            ("[A-Z]{2,}", "the ACME GmbH", ["ACME GmbH"]), ("[A-Z]{2,}", "ＡＣＭＥ", ["ＡＣＭＥ"]),
            ("(?P<found>\\p{Katakana}+)社", "株式会社アクメ社", ["株式会社アクメ"]),
            ("e", "caf\u{65}\u{301}", ["e\u{301}"]), ("a*", "bbb", []), ("\\p{Han}", "力", ["力"]),
            ("\\p{Katakana}", "カ", ["カ"]),
        ])
    func places(_ pattern: String, _ text: String, _ found: [String]) throws {
        let scan = try Self.scanner([pattern]).scan(text)
        #expect(scan.found(0).map { text.slice($0.range) } == found)
    }

    @Test("are covered by exceptions, and cover phrases as exceptions")
    func exceptions() throws {
        let scanner = try Self.scanner(
            ["[a-z]+corp"], phrases: [Phrase("cat")], exceptions: ["press[a-z]*", "cat food"])
        #expect(scanner.scan("presscorp").matches.isEmpty)
        #expect(scanner.scan("xcorp").matches.map(\.phrase) == [1])
        #expect(scanner.scan("cat food").matches.isEmpty)
        #expect(scanner.scan("cat").matches.map(\.phrase) == [0])
    }

    @Test("touch nothing opaque")
    func opaque() throws {
        let scanner = try Self.scanner(["[a-z.]+"])
        var scan = TextScan()
        var text = "ab.cd ef"
        text.withUTF8 { scanner.scan($0, opaque: [2..<4], into: &scan) }
        #expect(scan.matches.map(\.range) == [0..<2, 4..<5, 6..<8])
    }

    @Test("never split a character, whatever the text")
    func random() throws {
        var generator = SeededGenerator(seed: 17)
        let scanner = try Self.scanner(["[a-f\\p{Katakana}]+", "\\p{M}", ".", "(?P<found>\\p{L})\\p{L}"])
        for _ in 0..<500 {
            let text = RandomText.make(16, using: &generator)
            for match in scanner.scan(text).matches {
                #expect(text.characterOffsets.isSuperset(of: [match.range.lowerBound, match.range.upperBound]))
                #expect(!match.range.isEmpty)
            }
        }
    }

    @Test("give a mask nothing to find when it is applied again")
    func again() throws {
        var generator = SeededGenerator(seed: 19)
        let rule = MaskRule(name: "m", lexicons: [0], replacement: .number(template: "{A}社"))
        let masker = Masker([rule], scanner: try Self.scanner(["\\p{Katakana}{2,}社", "[a-c]+[0-9]+"]))
        for _ in 0..<500 {
            let text = RandomText.make(6, using: &generator) + "アク社 abc12" + RandomText.make(6, using: &generator)
            let session = MaskSession(masker, values: [])
            let masked = session.mask(text, rules: [0])
            #expect(!masked.spans.isEmpty && masked.leaks.isEmpty)
            #expect(session.mask(masked.text, rules: [0]).spans.isEmpty, "\(text) -> \(masked.text)")
        }
    }
}
