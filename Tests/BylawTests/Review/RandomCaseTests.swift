import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

@Suite("Over random cases")
struct RandomCaseTests {
    /// 100,000 cases with `BYLAW_LONG`, as many as a few seconds allow without.
    static let isLong = ProcessInfo.processInfo.environment["BYLAW_LONG"] != nil

    @Test(
        "no case ends with too few votes of those who may vote, by one who may not, or twice",
        arguments: 0..<(isLong ? 1_000 : 20))
    func endings(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let played = RandomCase(seed: seed)
            let rulings = played.events.compactMap { event -> (LedgerEvent.Verdict, Timestamp)? in
                if case .ruling(let verdict) = event.kind { (verdict, event.occurred) } else { nil }
            }
            // A tier decides once, if at all.
            #expect(Set(rulings.map(\.0.tier)).count == rulings.count, "case \(seed)")
            for (index, event) in played.events.enumerated() {
                guard case .ruling(let verdict) = event.kind else { continue }
                let counter = PlainCounter(played, until: index)
                let isExplained = counter.explains(verdict, at: event.occurred)
                try #require(isExplained, "case \(seed), ruling by \(verdict.tier)")
            }
            for event in played.events {
                guard case .vote(let vote) = event.kind, vote.choice != .recuse else { continue }
                try #require(
                    PlainCounter.mayDecide(event.by, vote.tier, played), "case \(seed): \(event.by) before \(vote.tier)"
                )
            }
            // Whatever is open has a due time, or its tier says that it has none.
            let record = try #require(CaseRecord("case", played.events))
            if record.isOpen, record.stage.due == nil {
                #expect(played.terms.tier(record.stage.tier)?.within == nil, "case \(seed)")
            }
        }
    }

    @Test("whoever looks late, and in whatever order what happened is told, the case is the same", arguments: 0..<20)
    func order(block: UInt64) throws {
        for seed in block * 50..<(block + 1) * 50 {
            let played = RandomCase(seed: seed)
            var random = SeededGenerator(seed: seed)
            let record = try #require(CaseRecord("case", played.events))
            #expect(CaseRecord("case", played.events.shuffled(using: &random)) == record, "case \(seed)")
            // Looking on time and looking a year later gives the same end at the same moment.
            for length in 1...played.events.count {
                let begun = Array(played.events.prefix(length))
                guard let review = played.review(begun), let due = review.record.stage.due else { continue }
                let (onTime, late) = (review.expire(at: due), review.expire(at: day(400)))
                #expect(onTime.map(\.kind) == late.map(\.kind), "case \(seed)")
                #expect(onTime.map(\.occurred) == late.map(\.occurred), "case \(seed)")
                #expect(review.expire(at: due.advanced(by: .seconds(-1))).isEmpty, "case \(seed)")
            }
        }
    }

    @Test("everything that can happen does happen in them")
    func variety() {
        var seen: Set<String> = []
        for seed in 0..<2_000 as Range<UInt64> {
            let played = RandomCase(seed: seed)
            for event in played.events {
                switch event.kind {
                case .ruling(let verdict):
                    seen.insert("\(verdict.ruling.verdict)")
                    let majority = played.terms.tier(verdict.tier)?.majority?.rawValue ?? "first"
                    seen.insert(majority)
                case .caseClosed(let closing): seen.insert("\(closing.cause)")
                case .vote(let vote): seen.insert("vote \(vote.choice)")
                default: break
                }
            }
            if let record = CaseRecord("case", played.events) { seen.insert("\(record.stages.count) stages") }
        }
        for wanted in [
            "allow", "deny", "first", "simple", "two-thirds", "absolute", "escalated", "late", "vote abstain",
            "vote recuse", "3 stages",
        ] {
            #expect(seen.contains(wanted), "\(wanted)")
        }
    }
}

/// Counts a tier's votes by the definition, from the list of events alone.
private struct PlainCounter {
    private let played: RandomCase
    /// In the ledger's order: of two votes of one moment the later by its id counts.
    private let events: [LedgerEvent]

    init(_ played: RandomCase, until index: Int) {
        self.played = played
        events = played.events[..<index].sorted {
            ($0.occurred, $0.recorded, $0.id) < ($1.occurred, $1.recorded, $1.id)
        }
    }

    /// Whether somebody has a role of the tier, and neither is a party nor related to one as far as its recusal asks.
    static func mayDecide(_ id: String, _ tier: String, _ played: RandomCase) -> Bool {
        guard let tier = played.terms.tier(tier), let reviewer = played.roster.first(where: { $0.id == id }),
            !Set(reviewer.roles).isDisjoint(with: tier.who)
        else { return false }
        let parties = played.parties
        let all = [parties.actor, parties.subject] + (parties.reporter.map { [$0] } ?? [])
        let near = [reviewer.id] + reviewer.related
        switch tier.recuseWhen {
        case nil: return true
        case "reviewer.relatedTo(case.actor)"?: return !near.contains(parties.actor)
        default: return Set(near).isDisjoint(with: all)
        }
    }

    func explains(_ verdict: LedgerEvent.Verdict, at time: Timestamp) -> Bool {
        guard let tier = played.terms.tier(verdict.tier) else { return false }
        var last: [String: LedgerEvent.Vote] = [:]
        for event in events {
            // At a deadline that was looked at late, what was voted after it does not count.
            if case .vote(let vote) = event.kind, vote.tier == tier.name, event.occurred <= time {
                last[event.by] = vote
            }
        }
        let recused = Set(last.filter { $0.value.choice == .recuse }.keys)
        let active = played.roster.map(\.id).filter {
            Self.mayDecide($0, tier.name, played) && !recused.contains($0)
        }
        let votes = last.filter { active.contains($0.key) }
        let opened = events.last { event in
            if case .caseOpened(let opening) = event.kind { opening.tier == tier.name } else { false }
        }
        guard let opened, case .caseOpened(let opening) = opened.kind else { return false }
        let isOver = opening.due.map { $0 <= time } ?? false
        func isDecided(_ outcome: Outcome) -> Bool {
            let own = votes.values.filter { $0.choice.rawValue == outcome.rawValue }
            let against = votes.values.filter { ["allow", "deny"].contains($0.choice.rawValue) }.count - own.count
            if let each = tier.each {
                for role in tier.who where own.filter({ $0.role == role }).count < each { return false }
            }
            let missing = isOver ? 0 : active.count - votes.count
            switch tier.majority {
            case nil: return own.count >= tier.needs
            case .simple: return votes.count >= tier.needs && !own.isEmpty && own.count > against + missing
            case .twoThirds:
                return votes.count >= tier.needs && !own.isEmpty
                    && own.count * 3 >= (own.count + against + missing) * 2
            case .absolute: return votes.count >= tier.needs && own.count * 2 > active.count
            }
        }
        if isDecided(verdict.ruling.verdict) { return true }
        // Else nobody decided in time, and the terms deny then.
        return verdict.ruling.verdict == .deny && isOver && tier.late == .deny && !isDecided(.allow)
    }
}
