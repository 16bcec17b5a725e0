import Testing

@testable import Bylaw

@Suite("The votes of a tier")
struct CaseCountTests {
    /// Votes by so many of the council, and what they come to while votes are missing and once the time is over.
    struct Ballot: Sendable, CustomTestStringConvertible {
        var majority: Majority?
        var needs = 1
        let council: Int
        var allow = 0
        var deny = 0
        var abstain = 0
        let open: Outcome?
        let over: Outcome?

        var testDescription: String {
            "\(majority?.rawValue ?? "first") of \(council): \(allow) to \(deny), \(abstain) abstain, \(needs) needed"
        }
    }

    static let ballots: [Ballot] = [
        // More than half of all who may: floor(12 / 2) + 1 = 7, of 11 and 10 it is 6, of 9 and 8 it is 5.
        .init(majority: .absolute, council: 12, allow: 6, open: nil, over: nil),
        .init(majority: .absolute, council: 12, allow: 7, open: .allow, over: .allow),
        .init(majority: .absolute, council: 11, deny: 5, open: nil, over: nil),
        .init(majority: .absolute, council: 11, deny: 6, open: .deny, over: .deny),
        .init(majority: .absolute, council: 10, allow: 5, deny: 5, open: nil, over: nil),
        .init(majority: .absolute, council: 10, allow: 6, deny: 4, open: .allow, over: .allow),
        .init(majority: .absolute, council: 9, allow: 4, abstain: 5, open: nil, over: nil),
        .init(majority: .absolute, council: 9, allow: 5, open: .allow, over: .allow),
        .init(majority: .absolute, council: 8, allow: 4, open: nil, over: nil),
        .init(majority: .absolute, council: 8, allow: 5, open: .allow, over: .allow),
        .init(majority: .absolute, council: 1, deny: 1, open: .deny, over: .deny),
        // 7 of 12 voted, but 8 are needed.
        .init(majority: .absolute, needs: 8, council: 12, allow: 7, open: nil, over: nil),
        // More than those against; those who are missing might all be. 2 > 0 + 3 does not hold, 3 > 0 + 2 does.
        .init(majority: .simple, council: 5, allow: 2, open: nil, over: .allow),
        .init(majority: .simple, council: 5, allow: 3, open: .allow, over: .allow),
        .init(majority: .simple, council: 4, allow: 2, deny: 2, open: nil, over: nil),
        // Who abstains has voted: nobody is missing, and 2 > 1.
        .init(majority: .simple, needs: 5, council: 5, allow: 2, deny: 1, abstain: 2, open: .allow, over: .allow),
        .init(majority: .simple, needs: 3, council: 5, deny: 2, open: nil, over: nil),
        .init(majority: .simple, needs: 3, council: 5, deny: 1, abstain: 2, open: nil, over: .deny),
        .init(majority: .simple, council: 3, abstain: 3, open: nil, over: nil),
        // Two thirds of those for and against: 3 × 4 ≥ 2 × 6, 3 × 3 < 2 × 5, 3 × 3 ≥ 2 × 4.
        .init(majority: .twoThirds, council: 6, allow: 4, deny: 2, open: .allow, over: .allow),
        .init(majority: .twoThirds, council: 6, allow: 4, open: .allow, over: .allow),
        .init(majority: .twoThirds, council: 6, allow: 3, deny: 2, abstain: 1, open: nil, over: nil),
        .init(majority: .twoThirds, council: 6, allow: 3, deny: 1, open: nil, over: .allow),
        // A denial needs two thirds too.
        .init(majority: .twoThirds, council: 6, allow: 3, deny: 3, open: nil, over: nil),
        .init(majority: .twoThirds, council: 3, deny: 2, open: .deny, over: .deny),
        // The first verdict with enough votes, however many are missing.
        .init(needs: 2, council: 9, allow: 1, deny: 1, open: nil, over: nil),
        .init(needs: 2, council: 9, allow: 2, deny: 1, open: .allow, over: .allow),
        .init(needs: 2, council: 9, abstain: 9, open: nil, over: nil),
        // Where both have enough the stricter one is taken.
        .init(needs: 2, council: 9, allow: 2, deny: 2, open: .deny, over: .deny),
    ]

