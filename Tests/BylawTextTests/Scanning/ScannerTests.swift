import BylawTestSupport
import BylawText
import Testing

@Suite("A scan")
struct ScannerTests {
    private func found(_ phrase: Phrase, _ text: String, _ profile: FoldProfile = .default) -> [String] {
        Scanner([Lexicon(name: "l", phrases: [phrase], profile: profile)]).scan(text).found(0).map {
            text.slice($0.range)
        }
    }

    @Test("finds a Latin name however it is disguised, and not with that fold switched off", arguments: Evasion.latin)
    func latinEvasions(_ evasion: Evasion) {
        for name in ["Bacoe", "Acme Cobalt"] {
            let disguised = evasion.apply(name)
            let text = "I work at \(disguised), you know"
            #expect(found(Phrase(name), text) == [disguised])
            #expect(found(Phrase(name), text, .default.subtracting(evasion.fold)) == [])
        }
    }

    @Test(
        "finds a Japanese name however it is disguised, and not with that fold switched off",
        arguments: Evasion.japanese)
    func japaneseEvasions(_ evasion: Evasion) {
        let profile = FoldProfile.default.union(.kana)
        let disguised = evasion.apply("サカタガグ")
        let text = "前職は\(disguised)でした"
        #expect(found(Phrase("サカタガグ"), text, profile) == [disguised])
        #expect(found(Phrase("サカタガグ"), text, profile.subtracting(evasion.fold)) == [])
    }

    @Test(
        "respects word boundaries where words have spaces",
        arguments: [
            ("u_9", "u_91", false), ("u_9", "u_9", true), ("u_9", "(u_9)", true), ("u_9", "xu_9", false),
            ("u_9", "u_9さん", true),
            ("u_9", "u_9_1", false), ("u_9", "a_u_9", false), ("u_9", "_u_9_", true), ("u_10", "u_1000", false),
            ("@sakamoto", "@sakamoto1", false), ("@sakamoto", "cc@sakamoto!", true), ("@sakamoto", "＠ＳＡＫＡＭＯＴＯ", true),
            ("Sony", "Sony製", true), ("Sony", "ソニーSonyソニー", true), ("Sony", "Sonya", false), ("Sony", "Sony™", true),
            ("Sony", "_Sony_", true), ("acme", "pacme", false), ("мол", "молоко", false),
            ("мол", "он, мол, прав", true),
            ("公司", "某公司的內幕", true), ("トヨタ", "トヨタ自動車", true), ("삼성", "삼성은", true), ("Acme", "Acme's", true),
            ("é", "été", false), ("क", "कि", false), ("caf", "cafe\u{301}", false), ("cafe", "cafe\u{301}", true),
        ])
    func wordBoundary(_ phrase: String, _ text: String, _ isFound: Bool) {
        #expect(!found(Phrase(phrase), text).isEmpty == isFound)
    }

    @Test(
        "finds a phrase of one scalar only where it stands alone",
        arguments: [
            ("林", "林さん", false), ("林", "「林」", true), ("林", "私と 林 です", true), ("X", "X社", false), ("X", "on X.", true),
        ])
    func single(_ phrase: String, _ text: String, _ isFound: Bool) {
        #expect(!found(Phrase(phrase), text).isEmpty == isFound)
    }

    @Test(
        "does not take ordinary words for a disguise",
        arguments: [
            ("acme", "a CME group"), ("MAN", "der Mann"), ("shell", "she'll come"), ("Siemens", "Sie mens"),
            ("in", "I n\u{303}o"),
            ("well", "we'll"), ("Bosch", "Bos. ch"), ("Li", "11 Uhr"), ("acme", "AC. Me too"),
        ])
    func noDisguise(_ phrase: String, _ text: String) {
        #expect(found(Phrase(phrase), text) == [])
    }

    @Test(
        "lets the gaps of a phrase be written or not",
        arguments: [
            "Goldman Sachs", "GoldmanSachs", "Goldman-Sachs", "Goldman\n  Sachs", "G o l d m a n S a c h s",
            "#goldmansachs",
        ])
    func ownGaps(_ text: String) {
        #expect(found(Phrase("Goldman Sachs"), text).count == 1)
    }

    @Test(
        "finds doubled letters of a phrase when they are spelled out",
        arguments: ["Google", "G o o g l e", "G.O.O.G.L.E", "Gooooogle", "Go🙂ogle"])
    func doubledLetters(_ text: String) {
        #expect(found(Phrase("Google"), text) == [text])
        #expect(found(Phrase("Google"), "Gogle") == [])
    }

