import BylawPattern
import BylawTestSupport
import BylawText
import Testing

@Suite("A text that is masked at once")
struct MaskedAtOnceTests {
    private static let replacements: [MaskReplacement] = [
        .redact, .text("(name)"), .text("a"), .text("_"), .text(""), .number(template: "{A}社"),
        .number(template: "{A}"),
        .keepLast(1),
    ]

    private static let pieces = [
        "u_9", "Acme", "アクメ", "株式会社", "_", "a", "1", " ", ".", "、", "が", "&", "amp;", "&#65;", "A社", "B", "e\u{301}",
        "👩‍👩",
        "\r", "\n", "■", "林", "\u{200D}",
    ]

    /// A scanner that finds the same, with a pattern that matches nothing: patterns have a text masked step by step.
    private func scanner(_ lexicon: Lexicon, stepByStep: Bool) throws -> BylawText.Scanner {
        var lexicon = lexicon
        if stepByStep { lexicon.patterns = [try Pattern("\u{E000}\u{E001}")] }
        return BylawText.Scanner([lexicon])
    }

    @Test("is masked as it is step by step", arguments: replacements)
    func agrees(_ replacement: MaskReplacement) throws {
        var generator = SeededGenerator(seed: 41)
        let lexicon = Lexicon(
            name: "l",
            phrases: [
                Phrase("u_9"), Phrase("Acme"), Phrase("アクメ"), Phrase("a_", boundary: .none), Phrase("1_"), Phrase("林"),
                Phrase("e", boundary: .alone), Phrase("a1", boundary: .none),
                // Comes to light where of `Acme` the last letter stays.
                Phrase("e林"),
            ],
            exceptions: [Phrase("Acme 1"), Phrase("株式会社林")],
            affixes: Lexicon.Affixes(prefixes: ["株式会社"], suffixes: ["株式会社", "B"]))
        let sessions = try [false, true].map { stepByStep in
            let rules = [
                MaskRule(name: "one", lexicons: [0], replacement: replacement),
                MaskRule(name: "two", boundary: .none, replacement: .number(template: "<{A}>")),
            ]
            let masker = Masker(rules, scanner: try scanner(lexicon, stepByStep: stepByStep))
            return Masking(MaskSession(masker, values: [[], ["B", "amp"]]))
        }
        var count = 0
        for _ in 0..<1500 {
            var text = ""
            for _ in 0..<Int.random(in: 1...14, using: &generator) {
                text += Self.pieces.randomElement(using: &generator) ?? ""
            }
            let masked = sessions.map { $0.mask(text, rules: [0, 1]) }
            #expect(masked[0].text == masked[1].text, "\(text)")
            #expect(masked[0].spans == masked[1].spans && masked[0].leaks == masked[1].leaks, "\(text)")
            count += masked[0].spans.count
        }
        // Else the texts would test nothing.
        #expect(count > 500)
    }
}