    private static func vote(
        _ choice: LedgerEvent.Vote.Choice, _ number: Int, role: String = "council"
    ) -> CaseRecord.CastVote {
        CaseRecord.CastVote(reviewer: "c\(number)", role: role, choice: choice, at: day(1))
    }

    @Test("decide by its terms", arguments: ballots)
    func verdicts(_ ballot: Ballot) {
        let tier = ReviewTier(name: "t", who: ["council"], needs: ballot.needs, majority: ballot.majority)
        let choices =
            Array(repeating: LedgerEvent.Vote.Choice.allow, count: ballot.allow)
            + Array(repeating: .deny, count: ballot.deny) + Array(repeating: .abstain, count: ballot.abstain)
        let votes = choices.enumerated().map { Self.vote($1, $0 + 1) }
        let parties = CaseParties(actor: "ann")
        let count = CaseCount(votes, tier, roster: council(ballot.council), parties: parties)
        #expect(count.verdict(isOver: false) == ballot.open)
        #expect(count.verdict(isOver: true) == ballot.over)
        // Nor does it matter in which order they came, who is told of twice, and who has no role of the tier.
        let other = [Reviewer(id: "x", roles: ["operator"])] + council(ballot.council) + council(ballot.council)
        let again = CaseCount(votes.reversed(), tier, roster: other.reversed(), parties: parties)
        #expect(again.verdict(isOver: false) == ballot.open)
        #expect(again.active.count == ballot.council)
    }

    @Test(
        "count without those who are recused, by the policy or by themselves",
        // 12; 12 - 1 - 1 = 10; 12 - 2 - 1 = 9.
        arguments: [(0, 0, 7), (1, 1, 6), (2, 1, 5)])
    func recused(related: Int, declared: Int, needed: Int) {
        let tier = ReviewTier(
            name: "t", who: ["council"], majority: .absolute, recuseWhen: "reviewer.relatedTo(case.parties)")
        var roster = council(12)
        for index in 0..<related { roster[index].related = ["ann"] }
        let recusals = (0..<declared).map { Self.vote(.recuse, 12 - $0) }
        for votes in 0...7 {
            // Those who are related vote first: that must not count.
            let cast = (0..<related + votes).map { Self.vote(.allow, $0 + 1) }
            let count = CaseCount(cast + recusals, tier, roster: roster, parties: CaseParties(actor: "ann"))
            #expect(count.active.count == 12 - related - declared)
            #expect(count.verdict(isOver: true) == (votes >= needed ? .allow : nil), "\(votes) votes")
        }
    }

    @Test("need those of each role")
    func each() {
        let tier = ReviewTier(name: "t", who: ["operator", "council"], needs: 3, each: 1)
        func verdict(_ operators: Int, _ members: Int) -> Outcome? {
            let roster = council(members) + (0..<operators).map { Reviewer(id: "o\($0)", roles: ["operator"]) }
            let votes = roster.map {
                CaseRecord.CastVote(reviewer: $0.id, role: $0.roles[0], choice: .deny, at: day(1))
            }
            return CaseCount(votes, tier, roster: roster, parties: CaseParties(actor: "ann")).verdict(isOver: true)
        }
        #expect(verdict(0, 5) == nil)
        #expect(verdict(5, 0) == nil)
        #expect(verdict(1, 1) == nil)
        #expect(verdict(1, 2) == .deny)
        #expect(verdict(2, 1) == .deny)
    }

    @Test("are too few where fewer may vote than are needed, of all or of one role")
    func tooFew() {
        func isTooFew(_ tier: ReviewTier, _ roster: [Reviewer]) -> Bool {
            CaseCount([], tier, roster: roster, parties: CaseParties(actor: "c1")).isTooFew
        }
        let plain = ReviewTier(name: "t", who: ["council"], needs: 5, recuseWhen: "reviewer.id == case.actor")
        #expect(!isTooFew(plain, council(6)))
        #expect(isTooFew(plain, council(5)))
        let each = ReviewTier(name: "t", who: ["operator", "council"], needs: 3, each: 1)
        #expect(isTooFew(each, council(9)))
        #expect(!isTooFew(each, council(2) + [Reviewer(id: "o", roles: ["operator"])]))
    }
}
