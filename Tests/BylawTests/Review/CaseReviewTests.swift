import Testing

@testable import Bylaw

@Suite("A case before its tiers")
struct CaseReviewTests {
    static let one = ReviewTier(name: "moderators", who: ["moderator"], within: .days(1), late: .tier("council"))
    static let two = ReviewTier(
        name: "council", who: ["council"], needs: 2, within: .days(7), late: .deny,
        recuseWhen: "reviewer.relatedTo(case.parties)")

    @Test("is decided by those who have a role of the tier, and nobody else")
    func eligible() throws {
        var sample = SampleCase(Self.one, Self.two)
        for roles in [[], ["council"], ["Moderator"], ["moderator "]] {
            #expect(throws: LedgerError.notEligible(member: "kim", case: "case")) {
                try sample.review.vote(.allow, by: Reviewer(id: "kim", roles: roles), at: day(1))
            }
        }
        try sample.vote(.allow, "kim", "guest", "moderator")
        #expect(try sample.place == "allow")
        #expect(try sample.record.stage.votes.map(\.role) == ["moderator"])
        #expect(throws: LedgerError.caseNotOpen("case")) { try sample.vote(.deny, "lee", "moderator") }
    }

    @Test("gives the ruling that the next request carries, at the moment of the vote that decides")
    func ruling() throws {
        var sample = SampleCase(Self.two)
        try sample.vote(.deny, "kim", at: day(2))
        #expect(try sample.record.isOpen)
        try sample.vote(.deny, "lee", at: day(3))
        let ruling = Ruling(case: "case", rule: "p/r", verdict: .deny, inputs: "sha256:0")
        let event = try #require(sample.events.last)
        #expect(event.kind == .ruling(.init(ruling, tier: "council", incident: "i")))
        #expect(event.occurred == day(3))
        #expect(try sample.record.state == .ruled(ruling, event: event.id))
        #expect(sample.events.rulings(on: "i", at: day(3, -1)).isEmpty)
        #expect(sample.events.rulings(on: "i", at: day(3)) == [ruling])
        #expect(sample.events.rulings(on: "j", at: day(3)).isEmpty)
    }

    @Test("counts the last vote of each, on however coarse a clock")
    func changed() throws {
        var sample = SampleCase(Self.two)
        try sample.vote(.allow, "kim")
        try sample.vote(.abstain, "kim")
        try sample.vote(.deny, "kim")
        try sample.vote(.allow, "lee")
        #expect(try sample.place == "council")
        let votes = try sample.record.stage.votes.map { "\($0.reviewer) \($0.choice)" }
        #expect(votes.sorted() == ["kim deny", "lee allow"])
        // One to one; kim comes round.
        try sample.vote(.allow, "kim")
        #expect(try sample.place == "allow")
        #expect(CaseRecord("case", sample.events.reversed()) == CaseRecord("case", sample.events))
    }

    @Test("is decided by nobody whom it concerns, whenever that shows, and who withdrew cannot come back")
    func recused() throws {
        var sample = SampleCase(Self.two, parties: CaseParties(actor: "ann", reporter: "tia"))
        for (id, related) in [("ann", []), ("tia", []), ("kim", ["tia"]), ("kim", ["max", "ann"])] {
            #expect(throws: LedgerError.recused(member: id, case: "case")) {
                try sample.vote(.allow, id, related: related)
            }
        }
        try sample.vote(.allow, "kim")
        #expect(throws: LedgerError.recused(member: "kim", case: "case")) {
            try sample.vote(.deny, "kim", related: ["ann"])
        }
        try sample.vote(.recuse, "lee")
        for choice in [LedgerEvent.Vote.Choice.allow, .deny, .abstain] {
            #expect(throws: LedgerError.recused(member: "lee", case: "case")) { try sample.vote(choice, "lee") }
        }
        #expect(try sample.place == "council")
        try sample.vote(.allow, "may")
        #expect(try sample.place == "allow")
    }

    @Test("counts no vote of one who turns out to be related, nor of one who lost the role", arguments: [true, false])
    func laterRelated(isRelated: Bool) throws {
        var roster = council(3)
        var sample = SampleCase(Self.two, roster: roster)
        try sample.vote(.allow, "c1", at: day(2))
        if isRelated { roster[0].related = ["ann"] } else { roster[0].roles = [] }
        sample.roster = .members(roster)
        try sample.vote(.allow, "c2", at: day(3))
        #expect(try sample.place == "council")
        try sample.vote(.allow, "c3", at: day(4))
        #expect(try sample.place == "allow")
    }

    @Test("needs to know of how many a majority is one", arguments: [Majority.simple, .twoThirds, .absolute])
    func roster(majority: Majority) throws {
        var sample = SampleCase(ReviewTier(name: "council", who: ["council"], majority: majority))
        #expect(throws: LedgerError.rosterNeeded(case: "case")) { try sample.vote(.allow, "c1") }
        sample.roster = .members(council(1))
        try sample.vote(.allow, "c1")
        #expect(try sample.place == "allow")
    }

    @Test("takes votes to the last second, and none from its due time on where something follows then")
    func deadline() throws {
        // Seven days from day 1.
        var sample = SampleCase(Self.two)
        try sample.vote(.allow, "kim", at: day(8, -1))
        #expect(throws: LedgerError.caseNotOpen("case")) { try sample.vote(.allow, "lee", at: day(8)) }
        #expect(try sample.review.expire(at: day(8, -1)).isEmpty)
        try sample.expire(at: day(8))
        // Two were needed, one came.
        #expect(try sample.place == "deny")
    }

    @Test("stays where it is as the terms say, and can be decided later", arguments: [Late.staysHeld, nil])
    func staysHeld(late: Late?) throws {
        let tier = ReviewTier(
            name: "council", who: ["council"], needs: 2, majority: .absolute, within: .days(7), late: late)
        var sample = SampleCase(tier, roster: council(4))
        try sample.vote(.allow, "c1", at: day(2))
        try sample.expire(at: day(30))
        #expect(try sample.place == "council")
        // floor(4 / 2) + 1 = 3.
        try sample.vote(.allow, "c2", at: day(31))
        #expect(try sample.place == "council")
        try sample.vote(.allow, "c3", at: day(32))
        #expect(try sample.place == "allow")
        #expect(sample.events.last?.occurred == day(32))
    }

    @Test("is decided by the votes that came in time, whoever looks and when", arguments: [0, 1, 3_600, 86_400 * 300])
    func votesInTime(late: Int) throws {
        let tier = ReviewTier(
            name: "council", who: ["council"], needs: 2, majority: .simple, within: .days(7), late: .staysHeld)
        var sample = SampleCase(tier, roster: council(5))
        try sample.vote(.allow, "c1", at: day(2))
        try sample.vote(.allow, "c2", at: day(3))
        // 2 > 0 + 3 does not hold before day 8; then 2 > 0 does.
        #expect(try sample.place == "council")
        let now = day(8, late)
        #expect(throws: LedgerError.caseNotOpen("case")) { try sample.vote(.deny, "c3", at: now) }
        try sample.expire(at: now)
        #expect(try sample.place == "allow")
        #expect(sample.events.last?.occurred == day(8))
        #expect(sample.events.last?.recorded == now)
        // Known to nobody before it was looked at.
        #expect(sample.events.rulings(on: "i", at: now.advanced(by: .seconds(-1))).isEmpty)
    }

    @Test("passes from tier to tier at their due times, though nobody looks for long")
    func passes() throws {
        var onTime = SampleCase(Self.one, Self.two)
        var late = onTime
        // The moderators' day ends on day 2, the council's seven days after that on day 9.
        try onTime.expire(at: day(2))
        #expect(try onTime.place == "council")
        #expect(try onTime.record.stage.opened == day(2))
        #expect(try onTime.record.stage.due == day(9))
        #expect(throws: LedgerError.notEligible(member: "mo", case: "case")) {
            try onTime.vote(.allow, "mo", "moderator", at: day(3))
        }
        try onTime.expire(at: day(9))
        try late.expire(at: day(200))
        #expect(try onTime.place == "deny")
        #expect(onTime.events.map(\.kind) == late.events.map(\.kind))
        #expect(onTime.events.map(\.occurred) == late.events.map(\.occurred))
    }

    @Test("never comes back to a tier by itself, and stays before the last")
    func noCircle() throws {
        func tier(_ name: String, _ next: String) -> ReviewTier {
            ReviewTier(name: name, who: [name], needs: 2, within: .days(1), late: .tier(next), ifTooFew: next)
        }
        var sample = SampleCase(tier("a", "b"), tier("b", "c"), tier("c", "a"), roster: [])
        try sample.settle()
        try sample.expire(at: day(300))
        #expect(try sample.record.stages.map(\.tier) == ["a", "b", "c"])
        #expect(try sample.record.isOpen)
        sample.roster = .members(["x", "y"].map { Reviewer(id: $0, roles: ["c"]) })
        try sample.vote(.allow, "x", "c", at: day(301))
        try sample.vote(.allow, "y", "c", at: day(302))
        #expect(try sample.place == "allow")
    }

    @Test("goes where enough are left: at once, or when somebody withdraws")
    func tooFew() throws {
        let few = ReviewTier(
            name: "council", who: ["council"], needs: 2, within: .days(7), late: .deny,
            recuseWhen: "reviewer.relatedTo(case.parties)", ifTooFew: "operators")
        let operators = ReviewTier(name: "operators", who: ["operator"], within: .days(3), late: .staysHeld)
        var enough = SampleCase(few, operators, roster: council(2))
        try enough.settle()
        #expect(try enough.place == "council")
        try enough.vote(.recuse, "c2", at: day(2))
        #expect(try enough.place == "operators")
        #expect(try enough.record.stage.due == day(5))
        #expect(try enough.record.stages.map(\.tier) == ["council", "operators"])
        var related = council(2)
        related[0].related = ["ann"]
        var one = SampleCase(few, operators, roster: related)
        try one.settle()
        #expect(try one.place == "operators")
        // Where nobody told how many there are, nobody can tell that they are too few.
        var unknown = SampleCase(few, operators)
        try unknown.settle()
        #expect(try unknown.place == "council")
    }

    @Test(
        "is put by an appeal before the first tier that had it not, or the one that hears appeals",
        arguments: [(nil, "council"), ("another-tier", "council"), ("operators", "operators")])
    func appeals(named: String?, expected: String) throws {
        let last = ReviewTier(name: "operators", who: ["operator"], within: .days(3), late: .deny)
        var sample = SampleCase(Self.one, Self.two, last, appealTier: named)
        #expect(throws: LedgerError.notAppealable(event: "case")) { try sample.appeal(at: day(1)) }
        try sample.vote(.deny, "mo", "moderator")
        try sample.appeal(at: day(5))
        #expect(try sample.place == expected)
        #expect(try sample.record.stage.opened == day(5))
        #expect(throws: LedgerError.notAppealable(event: "case")) { try sample.appeal(at: day(6)) }
    }

    @Test("is heard on appeal by no tier that had it")
    func noOtherTier() throws {
        var decided = SampleCase(Self.one, Self.two, appealTier: "moderators")
        try decided.vote(.deny, "mo", "moderator")
        var passed = SampleCase(Self.one, Self.two)
        try passed.expire(at: day(100))
        #expect(try passed.place == "deny")
        for var sample in [decided, passed] {
            let ruling = try #require(sample.events.last)
            #expect(throws: LedgerError.notAppealable(event: ruling.id)) { try sample.appeal(at: day(100)) }
        }
    }

    @Test("counts on appeal what the new tier decides, and the ruling of before no more")
    func appealed() throws {
        var sample = SampleCase(Self.one, Self.two)
        try sample.vote(.deny, "mo", "moderator", at: day(1, 5))
        try sample.appeal(at: day(2))
        #expect(sample.events.rulings(on: "i", at: day(2)).isEmpty)
        #expect(sample.events.rulings(on: "i", at: day(2, -1)).map(\.verdict) == [.deny])
        try sample.vote(.allow, "kim", at: day(3))
        try sample.vote(.allow, "lee", at: day(3))
        #expect(sample.events.rulings(on: "i", at: day(3)).map(\.verdict) == [.allow])
    }
}
