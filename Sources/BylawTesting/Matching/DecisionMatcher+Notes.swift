import Bylaw

/// What explains a decision to whoever wrote the fixture.
extension DecisionMatcher {
    /// Why the outcome is what it is: one sentence for each rule and fault.
    var explanation: [String] {
        var notes = decision.rules.map(note)
        let errored = decision.rules.filter { $0.result == .errored }.map { "\($0.policy)/\($0.rule)" }
        notes += decision.errors.filter { !errored.contains("\($0.policy)/\($0.rule)") }.map(note)
        switch decision.reason {
        case .suspended: notes.append("the actor is suspended from this action")
        case .unjudged: notes.append("no enforced policy judges this request")
        case .otherwise: notes.append("no rule speaks, so the policies' `otherwise` counts")
        case .rules, .fault: break
        }
        return notes
    }

    func note(_ rule: Decision.RuleResult) -> String {
        switch rule.result {
        case .matched: "`\(rule.rule)` matches and asks for `\(rule.effect.rawValue)` (\(rule.at))"
        case .errored: erroredNote(rule)
        }
    }

    private func erroredNote(_ rule: Decision.RuleResult) -> String {
        let fault = decision.errors.first { $0.policy == rule.policy && $0.rule == rule.rule }
        let why = fault.map { ": \($0.error)" } ?? ""
        return "`\(rule.rule)` cannot be evaluated\(why), so it asks for `\(rule.effect.rawValue)` (\(rule.at))"
    }

    func note(_ fault: Decision.Fault) -> String {
        "`\(fault.rule)` cannot be evaluated: \(fault.error) (\(fault.at))"
    }

    /// Why a rule is not among those that match.
    func absence(_ name: String) -> [String] {
        let errored = decision.rules.first { $0.result == .errored && name.means($0.rule, of: $0.policy) }
        if let errored { return [note(errored)] }
        let owners = policies.checked.filter { policy in
            !policy.isShadow && policy.rules.contains { name.means($0.name, of: policy.id) }
        }
        let judging = owners.filter { owner in decision.policies.contains { $0.policy == owner.id } }
        if judging.isEmpty, let owner = owners.first { return ["`\(owner.id)` does not judge this request"] }
        return owners.isEmpty ? ["only a policy in shadow mode has a rule `\(name)`"] : []
    }
}
