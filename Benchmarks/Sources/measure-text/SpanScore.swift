import Foundation

/// How masked places agree with labelled ones.
struct SpanScore {
    private(set) var labelled = 0
    /// Labelled places that lie wholly inside masked ones.
    private(set) var hidden = 0
    /// Labelled places that are masked from end to end and no further.
    private(set) var exact = 0
    private(set) var masked = 0
    /// Masked places that touch a labelled one.
    private(set) var right = 0
    private(set) var labelledScalars = 0
    private(set) var maskedScalars = 0
    private(set) var commonScalars = 0

    mutating func add(_ labels: [Range<Int>], _ places: [Range<Int>]) {
        labelled += labels.count
        masked += places.count
        for label in labels {
            if places.contains(where: { $0.contains(label) }) { hidden += 1 }
            if places.contains(label) { exact += 1 }
            labelledScalars += label.count
        }
        for place in places {
            if labels.contains(where: place.overlaps) { right += 1 }
            maskedScalars += place.count
            commonScalars += labels.reduce(0) { $0 + $1.clamped(to: place).count }
        }
    }

    func show(_ title: String) {
        print(title)
        print("  labelled \(labelled), masked \(masked)")
        print("  precision \(Self.ratio(right, masked)): masked places that touch a labelled one")
        print("  recall    \(Self.ratio(hidden, labelled)): labelled places that are hidden whole")
        print("  exact     \(Self.ratio(exact, masked)) of the masked, \(Self.ratio(exact, labelled)) of the labelled")
        print(
            "  scalars   precision \(Self.ratio(commonScalars, maskedScalars)), recall "
                + Self.ratio(commonScalars, labelledScalars))
    }

    static func ratio(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "–" : String(format: "%.3f", Double(part) / Double(whole))
    }
}

/// Examples counted by kind.
struct Tally {
    private var counts: [String: Int] = [:]
    private var examples: [String: [String]] = [:]

    mutating func add(_ kind: String, _ example: String) {
        counts[kind, default: 0] += 1
        let isNew = examples[kind]?.contains(example) != true
        if isNew, examples[kind, default: []].count < 400 { examples[kind, default: []].append(example) }
    }

    func show(_ title: String, examples shown: Int = 8) {
        print("  \(title)")
        for (kind, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            // Spread over the data, not its first lines.
            let all = examples[kind] ?? []
            let step = max(1, all.count / shown)
            let some = stride(from: 0, to: all.count, by: step).prefix(shown).map { all[$0] }
            print("    \(count)  \(kind): \(some.joined(separator: " / "))")
        }
    }
}

extension String {
    /// The part at some scalars.
    func scalars(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    }
}