    @Test(
        "can say every kind of match that AutoModerator has",
        arguments: [
            (Phrase("cat", boundary: .none), "concatenate", true),
            (Phrase("cat", boundary: .word), "concatenate", false),
            (Phrase("cat", boundary: .word), "a cat!", true),
            (Phrase("cat", boundary: .none, anchors: .start), " category", true),
            (Phrase("cat", boundary: .none, anchors: .start), "a cat", false),
            (Phrase("cat", boundary: .none, anchors: .end), "bobcat\n", true),
            (Phrase("cat", boundary: .none, anchors: .end), "cats", false),
            (Phrase("cat", boundary: .none, anchors: [.start, .end]), " CAT ", true),
            (Phrase("cat", boundary: .none, anchors: [.start, .end]), "cat cat", false),
            (Phrase("Cat", boundary: .none, isCaseSensitive: true), "a Cat", true),
            (Phrase("Cat", boundary: .none, isCaseSensitive: true), "a cat", false),
            (Phrase("Cat", boundary: .none, isCaseSensitive: true), "a Сat", true),
        ])
    func kinds(_ phrase: Phrase, _ text: String, _ isFound: Bool) {
        #expect(!found(phrase, text).isEmpty == isFound)
        let plain = FoldProfile.default.subtracting([.separators, .repeats])
        #expect(!found(phrase, text, plain).isEmpty == isFound)
    }

    @Test(
        "takes signs at a phrase's ends for what they are",
        arguments: [
            ("C++", "C++ is hard", ["C++"]), ("C++", "vitamin C", []), (".NET", "use .NET here", [".NET"]),
            (".NET", "the net", []),
            ("Kaneko Seeds Co., Ltd.", "at KANEKO SEEDS CO., LTD. now", ["KANEKO SEEDS CO., LTD."]),
            ("Kaneko Seeds Co., Ltd.", "Kaneko Seeds Co Ltd", ["Kaneko Seeds Co Ltd"]),
            (
                "Kaneko Seeds Co., Ltd.", "K a n e k o S e e d s C o . , L t d .",
                ["K a n e k o S e e d s C o . , L t d ."]
            ),
            ("🤡", "you 🤡!", ["🤡"]),
        ])
    func signs(_ phrase: String, _ text: String, _ expected: [String]) {
        #expect(found(Phrase(phrase), text) == expected)
    }

    @Test("does not count what an exception covers")
    func exceptions() {
        let lexicon = Lexicon(
            name: "l", phrases: [Phrase("Apple")], exceptions: [Phrase("apple pie"), Phrase("pine apple tree")])
        let scan = Scanner([lexicon]).scan("Apple pie, an apple, a pine apple tree and apple pies")
        #expect(scan.found(0).map(\.range.lowerBound) == [14, 43])
    }

    @Test(
        "joins affixes to the names that they stand beside",
        arguments: [
            ("株式会社アクメの", "株式会社アクメ"), ("アクメ 株式会社は", "アクメ 株式会社"), ("㈱アクメ", "㈱アクメ"), ("アクメ社長", "アクメ社"),
            ("アクメ Inc.", "アクメ Inc."), ("アクメ, INC", "アクメ, INC"), ("アクメ Incest", "アクメ"), ("社会のアクメ", "アクメ"),
        ])
    func affixes(_ text: String, _ expected: String) {
        let affixes = Lexicon.Affixes(prefixes: ["株式会社", "(株)"], suffixes: ["株式会社", "社", "Inc", "Inc."])
        for name in ["アクメ", "株式会社アクメ", "アクメ 株式会社"] {
            let scan = Scanner([Lexicon(name: "l", phrases: [Phrase(name)], affixes: affixes)]).scan(text)
            #expect(scan.found(0).map { text.slice($0.range) } == [expected], "\(name)")
        }
    }

    @Test("counts each place once, the longest first from the left")
    func counting() {
        let scanner = Scanner([
            Lexicon(name: "l", phrases: [Phrase("new york"), Phrase("york times"), Phrase("new york times")])
        ])
        let scan = scanner.scan("New York Times, York Times of New York")
        #expect(scan.count(of: 0) == 3)
        #expect(scan.found(0).map(\.phrase) == [2, 1, 0])
        #expect(scan.mentions(0) && !scan.mentions(1))
    }

    @Test("never splits a character")
    func wholeCharacters() {
        var generator = SeededGenerator(seed: 3)
        let phrases = ["a", "e", "か", "က", "ᄀ", "👩", "1", "\u{301}", "क", "株", "&", "c", "\r"].map {
            Phrase($0, boundary: .none)
        }
        let scanner = Scanner([
            Lexicon(name: "all", phrases: phrases), Lexicon(name: "none", phrases: phrases, profile: []),
        ])
        for _ in 0..<3000 {
            let text = RandomText.make(15, using: &generator)
            let offsets = text.characterOffsets
            for match in scanner.scan(text).matches {
                #expect(offsets.contains(match.range.lowerBound) && offsets.contains(match.range.upperBound))
            }
        }
    }

    @Test(
        "finds a phrase as it is written, however many equal letters a gap of its own parts",
        arguments: ["III-III", "xxx xxx", "aaaa.aaaa", "IIII IIIIIIIIIIII\u{0}III", "&# III-III"])
    func equalLettersAroundGap(phrase: String) {
        for boundary in [Phrase.Boundary.none, .word, .script] {
            let scanner = BylawText.Scanner([Lexicon(name: "l", phrases: [Phrase(phrase, boundary: boundary)])])
            #expect(!scanner.scan("say \(phrase), then").matches.isEmpty, "\(boundary)")
        }
    }
}
