import BylawSource

/// Checks a tally's ladder: thresholds that rise, sanctions that say what they need.
struct TallyChecker {
    let policy: PolicyChecker
    private var problems: Problems { policy.problems }

    init(policy: PolicyChecker) { self.policy = policy }

    func tally(_ name: Located<String>, _ syntax: TallySyntax) -> TallyTerms? {
        for (lower, upper) in zip(syntax.ladder, syntax.ladder.dropFirst()) where upper.at.value <= lower.at.value {
            problems.error(
                "ladder-not-rising", "this rung is not above the one before", at: upper.at.location,
                labels: [.init(lower.at.location, "the one before")])
        }
        syntax.ladder.forEach(check)
        if case .calendar = syntax.window.value, policy.syntax.calendar?.zone == nil {
            problems.error(
                "missing-key", "a calendar window needs the policy's time zone", at: syntax.window.location,
                help: "add `calendar: { zone: … }` to the policy")
        }
        return TallyTerms(
            policy: policy.syntax.id.value, tally: name.value,
            window: .init(
                syntax.window.value, zone: policy.syntax.calendar?.zone?.value ?? "UTC",
                weekStarts: policy.syntax.calendar?.weekStarts ?? .monday),
            perIncident: syntax.perIncident, ladder: syntax.ladder.map(rung))
    }

    private func check(_ rung: RungSyntax) {
        rung.from.forEach(policy.checkAction)
        if let role = rung.role { policy.checkRole(role) }
        func needs(_ key: String, _ isThere: Bool) {
            guard !isThere else { return }
            problems.error(
                "missing-key", "`\(rung.sanction.value.rawValue)` needs `\(key)`", at: rung.sanction.location)
        }
        func excludes(_ key: String, _ location: SourceLocation?) {
            guard let location else { return }
            problems.error(
                "unused-key", "`\(rung.sanction.value.rawValue)` has no use for `\(key)`", at: location)
        }
        switch rung.sanction.value {
        case .suspend:
            needs("for", rung.duration != nil)
        case .revoke:
            needs("role", rung.role != nil)
        case .recognise:
            needs("title", rung.title != nil || rung.role != nil)
        case .remind, .warn:
            break
        }
        if rung.sanction.value != .suspend {
            excludes("from", rung.from.first?.location)
            excludes("for", rung.duration?.location)
        }
        if rung.sanction.value != .revoke, rung.sanction.value != .recognise {
            excludes("role", rung.role?.location)
        }
        if rung.sanction.value != .recognise { excludes("title", rung.title?.location) }
    }

    private func rung(_ syntax: RungSyntax) -> Rung {
        .init(
            at: .points(syntax.at.value), sanction: syntax.sanction.value, actions: syntax.from.map(\.value),
            duration: syntax.duration?.value, role: syntax.role?.value, title: syntax.title?.value)
    }
}
