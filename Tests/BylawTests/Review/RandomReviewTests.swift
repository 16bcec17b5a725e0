import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

@Suite("Over random cases in a ledger")
struct RandomReviewTests {
    /// 100,000 cases with `BYLAW_LONG`, as many as a few seconds allow without.
    static let isLong = ProcessInfo.processInfo.environment["BYLAW_LONG"] != nil

    @Test(
        "nobody whom it concerns decides, nothing is decided twice or by too few, and whoever looks late changes nothing",
        arguments: 0..<(isLong ? 2_000 : 8))
    func endings(block: UInt64) throws {
        for seed in block * 50..<(block + 1) * 50 {
            let played = try RandomReview(seed: seed)
            let ballot = PlainBallot(played)
            var decided: [String] = []
            for event in played.events {
                switch event.kind {
                case .ruling(let verdict):
                    decided.append(verdict.tier)
                    try #require(ballot.explains(verdict, at: event.occurred), "case \(seed), before \(verdict.tier)")
                case .vote(let vote):
                    try #require(
                        ballot.hasRole(event.by, vote.tier, at: event.occurred), "case \(seed): \(event.by) has no role"
                    )
                    guard vote.choice != .recuse else { continue }
                    try #require(
                        ballot.active(vote.tier, at: event.occurred, before: event).contains(event.by),
                        "case \(seed): \(event.by) may not vote")
                default: break
                }
            }
            // No tier decides twice, whatever was appealed.
            try #require(Set(decided).count == decided.count, "case \(seed)")
            try #require(played.record.stages.map(\.tier).count == Set(played.record.stages.map(\.tier)).count)
            try #require(played.record.state == played.lateRecord.state || played.isOnlyRecordedLater, "case \(seed)")
            try #require(played.record.stages == played.lateRecord.stages, "case \(seed)")
            for stage in played.record.stages where stage.due == nil {
                try #require(played.plan.terms.tier(stage.tier)?.within == nil, "case \(seed)")
            }
            var random = SeededGenerator(seed: seed)
            try #require(
                CaseRecord("case", played.events.shuffled(using: &random)) == CaseRecord("case", played.events),
                "case \(seed)")
        }
    }

    @Test("everything that can happen does happen in them")
    func variety() throws {
        var seen: Set<String> = []
        for seed in 0..<300 as Range<UInt64> {
            let played = try RandomReview(seed: seed)
            for event in played.events { seen.insert(event.kind.name) }
            for event in played.disclosures { seen.insert(event.kind.name) }
            if played.record.isOpen { seen.insert("open") }
            if played.events.contains(where: { $0.recorded != $0.occurred }) { seen.insert("looked at late") }
            if played.events.filter({ $0.kind.name == "ruling" }).count > 1 { seen.insert("decided on appeal") }
        }
        for wanted in [
            "vote", "ruling", "case-closed", "fact-given", "role-revoked", "open", "looked at late",
            "decided on appeal",
        ] {
            #expect(seen.contains(wanted), "\(wanted)")
        }
    }
}

extension RandomReview {
    /// Whether both came to the same verdict of the same tier at the same moment, by events that were recorded at other
    /// moments and so have other ids.
    fileprivate var isOnlyRecordedLater: Bool {
        guard case .ruled(let one, _) = record.state, case .ruled(let other, _) = lateRecord.state else { return false }
        return one == other
    }
}

/// Counts by the definition, from the events alone.
private struct PlainBallot {
    private let played: RandomReview

    init(_ played: RandomReview) { self.played = played }

    func hasRole(_ id: String, _ tier: String, at time: Timestamp) -> Bool {
        guard let who = played.plan.terms.tier(tier)?.who else { return false }
        var roles = played.roster.first { $0.id == id }?.roles ?? []
        for event in played.disclosures where event.subject == id && event.occurred <= time {
            if case .roleRevoked(let lost) = event.kind { roles.removeAll { $0 == lost } }
        }
        return roles.contains { who.contains($0) }
    }

    /// Who may decide at a moment: with a role, unrelated to those whom the recusal names, and not withdrawn.
    func active(_ tier: String, at time: Timestamp, before: LedgerEvent? = nil) -> Set<String> {
        let parties = played.plan.parties
        let named: [String] =
            switch played.plan.terms.tier(tier)?.recuseWhen {
            case nil: []
            case "reviewer.relatedTo(case.actor)"?: [parties.actor]
            default: [parties.actor, parties.subject, parties.reporter].compactMap(\.self)
            }
        var active: Set<String> = []
        for id in RandomCase.people where hasRole(id, tier, at: time) {
            var near = [id]
            for event in played.disclosures where event.subject == id && event.occurred <= time {
                if case .factGiven(let fact) = event.kind, let other = fact.keys.last?.value.text { near.append(other) }
            }
            if Set(near).isDisjoint(with: named) { active.insert(id) }
        }
        for event in played.events where event.occurred <= time && event != before {
            if case .vote(let vote) = event.kind, vote.tier == tier, vote.choice == .recuse { active.remove(event.by) }
        }
        return active
    }

    func explains(_ verdict: LedgerEvent.Verdict, at time: Timestamp) -> Bool {
        guard let tier = played.plan.terms.tier(verdict.tier) else { return false }
        let active = active(tier.name, at: time)
        let due = played.events.compactMap { event -> Timestamp? in
            if case .caseOpened(let opening) = event.kind, opening.tier == tier.name { opening.due } else { nil }
        }.first
        let isOver = due.map { $0 <= time } ?? false
        var last: [String: (vote: LedgerEvent.Vote, at: Timestamp)] = [:]
        for event in played.events where event.occurred <= time && active.contains(event.by) {
            guard case .vote(let vote) = event.kind, vote.tier == tier.name else { continue }
            if let known = last[event.by], known.at > event.occurred { continue }
            last[event.by] = (vote, event.occurred)
        }
        func isDecided(_ choice: LedgerEvent.Vote.Choice) -> Bool {
            let own = last.values.filter { $0.vote.choice == choice }
            let against = last.values.filter { [.allow, .deny].contains($0.vote.choice) }.count - own.count
            if let each = tier.each {
                for role in tier.who where own.filter({ $0.vote.role == role }).count < each { return false }
            }
            guard let majority = tier.majority else { return own.count >= tier.needs }
            let missing = isOver ? 0 : active.count - last.count
            guard last.count >= tier.needs, !own.isEmpty else { return false }
            return switch majority {
            case .simple: own.count > against + missing
            case .twoThirds: own.count * 3 >= (own.count + against + missing) * 2
            case .absolute: own.count * 2 > active.count
            }
        }
        if isDecided(verdict.ruling.verdict == .allow ? .allow : .deny) { return true }
        return verdict.ruling.verdict == .deny && isOver && tier.late == .deny && !isDecided(.allow)
    }
}
