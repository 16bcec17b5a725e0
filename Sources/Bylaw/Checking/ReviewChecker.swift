import BylawCEL
import BylawSource

/// Checks review tiers: that each names tiers and roles that are there, and can come to a verdict.
struct ReviewChecker {
    let policy: PolicyChecker
    private var problems: Problems { policy.problems }
    private var syntax: PolicySyntax { policy.syntax }

    init(policy: PolicyChecker) { self.policy = policy }

    /// The terms of the policy's tiers; nil where it has none.
    func check() -> ReviewTerms? {
        let tiers = syntax.tiers.map { tier($0.name, $0.value) }
        if let to = syntax.appeal?.to, to.value != "another-tier" {
            policy.checkTier(to, alternatives: ["another-tier"])
        }
        guard !tiers.isEmpty else { return nil }
        let appeal = syntax.appeal.flatMap { appeal in
            appeal.within == nil && appeal.atMost == nil
                ? nil : TallyTerms.Appeal(within: appeal.within?.value, atMost: appeal.atMost?.value)
        }
        return ReviewTerms(
            policy: syntax.id.value, version: syntax.version.value, tiers: tiers, appealTier: syntax.appeal?.to?.value,
            appeal: appeal)
    }

    private func tier(_ name: Located<String>, _ tier: TierSyntax) -> ReviewTier {
        if let recusal = tier.recuseWhen { check(recusal) }
        if let next = tier.ifTooFew {
            policy.checkTier(next)
            checkNotItself(next, name)
        }
        if let late = tier.late, case .tier(let next) = late.value {
            policy.checkTier(Located(next, at: late.location), alternatives: ["deny", "stays-held"])
            checkNotItself(Located(next, at: late.location), name)
        }
        if let late = tier.late, late.value != .staysHeld, tier.within == nil {
            problems.error(
                "missing-key", "nothing is ever late in a tier without `within`", at: late.location,
                help: "say how long it may take: `within: 24h`")
        }
        let needs = tier.needs?.value ?? max(1, (tier.each?.value ?? 0) * tier.who.count)
        if let each = tier.each, let written = tier.needs, written.value < each.value * tier.who.count {
            problems.error(
                "needs-too-few",
                "\(each.value) of each of \(tier.who.count) roles are more than \(written.value) votes",
                at: written.location, labels: [.init(each.location, "so many of each role")])
        }
        return ReviewTier(
            name: name.value, who: tier.who.map(\.value), needs: needs, each: tier.each?.value,
            majority: tier.majority, within: tier.within?.value, late: tier.late?.value,
            recuseWhen: tier.recuseWhen?.text, ifTooFew: tier.ifTooFew?.value)
    }

    private func checkNotItself(_ next: Located<String>, _ name: Located<String>) {
        guard next.value == name.value else { return }
        problems.error("same-tier", "a case cannot pass from a tier to the same one", at: next.location)
    }

    private func check(_ recusal: ExpressionSyntax) {
        for problem in Recusal.check(recusal.text).1 {
            problems.error(
                problem.code, problem.message, at: recusal.location(of: problem.range), notes: problem.notes,
                help: problem.help)
        }
    }
}
