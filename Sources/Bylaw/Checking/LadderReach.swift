/// Which rungs of a ladder some sequence of charges crosses.
///
/// Points can end and be given anew, so every sum of charges may count at some moment. Of several rungs that one charge
/// crosses the highest applies, so a rung is reached where a charge takes some sum to it or past it, but not to the next.
struct LadderReach {
    private let reached: Set<Int>

    /// - Parameters:
    ///   - thresholds: The rungs, rising.
    ///   - charges: The sizes of all charges.
    ///   - crossing: Those of charges that cross rungs; severe acts count but cross their own rung.
    init(thresholds: [Int], charges: Set<Int>, crossing: Set<Int>) {
        guard let top = thresholds.last else {
            reached = []
            return
        }
        let sizes = charges.filter { $0 > 0 }
        // Past the top the last rung repeats, so sums from there on are not needed.
        var isSum = [Bool](repeating: false, count: top + 1)
        isSum[0] = true
        var found: Set<Int> = []
        for sum in 0..<top where isSum[sum] {
            for size in sizes {
                if sum + size <= top { isSum[sum + size] = true }
                guard crossing.contains(size) else { continue }
                if let rung = Self.highest(in: thresholds, above: sum, upTo: sum + size) { found.insert(rung) }
            }
            if found.count == thresholds.count { break }
        }
        reached = found
    }

    /// Whether some charge applies that rung.
    func reaches(_ threshold: Int) -> Bool { reached.contains(threshold) }

    /// The highest threshold in `low < threshold <= high`. O(log n).
    private static func highest(in thresholds: [Int], above low: Int, upTo high: Int) -> Int? {
        var (start, end) = (0, thresholds.count)
        while start < end {
            let middle = (start + end) / 2
            if thresholds[middle] <= high { start = middle + 1 } else { end = middle }
        }
        guard start > 0, thresholds[start - 1] > low else { return nil }
        return thresholds[start - 1]
    }
}
