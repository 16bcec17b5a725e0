/// Which characters are the same under `(?i)`: those that Unicode's simple case folding takes to one character.
///
/// They form rings: `k`, `K` and the Kelvin sign lead each to the next. RE2 folds so too, whatever the language.
enum CaseFolding {
    /// A character and the next one of its ring.
    private struct Step {
        let scalar: UInt32
        let next: UInt32
    }

    /// Sorted by ``Step/scalar``.
    private static let steps: [Step] = {
        var numbers = PackedNumbers(UnicodeTables.foldings)
        var steps: [Step] = []
        var scalar: UInt32 = 0
        while let skipped = numbers.next(), let distance = numbers.next() {
            scalar += skipped
            let next = distance % 2 == 0 ? scalar + distance / 2 : scalar - (distance + 1) / 2
            steps.append(Step(scalar: scalar, next: next))
            scalar += 1
        }
        return steps
    }()

    /// All characters that fold together with one, itself included.
    static func ring(of scalar: UInt32) -> [UInt32] {
        var ring = [scalar]
        while let next = next(after: ring[ring.count - 1]), next != scalar {
            ring.append(next)
        }
        return ring
    }

    /// The set and all that folds together with something in it.
    static func closure(of set: ScalarSet) -> ScalarSet {
        var added: [ClosedRange<UInt32>] = []
        for range in set.ranges {
            var index = position(of: range.lowerBound)
            while index < steps.count, steps[index].scalar <= range.upperBound {
                // What stands behind a character of the range in its ring is added with that one.
                var following = steps[index].next
                while !range.contains(following), let next = next(after: following) {
                    added.append(following...following)
                    following = next
                }
                index += 1
            }
        }
        return added.isEmpty ? set : ScalarSet(set.ranges + added)
    }

    private static func next(after scalar: UInt32) -> UInt32? {
        let index = position(of: scalar)
        return index < steps.count && steps[index].scalar == scalar ? steps[index].next : nil
    }

    /// The first step at or after a character.
    private static func position(of scalar: UInt32) -> Int {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].scalar < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
