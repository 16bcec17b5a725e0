import BylawTestSupport
import Testing

@testable import BylawText

/// What tells that no value shows in a text, against looking for the values.
@Suite("A filter of values")
struct ValueFilterTests {
    private static let alphabets = [
        "ab", "abcdefgh", "aあア亜", "アカサタナ株式会社", "aAàÁａ", "a.b_c d", "カｶ力かガ", "한국각ᄀ", "u_123", "a&amp;b ",
        "か\u{3099}い", "e\u{301}a", "ᄀ\u{1161}\u{11A8}가",
    ]

    @Test("lets everything be found", arguments: alphabets)
    func agrees(_ alphabet: String) {
        var generator = SeededGenerator(seed: UInt64(alphabet.utf8.count))
        var shown = 0
        for _ in 0..<1_000 {
            let profile: FoldProfile =
                Int.random(in: 0..<4, using: &generator) > 0
                ? .default : FoldProfile(rawValue: UInt16.random(in: 0..<512, using: &generator))
            let affixes = Lexicon.Affixes(
                prefixes: [RandomText.word(alphabet, 1...2, &generator)],
                suffixes: [RandomText.word(alphabet, 1...2, &generator)])
            let rule = MaskRule(
                name: "m", profile: profile,
                boundary: [.none, .word, .script].randomElement(using: &generator) ?? .none,
                affixes: Bool.random(using: &generator) ? affixes : Lexicon.Affixes(), replacement: .redact)
            let values = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                RandomText.word(alphabet, 1...8, &generator)
            }
            var text = RandomText.word(alphabet, 0...20, &generator)
            if Bool.random(using: &generator) { text += RandomText.make(6, using: &generator) }
            if Int.random(in: 0..<3, using: &generator) == 0 { text += values[0] }
            text += RandomText.word(alphabet, 0...4, &generator)

            let scanner = BylawText.Scanner([
                Lexicon(
                    name: "m", phrases: values.map { Phrase($0, boundary: rule.boundary) }, profile: profile,
                    affixes: rule.affixes)
            ])
            let isShown = !scanner.scan(text).matches.isEmpty
            let session = MaskSession(Masker([rule], scanner: BylawText.Scanner([])), values: [values])
            #expect(session.reveals(0, in: text) == isShown, "\(values) in \(text), \(profile), \(rule.affixes)")
            shown += isShown ? 1 : 0
        }
        #expect(shown > 100)
    }

    /// A filter that lets all texts pass would be of no use.
    @Test("passes over texts in which nothing shows")
    func tells() throws {
        let rule = MaskRule(
            name: "m", affixes: Lexicon.Affixes(prefixes: ["株式会社"], suffixes: ["Inc."]), replacement: .redact)
        let masker = Masker([rule], scanner: BylawText.Scanner([]))
        func filter(_ values: String...) -> ValueFilter? {
            var filter = ValueFilter()
            return values.allSatisfy { masker.add($0, ofRule: 0, to: &filter) } ? filter : nil
        }
        let known = try #require(filter("株式会社青空工業", "u_9021", "Nimbus Inc."))
        func mayShow(_ text: String) -> Bool { known.mayShow(in: FoldedText(text, profile: rule.profile)) }
        #expect(!mayShow("今日の定例会で新しい製品の資料が公開されました。"))
        #expect(!mayShow("CRM 連携は API v2 に移行し、九月から使えます。"))
        #expect(!mayShow(""))
        #expect(mayShow("青空工業の話です") && mayShow("Ｎｉｍｂｕｓ") && mayShow("u-9021"))
        // What may be all that is left of a name: one letter, or the same one twice.
        #expect(filter("x") == nil)
        #expect(filter("株式会社ああ") == nil)
        // Nothing is left of what another request looked for.
        var used = known
        used.begin()
        #expect(masker.add("別の会社", ofRule: 0, to: &used))
        let company = FoldedText("青空工業の話です", profile: rule.profile)
        #expect(!used.mayShow(in: company) && used.mayShow(in: FoldedText("別の会社", profile: rule.profile)))
    }
}
