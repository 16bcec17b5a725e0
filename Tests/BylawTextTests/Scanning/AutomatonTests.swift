import BylawTestSupport
import BylawText
import Testing

@Suite("A scanner's automaton")
struct AutomatonTests {
    /// Every place where a phrase stands, letter for letter.
    private func naive(_ text: String, _ phrases: [String]) -> [TextMatch] {
        let bytes = Array(text.utf8)
        var matches: [TextMatch] = []
        for start in bytes.indices {
            var here: [TextMatch] = []
            for (index, phrase) in phrases.enumerated() where bytes[start...].starts(with: Array(phrase.utf8)) {
                here.append(TextMatch(lexicon: 0, phrase: index, range: start..<start + phrase.utf8.count))
            }
            matches += here.sorted { ($1.range.upperBound, $0.phrase) < ($0.range.upperBound, $1.phrase) }
        }
        return matches
    }

    @Test(
        "finds what a naive search finds",
        arguments: [["a", "b"], ["a", "b", "c", "d"], ["あ", "い", "𠮷", "x"], ["a", "あ"]])
    func agreesWithNaiveSearch(_ alphabet: [String]) {
        var generator = SeededGenerator(seed: UInt64(alphabet.count))
        for _ in 0..<400 {
            func word(_ lengths: ClosedRange<Int>) -> String {
                (0..<Int.random(in: lengths, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? ""
                }
                .joined()
            }
            let phrases = (0..<Int.random(in: 1...12, using: &generator)).map { _ in word(1...5) }
            let text = word(0...40)
            let lexicon = Lexicon(name: "l", phrases: phrases.map { Phrase($0, boundary: .none) }, profile: [])
            #expect(Scanner([lexicon]).scan(text).matches == naive(text, phrases), "\(phrases) in \(text)")
        }
    }

    @Test("knows which of many lexicons has a phrase")
    func manyLexicons() {
        let lexicons = (0..<300).map { number in
            Lexicon(
                name: "\(number)", phrases: [Phrase("name\(number)"), Phrase("shared")],
                profile: number % 2 == 0 ? .default : [])
        }
        let scanner = Scanner(lexicons)
        let scan = scanner.scan("name7, NAME8 and name299")
        #expect(scan.matches.map(\.lexicon) == [7, 8, 299])
        #expect(scanner.scan("a shared word").matches.map(\.lexicon) == Array(0..<300))
    }

    @Test("finds nothing without phrases, and nothing in nothing")
    func empty() {
        #expect(Scanner([]).scan("text").matches.isEmpty)
        #expect(Scanner([Lexicon(name: "l", phrases: [])]).scan("text").matches.isEmpty)
        #expect(Scanner([Lexicon(name: "l", phrases: [Phrase("x")])]).scan("").matches.isEmpty)
        let scanner = Scanner([Lexicon(name: "l", phrases: [Phrase(""), Phrase("\u{200B}"), Phrase("ok")])])
        #expect(scanner.unfindable.map(\.phrase) == [0, 1])
        #expect(scanner.scan("ok \u{200B}").matches.map(\.phrase) == [2])
    }
}
