import BylawTestSupport
import Testing

@testable import Bylaw

@Suite("The record of a case")
struct CaseRecordTests {
    private static let tier = ReviewTier(name: "council", who: ["council"], needs: 2, within: .days(7))
    private let ruling = Ruling(case: "case", rule: "p/r", verdict: .allow, inputs: "sha256:0")

    /// The opening of a later round, or before another tier.
    private func opening(
        _ sample: SampleCase, round: Int = 0, stage: Int = 0, tier: String = "council"
    ) throws -> LedgerEvent.Kind {
        var opening = try sample.record.opening
        (opening.round, opening.stage, opening.tier, opening.inputs) = (round, stage, tier, "sha256:1")
        return .caseOpened(opening)
    }

    @Test("is none where nothing opened it, and knows nothing of other cases")
    func none() throws {
        var sample = SampleCase(Self.tier)
        let other = Ruling(case: "other", rule: "p/r", verdict: .deny, inputs: "")
        sample.add(.vote(.init(caseID: "other", tier: "council", choice: .deny, role: "council")), at: day(2))
        sample.add(.ruling(.init(other, tier: "council", incident: "i")), at: day(2))
        #expect(CaseRecord("other", sample.events) == nil)
        #expect(try sample.record.isOpen && sample.record.stage.votes.isEmpty)
    }

    @Test(
        "ends with its first ruling or its first end, whichever came first",
        arguments: [LedgerEvent.CaseClosing.Cause.withdrawn, .void, .answered])
    func ends(cause: LedgerEvent.CaseClosing.Cause) throws {
        var sample = SampleCase(Self.tier)
        sample.add(.ruling(.init(ruling, tier: "council", incident: "i")), at: day(2), id: "first")
        var other = ruling
        other.verdict = .deny
        sample.add(.ruling(.init(other, tier: "council", incident: "i")), at: day(3), id: "second")
        sample.add(.caseClosed(.init(caseID: "case", cause: cause)), at: day(4))
        #expect(try sample.record.state == .ruled(ruling, event: "first"))
        var closed = SampleCase(Self.tier)
        closed.add(.caseClosed(.init(caseID: "case", cause: cause)), at: day(2))
        closed.add(.ruling(.init(ruling, tier: "council", incident: "i")), at: day(3))
        #expect(try closed.record.state == .closed(cause))
        #expect(closed.events.rulings(on: "i", at: day(9)).isEmpty)
    }

    @Test("hears no ruling of a tier that has it no more")
    func otherTier() throws {
        var sample = SampleCase(Self.tier)
        sample.add(try opening(sample, stage: 1, tier: "operators"), at: day(2))
        sample.add(.ruling(.init(ruling, tier: "council", incident: "i")), at: day(3))
        #expect(try sample.record.isOpen)
        #expect(try sample.record.stage.tier == "operators")
    }

    @Test("begins anew where it was put before people anew: votes and rulings of before count no more")
    func rounds() throws {
        var sample = SampleCase(Self.tier)
        try sample.vote(.allow, "kim", at: day(2))
        try sample.vote(.allow, "lee", at: day(2))
        #expect(try sample.place == "allow")
        sample.add(try opening(sample, round: 1), at: day(3))
        let record = try sample.record
        #expect(record.isOpen)
        #expect(record.opening.inputs == "sha256:1")
        #expect(record.stages.count == 1 && record.stage.votes.isEmpty)
        #expect(record.latest == day(3))
        #expect(sample.events.rulings(on: "i", at: day(3)).isEmpty)
        #expect(sample.events.rulings(on: "i", at: day(3, -1)).map(\.inputs) == ["sha256:0"])
        try sample.vote(.deny, "kim", at: day(4))
        try sample.vote(.deny, "may", at: day(4))
        #expect(sample.events.rulings(on: "i", at: day(4)).map(\.inputs) == ["sha256:1"])
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20 {
            #expect(try CaseRecord("case", sample.events.shuffled(using: &random)) == sample.record)
        }
    }

    @Test("is as if a vote or a ruling had never been that was taken back")
    func takenBack() throws {
        var sample = SampleCase(Self.tier)
        try sample.vote(.allow, "kim", at: day(2))
        let vote = try #require(sample.events.last)
        try sample.vote(.allow, "lee", at: day(3))
        let ruling = try #require(sample.events.last)
        sample.add(.reversal(.event(id: ruling.id)), at: day(4))
        #expect(try sample.place == "council")
        #expect(try sample.record.stage.votes.map(\.reviewer) == ["kim", "lee"])
        sample.add(.reversal(.event(id: vote.id)), at: day(4))
        #expect(try sample.record.stage.votes.map(\.reviewer) == ["lee"])
        #expect(sample.events.rulings(on: "i", at: day(5)).isEmpty)
        // The strikes of the incident are another matter.
        var other = SampleCase(Self.tier)
        try other.vote(.allow, "kim", at: day(2))
        other.add(.reversal(.incident("i")), at: day(4))
        #expect(try other.record.stage.votes.count == 1)
    }
}
