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
        // A value is read once, however often the message names it.
        var values: [RequestPath: String] = [:]
        return (message?.texts ?? []).map { text in
            .init(language: text.language, text: text.parts.map { fill($0, &values) }.joined())
        }
    }

    private func fill(_ part: CheckedMessage.Part, _ values: inout [RequestPath: String]) -> String {
        switch part {
        case .literal(let text):
            text
        case .value(let path):
            value(at: path, &values)
        case .points:
            String(rule.consequence.checked.strikes.map(\.points).reduce(0, +))
        case .due:
            due.map { request.time.advanced(by: $0).description } ?? Self.unknown
        case .appealBy:
            verdict.plan.policy.appeal?.within.map { request.time.advanced(by: $0.value).description } ?? Self.unknown
        }
    }

    private func value(at path: RequestPath, _ values: inout [RequestPath: String]) -> String {
        if let known = values[path] { return known }
        let value = show(verdict.frame.reader.value(at: path, names: path.fields))
        values[path] = value
        return value
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
        case .string(let text): Self.cut(text)
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .bool(let bool): bool ? "true" : "false"
        case .timestamp(let time): Timestamp(time, offsetMinutes: request.time.offsetMinutes).description
        case .duration(let duration): duration.text
        default: Self.unknown
        }
    }

    /// The text, or its first characters with `…` behind them where it is too long.
    private static func cut(_ text: StringValue) -> String {
        text.withUTF8 { bytes in
            guard bytes.count > maximumValueBytes else { return String(decoding: bytes, as: UTF8.self) }
            var end = maximumValueBytes
            // Not in the middle of a scalar.
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            return String(decoding: bytes[..<end], as: UTF8.self) + unknown
        }
    }
}
