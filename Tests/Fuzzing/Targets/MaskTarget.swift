import BylawText

/// Texts and what is to be masked in them: a line with the values, one with the phrases of a lexicon, each parted by `|`, and
/// the text behind them.
///
/// Whatever kind of replacement: spans are in order and of whole characters, in all three units; between them the text
/// stands as it was; what is found in the masked text is told as a leak; and what stands there letter for letter was either
/// masked or is told.
struct MaskTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        let posts =
            Seeds.lines("data/posts/ja.jsonl", first: 20) + Seeds.lines("data/posts/en.jsonl", first: 20)
            + Seeds.lines("data/masking/company.ja.jsonl", first: 20)
        return posts.map { Array("user|u_9\n株式会社|トヨタ|a|the\n".utf8) + $0 }
            + [
                "u_9|x\nAcme|アクメ商事\nu_9Acme, Ａｃｍｅ and 株式会社アクメ商事 A社 u_9.",
                "ab|x\ny\naxb ayb a&shy;b a\u{301}b", "é|👩\n■|A\n■é👩‍👩‍👧 A■",
            ].map { Array($0.utf8) }
    }

    static let words = [
        "|", "\n", "&amp;", "&#x41;", "&shy;", "\u{200D}", "\u{301}", "\u{AD}", "■", "A社", "株式会社", "社", "👩‍👩‍👧", "_", " ",
    ]

    private static let largest = 600
    private static let replacements: [MaskReplacement] = [
        .redact, .text("…"), .text(""), .number(template: "{A}社"), .keepLast(2), .pseudonym(template: "<{id}>"),
    ]

    func exercise(_ input: [UInt8]) {
        let lines = input.prefix(Self.largest).split(
            separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3 else { return }
        let values = Self.words(lines[0])
        let phrases = Self.words(lines[1])
        let text = Array(lines[2])
        for (index, replacement) in Self.replacements.enumerated() {
            let boundary: Phrase.Boundary = index % 2 == 0 ? .none : .word
            let lexicon = Lexicon(
                name: "l", phrases: phrases.map { Phrase($0, boundary: boundary) },
                affixes: Lexicon.Affixes(prefixes: ["株"], suffixes: ["社"]))
            let rules = [
                MaskRule(name: "one", lexicons: [0], boundary: boundary, replacement: replacement),
                MaskRule(name: "two", boundary: .none, replacement: .redact),
            ]
            let masker = Masker(rules, scanner: Scanner([lexicon]))
            mask(text, values, phrases, masker, boundary)
        }
    }

    private func mask(
        _ text: [UInt8], _ values: [String], _ phrases: [String], _ masker: Masker, _ boundary: Phrase.Boundary
    ) {
        let half = values.count / 2
        let values = [Array(values[..<half]), Array(values[half...])]
        func session() -> MaskSession { MaskSession(masker, values: values, pseudonym: { _, _ in "id" }) }
        let first = session()
        let masked = text.withUnsafeBufferPointer { first.mask($0, rules: [0, 1]) }
        requireSpans(masked, of: text)
        guard let original = String(validating: text, as: UTF8.self) else { return }
        requireRest(masked, of: original)
        requireCovered(masked, original, values[1] + (boundary == .none ? values[0] + phrases : []))
        // Found in the original just where something is masked.
        let reveals = [0, 1].contains { rule in first.reveals(rule, in: original) }
        require(reveals == !masked.spans.isEmpty, "what is revealed is not masked")
        let again = session()
        require(again.mask(original, rules: [0, 1]).text == masked.text, "a second session masks otherwise")
    }

    private func requireSpans(_ masked: MaskedText, of text: [UInt8]) {
        var (end, insertedEnd) = (0, 0)
        for span in masked.spans {
            require(span.utf8.lowerBound >= end && !span.utf8.isEmpty, "\(span.utf8) begins before \(end)")
            require(span.inserted.lowerBound >= insertedEnd, "\(span.inserted) begins before \(insertedEnd)")
            (end, insertedEnd) = (span.utf8.upperBound, span.inserted.upperBound)
        }
        require(end <= text.count, "a span ends behind the text")
        if String(validating: text, as: UTF8.self) != nil {
            require(insertedEnd <= masked.text.utf8.count, "a replacement ends behind the text")
        }
    }

    /// Spans are of whole characters, in all three units, and what stands between them is left as it was.
    private func requireRest(_ masked: MaskedText, of original: String) {
        var starts: Set<Int> = []
        for index in original.indices { starts.insert(index.utf16Offset(in: original)) }
        starts.insert(original.utf16.count)
        var (from, insertedFrom) = (original.utf8.startIndex, masked.text.utf8.startIndex)
        for span in masked.spans {
            let start = original.utf8.index(original.utf8.startIndex, offsetBy: span.utf8.lowerBound)
            let end = original.utf8.index(original.utf8.startIndex, offsetBy: span.utf8.upperBound)
            for (index, utf16, scalars) in [
                (start, span.utf16.lowerBound, span.scalars.lowerBound),
                (end, span.utf16.upperBound, span.scalars.upperBound),
            ] {
                require(original.utf16[..<index].count == utf16, "\(utf16) is not at \(span.utf8) in UTF-16")
                require(
                    original.unicodeScalars[..<index].count == scalars, "\(scalars) is not at \(span.utf8) in scalars")
                require(starts.contains(utf16), "\(span.utf8) divides a character")
            }
            let inserted = masked.text.utf8.index(masked.text.utf8.startIndex, offsetBy: span.inserted.lowerBound)
            require(
                original.utf8[from..<start].elementsEqual(masked.text.utf8[insertedFrom..<inserted]),
                "what stands before \(span.utf8) was changed")
            from = end
            insertedFrom = masked.text.utf8.index(masked.text.utf8.startIndex, offsetBy: span.inserted.upperBound)
        }
        require(original.utf8[from...].elementsEqual(masked.text.utf8[insertedFrom...]), "the rest was changed")
    }

    /// Where a name stands letter for letter and between whole characters, it is masked.
    private func requireCovered(_ masked: MaskedText, _ original: String, _ names: [String]) {
        let plain = names.filter { name in
            name.utf8.count > 1 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        }
        let text = Array(original)
        for name in plain where text.count >= name.utf8.count {
            let wanted = Array(name)
            var offset = 0
            for start in 0...text.count - wanted.count {
                let range = offset..<offset + wanted.count
                offset += text[start].utf8.count
                guard text[start..<start + wanted.count].elementsEqual(wanted) else { continue }
                require(
                    masked.spans.contains {
                        $0.utf8.lowerBound <= range.lowerBound && $0.utf8.upperBound >= range.upperBound
                    },
                    "`\(name)` at \(range) is not masked")
            }
        }
    }

    private static func words(_ line: ArraySlice<UInt8>) -> [String] {
        line.split(separator: UInt8(ascii: "|")).prefix(6).map { String(decoding: $0, as: UTF8.self) }
    }
}
