/// Something that a mask must hide.
struct MaskFind: Hashable {
    /// How it was found. Of two that found the same place, the first kind names it.
    enum Source: Hashable {
        /// By a phrase of the masker's scanner.
        case lexicon(TextMatch)
        /// By a value of the request.
        case value(TextMatch)
        case pattern

        fileprivate var rank: Int {
            switch self {
            case .lexicon: 0
            case .value: 1
            case .pattern: 2
            }
        }
    }

    /// The index of the rule.
    let rule: Int
    /// Whole characters of the original.
    let range: Range<Int>
    let source: Source
}

/// Finds that overlap, to be replaced as one.
struct MaskCluster {
    /// Everything that any of the finds covers.
    let range: Range<Int>
    /// The find whose rule is the strictest; of several the longest, then the first.
    let chosen: MaskFind

    /// The clusters of some finds, by place. O(n log n).
    static func all(of finds: [MaskFind], rules: [MaskRule]) -> [MaskCluster] {
        let sorted = finds.sorted {
            ($0.range.lowerBound, -$0.range.upperBound, $0.source.rank, $0.rule)
                < ($1.range.lowerBound, -$1.range.upperBound, $1.source.rank, $1.rule)
        }
        var clusters: [MaskCluster] = []
        for find in sorted where !find.range.isEmpty {
            if let last = clusters.last, find.range.lowerBound < last.range.upperBound {
                let isBetter = weight(find, rules) > weight(last.chosen, rules)
                clusters[clusters.count - 1] = MaskCluster(
                    range: last.range.lowerBound..<max(last.range.upperBound, find.range.upperBound),
                    chosen: isBetter ? find : last.chosen)
            } else {
                clusters.append(MaskCluster(range: find.range, chosen: find))
            }
        }
        return clusters
    }

    private static func weight(_ find: MaskFind, _ rules: [MaskRule]) -> (Int, Int) {
        (rules[find.rule].replacement.strictness, find.range.count)
    }
}
