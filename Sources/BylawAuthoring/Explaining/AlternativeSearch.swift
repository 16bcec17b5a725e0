import Bylaw

/// Looks for the smallest changes that bring another outcome, by judging again.
struct AlternativeSearch {
    /// What was found.
    struct Result {
        /// Rules that one change would make match, by `policy/rule`.
        var near: [String: NearChange] = [:]
        var alternatives: [Alternative] = []
    }

    /// A change that makes a rule match.
    struct NearChange {
        let change: RequestChange
        /// Whether there is no smaller one: a number that is one more or less.
        let isSmallest: Bool
    }

    /// How often is judged, at the most.
    private static let budget = 4_000
    /// How many changes together, at the most.
    private static let mostChanges = 3
    /// How many alternatives of one outcome are told.
    private static let mostAlternatives = 5

    let evaluator: Evaluator
    let request: Request
    let standing: StandingInput
    /// What is decided without any change.
    let base: Decision
    let examinations: [PolicyExamination]
    let shown: ShownValues

    func run() -> Result {
        var result = Result()
        let candidates = ChangeCandidates(
            request: request, standing: standing, decision: base, examinations: examinations, shown: shown
        ).all()
        var spent = 0
        let matched = Self.matched(base)
        var active: [ChangeCandidates.Candidate] = []
        var found: [Outcome: [[RequestChange]]] = [:]
        for candidate in candidates where spent < Self.budget {
            spent += 1
            let decision = judge([candidate])
            for rule in Self.matched(decision) where !matched.contains(rule) && result.near[rule]?.isSmallest != true {
                guard result.near[rule] == nil || candidate.isSmallest else { continue }
                result.near[rule] = NearChange(change: candidate.change, isSmallest: candidate.isSmallest)
            }
            if decision.outcome != base.outcome { found[decision.outcome, default: []].append([candidate.change]) }
            if Self.isOtherwise(decision, base) { active.append(candidate) }
        }
        // More changes together are looked for only on the way to what is milder.
        var sets = active.indices.map { [$0] }
        var size = 1
        while size < Self.mostChanges, base.outcome != .allow, found[.allow] == nil, spent < Self.budget {
            size += 1
            sets = sets.flatMap { set in ((set.last ?? 0) + 1..<active.count).map { set + [$0] } }
            for set in sets where spent < Self.budget {
                let chosen = set.map { active[$0] }
                guard Set(chosen.map(\.place)).count == chosen.count else { continue }
                spent += 1
                let outcome = judge(chosen).outcome
                let isSmallest = found[outcome].map { $0[0].count == size } ?? true
                if outcome < base.outcome, isSmallest { found[outcome, default: []].append(chosen.map(\.change)) }
            }
        }
        result.alternatives = Outcome.allCases.sorted().flatMap { outcome in
            (found[outcome] ?? []).prefix(Self.mostAlternatives).map { Alternative(outcome: outcome, changes: $0) }
        }
        return result
    }

    private func judge(_ candidates: [ChangeCandidates.Candidate]) -> Decision {
        var request = request
        var standing = standing
        for candidate in candidates { candidate.apply(&request, &standing) }
        return evaluator.judge(request, standing: standing)
    }

    private static func matched(_ decision: Decision) -> Set<String> {
        let rules = decision.rules + decision.shadow.flatMap(\.rules)
        return Set(rules.filter { $0.result == .matched }.map { "\($0.policy)/\($0.rule)" })
    }

    /// Whether a change did something that may matter together with others.
    private static func isOtherwise(_ a: Decision, _ b: Decision) -> Bool {
        a.outcome != b.outcome || a.reason != b.reason || a.errors.count != b.errors.count
            || a.rules.map(\.effect) != b.rules.map(\.effect) || matched(a) != matched(b)
    }
}
