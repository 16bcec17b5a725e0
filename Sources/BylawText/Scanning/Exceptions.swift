/// Drops the hits that lie inside an exception of their lexicon.
enum Exceptions {
    /// O(n log n).
    static func applied(to hits: [ScanLayer.Hit]) -> [ScanLayer.Hit] {
        // By start; of equal starts exceptions first, so that one that starts where a hit does is known before it.
        let sorted = hits.sorted {
            ($0.range.lowerBound, $0.target.role == .exception ? 0 : 1)
                < ($1.range.lowerBound, $1.target.role == .exception ? 0 : 1)
        }
        var coveredTo: [UInt32: Int] = [:]
        return sorted.filter { hit in
            let lexicon = hit.target.lexicon
            if hit.target.role == .exception {
                coveredTo[lexicon] = max(coveredTo[lexicon] ?? 0, hit.range.upperBound)
                return false
            }
            return hit.target.role != .phrase || hit.range.upperBound > coveredTo[lexicon] ?? 0
        }
    }
}
