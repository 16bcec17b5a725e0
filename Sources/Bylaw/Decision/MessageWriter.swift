import BylawCEL

/// Fills the placeholders of a rule's messages.
struct MessageWriter {
    let verdict: PolicyVerdict
    let rule: RuleVerdict

    private var request: Request { verdict.frame.reader.request }

    /// Stands for what the request does not have: a message must never fail for it.
    private static let unknown = "…"

    /// How many bytes of a value a message shows; a longer one is cut. Names and dates are far shorter, and a message that
    /// names a text of a megabyte a thousand times would fill the memory.
    static let maximumValueBytes = 2_048

    func texts(_ message: CheckedMessage?) -> [Decision.LocalizedText] {
        (message?.texts ?? []).map { text in
            .init(language: text.language, text: text.parts.map(fill).joined())
        }
    }

    private func fill(_ part: CheckedMessage.Part) -> String {
        switch part {
        case .literal(let text):
            text
        case .value(let path):
            show(verdict.frame.reader.value(at: path, names: path.fields))
        case .points:
            String(rule.consequence.checked.strikes.map(\.points).reduce(0, +))
        case .due:
            due.map { request.time.advanced(by: $0).description } ?? Self.unknown
        case .appealBy:
            verdict.plan.policy.appeal?.within.map { request.time.advanced(by: $0.value).description } ?? Self.unknown
        }
    }

    /// How long the rule's wait or case may take.
    private var due: Duration? {
        let consequence = rule.consequence.checked
        if let within = consequence.awaited?.within { return within }
        if let tier = consequence.tier, let within = verdict.plan.policy.tiers.named(tier)?.within {
            return within.value
        }
        return consequence.duties.compactMap(\.within).first
    }

    private func show(_ value: Value) -> String {
        switch value {
        case .string(let text): Self.cut(String(text))
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .bool(let bool): bool ? "true" : "false"
        case .timestamp(let time): Timestamp(time, offsetMinutes: request.time.offsetMinutes).description
        case .duration(let duration): duration.text
        default: Self.unknown
        }
    }

    /// The text, or its first characters with `…` behind them where it is too long.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumValueBytes else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: maximumValueBytes)
        // Not in the middle of a scalar.
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return String(text.unicodeScalars[..<end]) + unknown
    }
}
