import Bylaw
import BylawSource

/// Finds names in expectations that no policy has: a list that must not hold a misspelt rule would never fail.
struct NameCheck {
    let policies: FixturePolicies
    let problems: Problems

    private var checked: [CheckedPolicy] { policies.checked }

    func check(_ expect: Expectation) {
        check(expect.rules, "rule", names { $0.rules.map(\.name) }, code: "unknown-rule")
        check(
            expect.errors, "rule, mask, label, softener or tally",
            names { policy in
                policy.rules.map(\.name) + policy.masks.map(\.name) + policy.labels.map(\.name)
                    + policy.softeners.map(\.name) + policy.tallies.map(\.tally)
            }, code: "unknown-name")
        check(expect.waits, "fact", checked.flatMap { $0.facts.map(\.name) }, code: "unknown-fact")
        check(expect.cases, "review tier", checked.flatMap { $0.tiers.names() }, code: "unknown-tier")
        for duty in expect.duties?.items ?? [] {
            if let rule = duty.value.rule { check(rule, "rule", names { $0.rules.map(\.name) }, code: "unknown-rule") }
        }
        let rungs = checked.flatMap(\.tallies).flatMap(\.ladder)
        check(
            expect.grants, "role or title", rungs.flatMap { [$0.role, $0.title].compactMap(\.self) },
            code: "unknown-role")
        for label in expect.labels {
            check(label.name, "label", checked.flatMap { $0.labels.map(\.name) }, code: "unknown-label")
        }
        for label in expect.labels { checkValue(label) }
        for text in expect.texts {
            let paths = checked.flatMap(\.masks).flatMap(\.rewrite).map(\.description)
            check(text.name, "masked text", paths, code: "unknown-path")
        }
        for entry in (expect.strikes?.tallies ?? []) + (expect.merits?.tallies ?? []) { checkTally(entry.name) }
        for entry in expect.shadow?.value ?? [] {
            check(entry.name, "policy in shadow mode", checked.filter(\.isShadow).map(\.id), code: "unknown-policy")
            let policies = checked.filter { $0.isShadow && $0.id.isSame(entry.name.value) }
            check(entry.value.rules, "rule", policies.flatMap { $0.rules.map(\.name) }, code: "unknown-rule")
        }
        for entry in expect.checklists {
            check(entry.name, "rule", names { $0.rules.map(\.name) }, code: "unknown-rule")
            let items = checked.flatMap { policy in
                policy.rules.filter { entry.name.value.means($0.name, of: policy.id) }.flatMap(\.checklistPaths)
            }
            check(entry.value, "item of the checklist", items, code: "unknown-item")
        }
        if let standing = expect.standing { check(standing) }
        if let reviewed = expect.reviewed {
            check(reviewed.rule, "rule", names { $0.rules.map(\.name) }, code: "unknown-rule")
            if let tier = reviewed.tier {
                check(tier, "review tier", checked.flatMap { $0.tiers.names() }, code: "unknown-tier")
            }
        }
        check(expect.modes, "mode", policies.modes.map(\.mode), code: "unknown-mode")
        check(
            expect.overdue, "review tier, fact or duty",
            checked.flatMap { $0.tiers.names() + $0.facts.map(\.name) } + DutyKind.allCases.map(\.rawValue),
            code: "unknown-name")
    }

    func check(_ change: LedgerChange) {
        if let tally = change.tally { checkTally(tally) }
        let rules = names { $0.rules.map(\.name) }
        switch change {
        case .vote(let vote): check(vote.rule, "rule", rules, code: "unknown-rule")
        case .appealRuling(let rule, _, _), .done(_, let rule, _): check(rule, "rule", rules, code: "unknown-rule")
        case .mode(let name, _, _, _): check(name, "mode", policies.modes.map(\.mode), code: "unknown-mode")
        default: break
        }
    }

    func check(_ standing: KnownStandingSyntax) {
        for entry in standing.points { checkTally(entry.name) }
        for action in standing.suspended { check(action, "action", policies.actions, code: "unknown-action") }
    }

    private func check(_ standing: StandingExpectation) {
        for entry in standing.points + standing.warnings { checkTally(entry.name) }
        check(standing.restores, "sanction", SanctionKind.allCases.map(\.rawValue), code: "unknown-sanction")
        check(standing.suspended, "action", policies.actions, code: "unknown-action")
    }

    /// A tally, by a name that only one policy has.
    func checkTally(_ name: Located<String>) {
        let known = policies.tallies(named: name.value)
        if known.isEmpty {
            check(name, "tally", names { $0.tallies.map(\.tally) }, code: "unknown-tally")
        } else if known.count > 1 {
            problems.error(
                "ambiguous-tally", "several policies have a tally `\(name.value)`", at: name.location,
                help: "write \(known.map { "\($0.policy)/\($0.tally)" }.quotedList)")
        }
    }

    private func checkValue(_ label: Named<Located<String?>>) {
        let values = checked.flatMap(\.labels).filter { $0.name.isSame(label.name.value) }.flatMap(\.values)
        guard let value = label.value.value, !values.isEmpty else { return }
        check(Located(value, at: label.value.location), "value", values, code: "unknown-value")
    }

    /// Names of one kind, each alone and with its policy.
    private func names(_ own: (CheckedPolicy) -> [String]) -> [String] {
        checked.flatMap(own) + checked.flatMap { policy in own(policy).map { "\(policy.id)/\($0)" } }
    }

    private func check(_ list: ListExpectation<String>?, _ what: String, _ known: [String], code: String) {
        for item in list?.items ?? [] { check(item, what, known, code: code) }
    }

    private func check(_ name: Located<String>, _ what: String, _ known: [String], code: String) {
        guard !known.contains(where: { $0.isSame(name.value) }) else { return }
        problems.error(
            code, "there is no \(what) `\(name.value)` in the policies",
            at: name.location, help: Spelling.suggestion(for: name.value, in: known))
    }
}

extension CheckedRule {
    /// What may fail in its checklists.
    fileprivate var checklistPaths: [String] {
        switch trigger {
        case .when(let condition), .require(let condition): condition.checklistPaths
        case .labelMissing, .labelContradicted, .labelUnsupported: []
        }
    }
}
