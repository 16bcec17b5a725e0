import BylawTestSupport

@testable import Bylaw

/// A case with everything that can happen to it: tiers of every kind, reviewers who may decide, may not, or have nothing to
/// do with it, votes that are changed, deadlines that pass while nobody looks, appeals.
struct RandomCase {
    let terms: ReviewTerms
    let roster: [Reviewer]
    let parties: CaseParties
    private(set) var events: [LedgerEvent]

    static let people = (0..<9).map { "p\($0)" }
    static let roles = ["council", "operator", "moderator"]

    /// Plays it to its end, or only opens it.
    init(seed: UInt64, isPlayed: Bool = true) {
        var random = SeededGenerator(seed: seed)
        terms = Self.terms(&random)
        roster = Self.people.compactMap { id in
            let roles = Self.roles.filter { _ in Bool.random(using: &random) }
            let related = Self.people.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
            return roles.isEmpty ? nil : Reviewer(id: id, roles: roles, related: related)
        }
        parties = CaseParties(
            actor: Self.people[0], subject: Bool.random(using: &random) ? Self.people[1] : nil,
            reporter: Int.random(in: 0..<3, using: &random) == 0 ? Self.people[2] : nil)
        let tier = terms.tiers[0]
        events = [
            LedgerEvent(
                id: "case", subject: parties.actor,
                kind: .caseOpened(
                    .init(
                        caseID: "case", incident: "i", policy: "p", version: .oneTwo, rule: "r", tier: tier.name,
                        terms: terms.digest, inputs: "sha256:0", due: tier.within.map(day(1).advanced),
                        parties: parties)), occurred: day(1), by: "host")
        ]
        if isPlayed { play(&random) }
    }

    func review(_ events: [LedgerEvent]) -> CaseReview? {
        CaseRecord("case", events).map { CaseReview(record: $0, terms: terms, roster: .members(roster)) }
    }

    private mutating func play(_ random: inout SeededGenerator) {
        var hour = 0
        events += review(events)?.settle(at: day(1)) ?? []
        for _ in 0..<Int.random(in: 5...40, using: &random) {
            hour += [0, 0, 1, 5, 24, 30].randomElement(using: &random) ?? 0
            let now = day(1, hour * 3_600)
            if Int.random(in: 0..<4, using: &random) == 0 { expire(at: now) }
            guard let review = review(events) else { return }
            if review.record.isOpen {
                let id = Self.people.randomElement(using: &random) ?? "p0"
                let reviewer = roster.first { $0.id == id } ?? Reviewer(id: id, roles: [])
                let choice = LedgerEvent.Vote.Choice.allCases.randomElement(using: &random) ?? .allow
                events += (try? review.vote(choice, by: reviewer, at: now)) ?? []
            } else if Int.random(in: 0..<3, using: &random) == 0 {
                events += (try? review.appeal(at: now, by: parties.actor)) ?? []
            }
        }
        expire(at: day(400))
    }

    private mutating func expire(at now: Timestamp) {
        while let new = review(events)?.expire(at: now), !new.isEmpty { events += new }
    }

    private static func terms(_ random: inout SeededGenerator) -> ReviewTerms {
        let names = ["a", "b", "c"]
        let tiers = names.map { name -> ReviewTier in
            func other() -> String { names.filter { $0 != name }.randomElement(using: &random) ?? name }
            let who = roles.filter { _ in Bool.random(using: &random) }
            let each = Int.random(in: 0..<4, using: &random) == 0 ? 1 : nil
            let members = who.isEmpty ? ["council"] : who
            let isTimed = Int.random(in: 0..<5, using: &random) != 0
            let late: Late? =
                isTimed ? [.deny, .staysHeld, .tier(other()), nil].randomElement(using: &random) ?? nil : nil
            return ReviewTier(
                name: name, who: members,
                needs: max(Int.random(in: 1...4, using: &random), (each ?? 0) * members.count),
                each: each, majority: [nil, .simple, .twoThirds, .absolute].randomElement(using: &random) ?? nil,
                within: isTimed ? .seconds(Int.random(in: 1...60, using: &random) * 3_600) : nil, late: late,
                recuseWhen: [nil, "reviewer.relatedTo(case.parties)", "reviewer.relatedTo(case.actor)"]
                    .randomElement(using: &random) ?? nil,
                ifTooFew: Bool.random(using: &random) ? other() : nil)
        }
        return ReviewTerms(policy: "p", version: .oneTwo, tiers: tiers)
    }
}
