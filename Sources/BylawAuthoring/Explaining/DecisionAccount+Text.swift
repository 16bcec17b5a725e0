import Bylaw
import BylawSource

extension DecisionAccount {
    /// The account for whoever decides the hard case.
    public func text() -> String {
        var lines = [
            "\(decision.outcome.rawValue) (\(decision.reason.rawValue)): request \(decision.request), "
                + "\(request.action.name) by \(request.actor.id), \(decision.time), \(decision.stage.rawValue)"
        ]
        for policy in policies { lines += [""] + text(of: policy) }
        if policies.isEmpty { lines += ["", "no policy judges such a request"] }
        lines += consequences + changes
        return lines.map(HarmlessText.of).joined(separator: "\n") + "\n"
    }

    private func text(of policy: PolicyAccount) -> [String] {
        var lines = ["\(policy.policy) \(policy.version)\(policy.isShadow ? ", in shadow mode" : "")"]
        for rule in policy.rules { lines += text(of: rule) }
        let silent = policy.rules.count { $0.state == .silent }
        if silent > 0 {
            lines.append(
                "  · \(silent) other rule\(silent == 1 ? " of this action does" : "s of this action do") not match")
        }
        let used = policy.names.filter { !$0.parts.isEmpty || $0.error != nil }
        if !used.isEmpty {
            lines.append("  where")
            for name in used { lines += Self.text(of: name, depth: 2) }
        }
        return lines
    }

    private func text(of rule: RuleAccount) -> [String] {
        var lines: [String]
        switch rule.state {
        case .matched: lines = ["  ✓ \(rule.rule): \(rule.effect.rawValue)  (\(rule.at))"]
        case .errored: lines = ["  ! \(rule.rule): cannot be evaluated, \(rule.effect.rawValue)  (\(rule.at))"]
        case .near(let change):
            lines = ["  ~ \(rule.rule): would match with \(change.summary)  (\(rule.at))"]
        case .silent, .otherAction: return []
        }
        if let quote = rule.quote { lines.append("      “\(quote.text)”\(quote.isDirect ? "" : " (derived)")") }
        if let condition = rule.condition {
            lines.append(rule.isRequirement ? "      requires" : "      when")
            lines += Self.text(of: condition, depth: 4)
        }
        if let exemption = rule.exemption {
            lines.append("      unless")
            lines += Self.text(of: exemption, depth: 4)
        }
        return lines
    }

    private static func text(of condition: ConditionAccount, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let value = condition.holds.map { $0 ? "true" : "false" } ?? condition.error.map { "error: \($0)" }
        let name = condition.name.map { "\($0): " } ?? ""
        let text = condition.text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(
            separator: " ")
        var lines = ["\(indent)\(name)\(text)\(value.map { "  → \($0)" } ?? "")"]
        for part in condition.parts { lines.append("\(indent)    \(part.text) = \(part.value)") }
        for item in condition.items { lines += self.text(of: item, depth: depth + 1) }
        return lines
    }

    /// What follows, where something does.
    private var consequences: [String] {
        var lines: [String] = []
        if let remedy = decision.remedy { lines.append("  remedy: \(remedy.rawValue)") }
        lines += decision.waits.map { wait in
            "  waits for `\(wait.fact)`" + (wait.from.map { " from \($0)" } ?? "")
                + (wait.due.map { ", until \($0)" } ?? "") + (wait.late.map { ", then \($0)" } ?? "")
        }
        let held = Set(decision.rules.filter { $0.result == .matched && $0.effect == .hold }.map(Self.name(of:)))
        lines += decision.inputs.stopped.filter(held.contains).map { "  stopped: \($0), which would deny" }
        lines += decision.cases.map { "  to \($0.tier)" + ($0.due.map { ", until \($0)" } ?? "") }
        lines += decision.duties.map { duty in
            "  duty: \(duty.duty)" + (duty.to.map { " \($0)" } ?? "") + (duty.due.map { ", until \($0)" } ?? "")
        }
        lines += decision.strikes.map { "  \($0.points) on \($0.tally) for \($0.subject) (\($0.state.rawValue))" }
        lines += decision.merits.map { "  merit: \($0.points) on \($0.tally) for \($0.subject) (\($0.state.rawValue))" }
        lines += decision.sanctions.map { sanction in
            "  \(sanction.sanction.rawValue)" + (sanction.role.map { " \($0)" } ?? "")
                + " at \(sanction.at) of \(sanction.tally)" + (sanction.until.map { ", until \($0)" } ?? "")
                + " (\(sanction.state.rawValue))"
        }
        lines += decision.grants.map { "  earns \($0.role ?? $0.title ?? "") at \($0.at) of \($0.tally)" }
        lines += decision.texts.map { text in
            "  \(text.path): "
                + (text.masked == nil
                    ? "withheld" : "\(text.spans.count) place\(text.spans.count == 1 ? "" : "s") masked")
        }
        lines += decision.errors.map { "  fault in \($0.rule): \($0.error)  (\($0.at))" }
        return lines.isEmpty ? [] : ["", "what follows"] + lines
    }

    private static func name(of rule: Decision.RuleResult) -> String { "\(rule.policy)/\(rule.rule)" }

    private var changes: [String] {
        guard !alternatives.isEmpty else { return [] }
        return ["", "what would change the outcome"]
            + alternatives.map { alternative in
                "  \(alternative.outcome.rawValue) with \(alternative.changes.map(\.summary).joined(separator: ", and "))"
            }
    }
}
