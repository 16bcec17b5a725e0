import BylawSource
import BylawText

/// Lexicon files, as plain lists and as tables: what is wrong lies in the file, each phrase is found in itself, and the fast
/// scan of a text finds what the slow one does.
struct LexiconTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.files(in: "Policies/lexicons", named: [".txt", ".tsv"]) + Seeds.shared("data/lexicons", named: [".txt"])
            + Seeds.lines("data/companies.tsv", first: 40).map { Array("name\taliases\tsource\n".utf8) + $0 }
            + [Array("# comment\n\\#tag\nACME GmbH\tnote\n㈱アオゾラ\n".utf8)]
    }

    static let words = [
        "name\taliases\n", "phrase\t", "\t", "|", "\\#", "# ", "\r\n", "\u{FEFF}", "&amp;", "&#x41;", "\u{200D}",
        "\u{301}",
        "GmbH", "株式会社", "ｶﾞ", "か\u{3099}", "👩‍👩‍👧", "ß", "_",
    ]

    private static let largest = 1500

    func exercise(_ input: [UInt8]) {
        let bytes = Array(input.prefix(Self.largest))
        for (name, boundary) in [("a.txt", Phrase.Boundary.word), ("a.tsv", .none), ("a.txt", .script)] {
            let file = LexiconFile(SourceFile(name: name, bytes: bytes), boundary: boundary)
            requireHarmless(file.diagnostics)
            guard file.diagnostics.isEmpty else { continue }
            let scanner = Scanner([Lexicon(name: "l", phrases: file.phrases)])
            let unfindable = Set(scanner.unfindable.map(\.phrase))
            for (index, phrase) in file.phrases.enumerated().prefix(40) where !unfindable.contains(index) {
                require(!scanner.scan(phrase.text).matches.isEmpty, "`\(phrase.text)` is not found in itself")
            }
            bytes.withUnsafeBufferPointer { text in
                var (fast, slow) = (TextScan(), TextScan())
                scanner.scan(text, into: &fast)
                scanner.scan(text, isFast: false, into: &slow)
                require(fast.matches == slow.matches, "\(fast.matches) instead of \(slow.matches)")
                for match in fast.matches {
                    require(match.range.upperBound <= text.count && !match.range.isEmpty, "a match at \(match.range)")
                }
            }
        }
    }
}
