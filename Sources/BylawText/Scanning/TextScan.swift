/// What a scan found in one text. Kept and given to the next scan, it brings its storage along.
package struct TextScan: Sendable {
    /// Every match, by start, then the longer first, then by lexicon and phrase. Matches may overlap.
    package private(set) var matches: [TextMatch] = []
    /// Storage of the scan.
    var folded = FoldedText()
    var hits: [ScanLayer.Hit] = []

    package init() {}

    /// Whether any phrase of the lexicon occurs. O(matches).
    package func mentions(_ lexicon: Int) -> Bool { matches.contains { $0.lexicon == lexicon } }

    /// How many phrases of the lexicon occur: see ``found(_:)``.
    package func count(of lexicon: Int) -> Int {
        var count = 0
        forEachDisjoint(lexicon) { _ in count += 1 }
        return count
    }

    /// The matches of one lexicon, from the left, at each place the longest, each character in one match at most.
    package func found(_ lexicon: Int) -> [TextMatch] {
        var found: [TextMatch] = []
        forEachDisjoint(lexicon) { found.append($0) }
        return found
    }

    private func forEachDisjoint(_ lexicon: Int, _ body: (TextMatch) -> Void) {
        var end = 0
        for match in matches where match.lexicon == lexicon && match.range.lowerBound >= end {
            body(match)
            end = match.range.upperBound
        }
    }

    /// Makes matches of the hits: what exceptions cover is dropped, affixes are joined to what they stand beside.
    mutating func settle(_ lexicons: [Lexicon], _ text: UnsafeBufferPointer<UInt8>) {
        matches.removeAll(keepingCapacity: true)
        if hits.isEmpty { return }
        var hits = hits
        if hits.contains(where: { $0.target.role == .exception }) { hits = Exceptions.applied(to: hits) }
        let affixes = Affixes(hits, text)
        for hit in hits where hit.target.role == .phrase {
            let lexicon = Int(hit.target.lexicon)
            let range = affixes.widened(hit.range, lexicon)
            matches.append(TextMatch(lexicon: lexicon, phrase: Int(hit.target.phrase), range: range))
        }
        matches.sort { $0.precedes($1) }
        var last: TextMatch?
        matches.removeAll { match in
            defer { last = match }
            return match == last
        }
    }
}

extension TextMatch {
    /// By start, then the longer first, then by lexicon and phrase.
    fileprivate func precedes(_ other: TextMatch) -> Bool {
        (range.lowerBound, -range.upperBound, lexicon, phrase)
            < (other.range.lowerBound, -other.range.upperBound, other.lexicon, other.phrase)
    }
}
