import BylawTestSupport
import BylawText
import Testing

@Suite("A fast scan")
struct FastScanTests {
    private static let alphabets = [
        "ab", "abcdefgh", "aあア亜", "アカサタナ株式会社", "aAàÁａ", "a.b_c d", "カｶ力かガ", "한국각ᄀ", "αаaо0o", "กขे๎िक",
    ]

    /// Phrases of all lengths, boundaries and roles.
    private func lexicon(_ alphabet: String, _ profile: FoldProfile, _ generator: inout SeededGenerator) -> Lexicon {
        let boundaries: [Phrase.Boundary] = [.none, .word, .script, .alone]
        let anchors: [Phrase.Anchors] = [[], [], [], .start, .end]
        func phrase() -> Phrase {
            Phrase(
                RandomText.word(alphabet, 1...7, &generator),
                boundary: boundaries.randomElement(using: &generator) ?? .none,
                anchors: anchors.randomElement(using: &generator) ?? [],
                isCaseSensitive: Int.random(in: 0..<6, using: &generator) == 0)
        }
        let affixes = Lexicon.Affixes(
            prefixes: [RandomText.word(alphabet, 1...2, &generator)],
            suffixes: [RandomText.word(alphabet, 1...2, &generator)])
        return Lexicon(
            name: "l", phrases: (0..<Int.random(in: 1...30, using: &generator)).map { _ in phrase() }, profile: profile,
            exceptions: (0..<Int.random(in: 0...3, using: &generator)).map { _ in phrase() },
            affixes: Bool.random(using: &generator) ? affixes : Lexicon.Affixes())
    }

    private func matches(
        _ scanner: BylawText.Scanner, _ text: [UInt8], _ opaque: [Range<Int>], isFast: Bool
    ) -> [TextMatch] {
        var scan = TextScan()
        text.withUnsafeBufferPointer { scanner.scan($0, opaque: opaque, isFast: isFast, into: &scan) }
        return scan.matches
    }

    @Test("finds what one walk of the automaton finds, scalar by scalar", arguments: alphabets)
    func agrees(_ alphabet: String) {
        var generator = SeededGenerator(seed: UInt64(alphabet.utf8.count))
        var found = 0
        for _ in 0..<120 {
            // Any of the folds, and more often those that policies have.
            let profile: FoldProfile =
                Bool.random(using: &generator)
                ? .default : FoldProfile(rawValue: UInt16.random(in: 0..<512, using: &generator))
            let scanner = BylawText.Scanner([
                lexicon(alphabet, profile, &generator), lexicon(alphabet, .default, &generator),
            ])
            for _ in 0..<4 {
                var text = RandomText.word(alphabet, 0...60, &generator)
                if Bool.random(using: &generator) {
                    text += RandomText.make(5, using: &generator) + RandomText.word(alphabet, 0...9, &generator)
                }
                let bytes = Array(text.utf8)
                let start = Int.random(in: 0...bytes.count, using: &generator)
                let opaque = [start..<Int.random(in: start...bytes.count, using: &generator)]
                for opaque in [[], opaque] {
                    let slow = matches(scanner, bytes, opaque, isFast: false)
                    #expect(matches(scanner, bytes, opaque, isFast: true) == slow, "\(text) \(profile.names)")
                    found += slow.count
                }
            }
        }
        // Else the texts would test nothing.
        #expect(found > 200)
    }

    @Test("finds every name of a long list, and the same as the walk in what is no name")
    func longList() {
        var generator = SeededGenerator(seed: 31)
        let names = (0..<5_000).map { _ in
            let alphabet = Self.alphabets[Int.random(in: 1...3, using: &generator)]
            return RandomText.word(alphabet, 2...9, &generator) + RandomText.word("bcdあいう商工", 1...5, &generator)
        }
        let scanner = BylawText.Scanner([Lexicon(name: "l", phrases: names.map { Phrase($0, boundary: .none) })])
        for (index, name) in names.enumerated() where index % 20 == 0 {
            let text =
                RandomText.word("xyz、。わをん", 0...20, &generator) + name + RandomText.word("xyz、。わをん", 0...20, &generator)
            let fast = matches(scanner, Array(text.utf8), [], isFast: true)
            #expect(fast.contains { $0.phrase == index }, "\(name) in \(text)")
            #expect(fast == matches(scanner, Array(text.utf8), [], isFast: false))
        }
    }

    @Test("takes to the failure links where names start everywhere, and finds the same")
    func hostile() {
        let long = String(repeating: "ab", count: 200)
        let phrases = [long + "c", long + "d", "ab", "bab", String(repeating: "a", count: 500)]
        let scanner = BylawText.Scanner([
            Lexicon(name: "l", phrases: phrases.map { Phrase($0, boundary: .none) }, profile: [])
        ])
        for text in [
            String(repeating: "ab", count: 3000) + "d", String(repeating: "a", count: 2000) + "b",
            long + "c" + long + "x",
        ] {
            let fast = matches(scanner, Array(text.utf8), [], isFast: true)
            #expect(fast == matches(scanner, Array(text.utf8), [], isFast: false))
            #expect(!fast.isEmpty)
        }
    }
}
