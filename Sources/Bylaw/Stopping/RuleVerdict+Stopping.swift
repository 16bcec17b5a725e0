extension RuleVerdict {
    /// Holds what the rule denies, where it is among the rules that are stopped and may be.
    ///
    /// - Parameter names: The rules that are stopped, as `policy/rule`.
    /// - Returns: The denial, where it was stopped.
    mutating func stop(if names: [String]) -> RuleVerdict? {
        guard effect == .deny, !names.isEmpty, let stop = plan.rule.stop,
            names.contains(where: plan.qualifiedName.isSameUTF8)
        else { return nil }
        let denial = self
        softened = softened?.held(by: stop) ?? plan.stopped
        isStopped = true
        effect = .hold
        return denial
    }
}

extension ConsequencePlan {
    /// What a denial comes to while its rule is stopped: a tier decides, and nothing is done to what happened already.
    func held(by stop: EmergencyStop) -> ConsequencePlan {
        var checked = checked
        checked.tier = stop.tier
        checked.awaited = nil
        checked.asks = nil
        checked.ifDone = nil
        return ConsequencePlan(
            checked: checked, awaitedFrom: nil, strikeSubjects: strikeSubjects, meritSubjects: meritSubjects,
            dutyTargets: dutyTargets)
    }
}
