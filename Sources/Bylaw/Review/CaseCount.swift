/// Counts a stage's votes by its tier's terms.
struct CaseCount {
    let tier: ReviewTier
    /// Who may decide: those with one of the tier's roles whom nothing recuses.
    let active: [Reviewer]
    /// The votes of those who may.
    private let votes: [CaseRecord.CastVote]

    /// - Parameters:
    ///   - cast: The last vote of each who voted.
    ///   - roster: Everybody who has one of the tier's roles.
    init(_ cast: [CaseRecord.CastVote], _ tier: ReviewTier, roster: [Reviewer], parties: CaseParties) {
        self.tier = tier
        let recusal = tier.recuseWhen.map { Recusal($0) }
        let declared = Set(cast.filter { $0.choice == .recuse }.map { ExactText($0.reviewer) })
        var known: Set<ExactText> = []
        active = roster.filter { reviewer in
            guard known.insert(ExactText(reviewer.id)).inserted, tier.isOpen(to: reviewer),
                !declared.contains(ExactText(reviewer.id))
            else { return false }
            guard let recusal else { return true }
            // An expression that cannot be compiled lets nobody decide.
            return !(recusal?.recuses(reviewer, from: parties) ?? true)
        }
        let eligible = Set(active.map { ExactText($0.id) })
        votes = cast.filter { $0.choice != .recuse && eligible.contains(ExactText($0.reviewer)) }
    }

    /// Whether those who may decide are fewer than a verdict needs.
    var isTooFew: Bool {
        active.count < tier.needs || tier.each.map { each in tier.who.contains { count(of: $0) < each } } ?? false
    }

    private func count(of role: String) -> Int {
        active.count { reviewer in reviewer.roles.contains { ExactText($0) == ExactText(role) } }
    }

    /// What the votes come to; nil while it is open.
    ///
    /// Without a majority the first verdict that has enough votes. With one, as soon as enough votes were cast and no vote
    /// that is still missing could change it, or once the time is over; the absolute one is more than half of all who may
    /// decide: `floor(active / 2) + 1`.
    func verdict(isOver: Bool) -> Outcome? {
        [Outcome.deny, .allow].first { has($0, isOver: isOver) }
    }

    private func has(_ verdict: Outcome, isOver: Bool) -> Bool {
        let own = votes.filter { $0.choice.outcome == verdict }
        if let each = tier.each {
            let isShared = tier.who.allSatisfy { role in own.count { ExactText($0.role) == ExactText(role) } >= each }
            guard isShared else { return false }
        }
        let other = votes.count { $0.choice.outcome != nil && $0.choice.outcome != verdict }
        guard let majority = tier.majority else { return own.count >= tier.needs }
        guard votes.count >= tier.needs, !own.isEmpty else { return false }
        // Those who have not voted yet, as if they all voted against it.
        let open = isOver ? 0 : active.count - votes.count
        switch majority {
        case .simple: return own.count > other + open
        case .twoThirds: return 3 * own.count >= 2 * (own.count + other + open)
        case .absolute: return own.count >= active.count / 2 + 1
        }
    }
}

extension ReviewTier {
    /// Whether a reviewer has one of the roles that decide.
    func isOpen(to reviewer: Reviewer) -> Bool {
        reviewer.roles.contains { role in who.contains { ExactText($0) == ExactText(role) } }
    }
}

extension LedgerEvent.Vote.Choice {
    /// The verdict that is voted for; nil for none.
    var outcome: Outcome? {
        switch self {
        case .allow: .allow
        case .deny: .deny
        case .abstain, .recuse: nil
        }
    }
}
