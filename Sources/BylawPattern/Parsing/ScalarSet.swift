/// A set of code points, as sorted ranges that neither overlap nor touch.
struct ScalarSet: Sendable, Hashable {
    /// The largest code point there is.
    static let last: UInt32 = 0x10FFFF
    /// Every code point.
    static let all = ScalarSet([0...last])

    /// The ranges, from low to high.
    let ranges: [ClosedRange<UInt32>]

    /// Takes ranges in any order, overlapping or not. O(n log n).
    init(_ unordered: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let previous = merged.last, range.lowerBound <= previous.upperBound &+ 1 {
                if range.upperBound > previous.upperBound {
                    merged[merged.count - 1] = previous.lowerBound...range.upperBound
                }
            } else {
                merged.append(range)
            }
        }
        ranges = merged
    }

    /// Takes ranges that are already in order and apart.
    private init(ordered: [ClosedRange<UInt32>]) {
        ranges = ordered
    }

    /// What the set leaves out.
    var inverted: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= Self.last { gaps.append(next...Self.last) }
        return ScalarSet(ordered: gaps)
    }

    /// How many code points the set holds.
    var count: Int {
        ranges.reduce(0) { $0 + $1.count }
    }

    /// The only code point, if there is just one.
    var single: UInt32? {
        guard ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }

    /// Whether a code point is in the set. O(log n).
    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }
}
