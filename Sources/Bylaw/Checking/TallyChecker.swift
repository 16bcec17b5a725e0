import BylawSource

/// Checks a tally: thresholds that rise and that rules can reach, sanctions that say what they need.
struct TallyChecker {
    let policy: PolicyChecker
    /// The policy's rules, labels' own among them.
    let rules: [CheckedRule]
    private var problems: Problems { policy.problems }

    init(policy: PolicyChecker, rules: [CheckedRule]) {
        self.policy = policy
        self.rules = rules
    }

    func tally(_ name: Located<String>, _ syntax: TallySyntax) -> TallyTerms {
        let ladder = syntax.ladder.filter { $0.at.value.points != nil }
        let severe = syntax.ladder.filter { $0.at.value == .severe }
        checkOrder(ladder)
        if let second = severe.dropFirst().first {
            problems.error(
                "duplicate-rung", "a ladder has one `severe` rung", at: second.at.location,
                labels: [.init(severe[0].at.location, "the first one")])
        }
        syntax.ladder.forEach(check)
        checkReach(name, ladder, severe.first)
        for window in [syntax.window, syntax.warnings?.window, syntax.training?.window].compactMap(\.self) {
            checkZone(window)
        }
        checkTraining(syntax)
        let zone = policy.syntax.calendar?.zone?.value ?? "UTC"
        let weekStarts = policy.syntax.calendar?.weekStarts ?? .monday
        func window(_ written: Located<TallyWindow>) -> TallyTerms.Window {
            .init(written.value, zone: zone, weekStarts: weekStarts)
        }
        return TallyTerms(
            policy: policy.syntax.id.value, tally: name.value, window: window(syntax.window),
            perIncident: syntax.perIncident, ladder: ladder.map(rung), severe: severe.first.map(rung),
            warnings: syntax.warnings.map { .init(first: $0.first, window: window($0.window)) },
            training: syntax.training.map {
                .init(lifts: $0.lifts, after: $0.after, atMost: $0.atMost, window: window($0.window))
            },
            appeal: policy.syntax.appeal.flatMap { appeal in
                appeal.within == nil && appeal.atMost == nil
                    ? nil : .init(within: appeal.within?.value, atMost: appeal.atMost?.value)
            },
            per: syntax.per?.text)
    }

    private func checkOrder(_ ladder: [RungSyntax]) {
        for (lower, upper) in zip(ladder, ladder.dropFirst())
        where (upper.at.value.points ?? 0) <= (lower.at.value.points ?? 0) {
            problems.error(
                "ladder-not-rising", "this rung is not above the one before", at: upper.at.location,
                labels: [.init(lower.at.location, "the one before")])
        }
    }

    private func checkZone(_ window: Located<TallyWindow>) {
        guard case .calendar = window.value, policy.syntax.calendar?.zone == nil else { return }
        problems.error(
            "missing-key", "a calendar window needs the policy's time zone", at: window.location,
            help: "add `calendar: { zone: … }` to the policy")
    }

    private func checkTraining(_ syntax: TallySyntax) {
        guard let training = syntax.training, training.lifts == .warning, syntax.warnings == nil else { return }
        problems.error(
            "nothing-to-lift", "the tally gives no warnings that a training could lift", at: training.window.location,
            help: "add `warnings`, or write `lifts: strike`")
    }

    /// Rungs that the points of the rules always skip are promises that nobody keeps, unless people give other points by
    /// hand: hence a warning.
    private func checkReach(_ name: Located<String>, _ ladder: [RungSyntax], _ severe: RungSyntax?) {
        let points = rules.flatMap { $0.consequence.strikes + $0.consequence.merits }
            .filter { $0.tally.isSameUTF8(as: name.value) }
        // Where no rule gives points, people do.
        guard !points.isEmpty else { return }
        if let severe, !points.contains(where: \.isSevere) {
            problems.warning(
                "unreachable-rung", "no rule calls an act severe on `\(name.value)`", at: severe.at.location,
                help: "write `strike: { \(name.value): severe }` in a rule")
        }
        let reach = LadderReach(
            thresholds: ladder.compactMap(\.at.value.points), charges: Set(points.map(\.points)),
            crossing: Set(points.filter { !$0.isSevere }.map(\.points)))
        for rung in ladder where rung.at.value.points.map({ !reach.reaches($0) }) ?? false {
            problems.warning(
                "unreachable-rung", "the points that rules give skip this rung always", at: rung.at.location,
                help: "change the threshold, or the points of a rule")
        }
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
        if rung.at.value != .severe, let points = rung.points {
            problems.error("unused-key", "only a `severe` rung has `points`", at: points.location)
        }
    }

    private func rung(_ syntax: RungSyntax) -> Rung {
        .init(
            at: syntax.at.value, sanction: syntax.sanction.value, actions: syntax.from.map(\.value),
            duration: syntax.duration?.value, role: syntax.role?.value, title: syntax.title?.value)
    }
}
