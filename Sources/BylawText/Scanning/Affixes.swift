/// The affixes that a scan found, to widen the matches that they stand beside.
struct Affixes {
    /// How many affixes may follow one another on one side: `Co.` and `Ltd.`
    private static let maximumCount = 3
    /// How many bytes of separators may lie between a name and its affix.
    private static let maximumGap = 6

    private struct Place: Hashable {
        let lexicon: Int
        let offset: Int
    }

    private let text: UnsafeBufferPointer<UInt8>
    /// Where the longest prefix that ends there starts.
    private var prefixes: [Place: Int] = [:]
    /// Where the longest suffix that starts there ends.
    private var suffixes: [Place: Int] = [:]

    init(_ hits: [ScanLayer.Hit], _ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        for hit in hits {
            let lexicon = Int(hit.target.lexicon)
            switch hit.target.role {
            case .prefix:
                let place = Place(lexicon: lexicon, offset: hit.range.upperBound)
                prefixes[place] = min(prefixes[place] ?? .max, hit.range.lowerBound)
            case .suffix:
                let place = Place(lexicon: lexicon, offset: hit.range.lowerBound)
                suffixes[place] = max(suffixes[place] ?? 0, hit.range.upperBound)
            case .phrase, .exception: break
            }
        }
    }

    /// A match with the affixes around it.
    func widened(_ range: Range<Int>, _ lexicon: Int) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        if !prefixes.isEmpty {
            for _ in 0..<Self.maximumCount {
                guard let wider = prefix(before: start, lexicon) else { break }
                start = wider
            }
        }
        if !suffixes.isEmpty {
            for _ in 0..<Self.maximumCount {
                guard let wider = suffix(after: end, lexicon) else { break }
                end = wider
            }
        }
        return start..<end
    }

    /// Looks beyond separators, a scalar at a time.
    private func suffix(after end: Int, _ lexicon: Int) -> Int? {
        var offset = end
        while offset <= end + Self.maximumGap {
            if let found = suffixes[Place(lexicon: lexicon, offset: offset)] { return found }
            guard offset < text.count else { return nil }
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            guard FoldTable.shared.record(scalar).traits.isSeparator else { return nil }
            offset += length
        }
        return nil
    }

    private func prefix(before start: Int, _ lexicon: Int) -> Int? {
        var offset = start
        while offset >= start - Self.maximumGap {
            if let found = prefixes[Place(lexicon: lexicon, offset: offset)] { return found }
            guard offset > 0 else { return nil }
            let (scalar, first) = UTF8Decoding.scalar(in: text, before: offset)
            guard FoldTable.shared.record(scalar).traits.isSeparator else { return nil }
            offset = first
        }
        return nil
    }
}
