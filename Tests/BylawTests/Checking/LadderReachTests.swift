import BylawTestSupport
import Testing

@testable import Bylaw

@Suite("Which rungs a ladder's charges reach")
struct LadderReachTests {
    @Test(
        "is what trying out every sequence of charges finds, on random small ladders",
        arguments: 0..<10 as Range<UInt64>)
    func bruteForce(block: UInt64) {
        for seed in block * 100..<(block + 1) * 100 {
            var random = SeededGenerator(seed: seed)
            let thresholds = (1...10).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
            let charges = Set((0...7).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
            let crossing = charges.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            let reach = LadderReach(thresholds: thresholds, charges: charges, crossing: crossing)
            let tried = Self.tried(thresholds, charges, crossing)
            for threshold in 0...12 {
                #expect(
                    reach.reaches(threshold) == tried.contains(threshold),
                    "ladder \(thresholds), charges \(charges), \(crossing) of which cross: \(threshold)")
            }
        }
    }

    @Test("is nothing on no ladder or where nobody is charged, and the last one above all")
    func edges() {
        #expect(!LadderReach(thresholds: [], charges: [1], crossing: [1]).reaches(1))
        #expect(!LadderReach(thresholds: [1], charges: [], crossing: []).reaches(1))
        #expect(!LadderReach(thresholds: [1], charges: [0], crossing: [0]).reaches(1))
        // Only severe acts: they count, and cross their own rung alone.
        #expect(!LadderReach(thresholds: [2], charges: [1], crossing: []).reaches(2))
        let skipping = LadderReach(thresholds: [1, 2, 3], charges: [2], crossing: [2])
        #expect([1, 2, 3].filter(skipping.reaches) == [2, 3])
        // A severe act of one point makes what others give reach the odd ones.
        let mixed = LadderReach(thresholds: [1, 3, 4], charges: [1, 2], crossing: [2])
        #expect([1, 3, 4].filter(mixed.reaches) == [1, 3, 4])
    }

    /// The rungs that some sequence crosses: from each sum of charges that can count, each crossing charge is tried.
    private static func tried(_ thresholds: [Int], _ charges: Set<Int>, _ crossing: Set<Int>) -> Set<Int> {
        guard let top = thresholds.max() else { return [] }
        var sums: Set<Int> = [0]
        // Charges of one point and more: no more than so many are needed to get past the top.
        for _ in 0...top { sums.formUnion(sums.flatMap { sum in charges.map { sum + $0 } }.filter { $0 <= 2 * top }) }
        var found: Set<Int> = []
        for sum in sums {
            for charge in crossing where charge > 0 {
                let after = sum + charge
                // Past the top every further charge brings the top rung again.
                let crossed = thresholds.filter { sum < $0 && $0 <= after } + (sum >= top ? [top] : [])
                if let highest = crossed.max() { found.insert(highest) }
            }
        }
        return found
    }
}
