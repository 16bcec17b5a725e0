/// What an author may have meant by a name that nobody declared.
package enum Spelling {
    /// What is longer is no slip of anybody's: to compare two names takes time in proportion to the product of their lengths.
    private static let longest = 128

    /// The candidate nearest to `name`, if one is near enough to be a slip: at most a third of its scalars differ.
    /// Of equally near ones the first in the order given. A swap of neighbours counts as one difference.
    package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
        guard name.utf8.count <= 4 * longest else { return nil }
        let wanted = Array(name.unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate.utf8.count <= 4 * longest {
            let scalars = Array(candidate.unicodeScalars)
            let allowed = max(1, max(wanted.count, scalars.count) / 3)
            guard abs(scalars.count - wanted.count) <= allowed else { continue }
            let distance = distance(wanted, scalars)
            guard distance <= allowed, distance < max(wanted.count, scalars.count) else { continue }
            if distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// ``did you mean `x`?``, or nothing where no candidate is near.
    package static func suggestion(for name: String, in candidates: some Sequence<String>) -> String? {
        nearest(to: name, in: candidates).map { "did you mean `\($0)`?" }
    }

    /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
