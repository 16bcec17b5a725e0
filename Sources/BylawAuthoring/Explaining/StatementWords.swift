import Bylaw

/// The words of a statement that are not the community's own, in one language.
struct StatementWords: Sendable, Hashable {
    let language: String
    let heading: String
    let allowed: String
    let held: String
    let denied: String
    let reasons: String
    let noRule: String
    let published: String
    let lookedAt: String
    let mend: String
    let automated: String
    let byPeople: String
    let follows: String
    /// With `{time}`.
    let appeal: String
    let noAppeal: String
    /// With `{fact}` and `{time}`.
    let waits: String
    /// With `{tier}`.
    let decides: String
    /// With `{time}`.
    let until: String
    /// With `{points}` and `{tally}`.
    let strike: String
    let strikeWould: String
    let strikeIfUpheld: String
    let suspended: String
    /// With `{role}`.
    let revoked: String
    let reminded: String
    let warned: String
    let masked: String
    /// What stands before a quotation, and what behind it.
    let quotes: [String]

    /// The words in a language; English where there are none: `zh-Hant` has those of `zh`.
    static func of(_ language: String) -> StatementWords {
        let primary = language.primaryLanguage
        return all.first { $0.language == primary } ?? english
    }

    static let all = [english, japanese, chinese, german, russian]
}

extension StatementWords {
    func outcome(_ outcome: Outcome) -> String {
        switch outcome {
        case .allow: allowed
        case .hold: held
        case .deny: denied
        }
    }

    func quoted(_ text: String) -> String { quotes.joined(separator: text) }

    /// What follows for the member, a sentence each.
    func consequences(_ decision: Decision, for request: Request) -> [String] {
        var lines: [String] = []
        if decision.outcome == .hold {
            lines += decision.waits.map { fill(waits, ["fact": $0.fact]) + due($0.due) }
            lines += decision.cases.map { fill(decides, ["tier": $0.tier]) + due($0.due) }
        }
        for points in decision.strikes where points.subject == request.actor.id {
            let words =
                switch points.state {
                case .charged: strike
                case .would: strikeWould
                case .ifUpheld: strikeIfUpheld
                }
            lines.append(fill(words, ["points": "\(points.points)", "tally": points.tally]))
        }
        for sanction in decision.sanctions where sanction.subject == request.actor.id && sanction.state == .charged {
            switch sanction.sanction {
            case .suspend: lines.append(suspended + due(sanction.until))
            case .revoke: lines.append(fill(revoked, ["role": sanction.role ?? ""]))
            case .remind: lines.append(reminded)
            case .warn: lines.append(warned)
            case .recognise: break
            }
        }
        if decision.texts.contains(where: { !$0.spans.isEmpty }) { lines.append(masked) }
        return lines
    }

    private func due(_ time: Timestamp?) -> String { time.map { fill(until, ["time": $0.plain]) } ?? "" }

    func fill(_ text: String, _ values: [String: String]) -> String {
        values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

extension Timestamp {
    /// `2024-09-01 10:00 (+09:00)`, for people.
    var plain: String {
        let text = description
        let parts = text.split(separator: "T")
        guard parts.count == 2, parts[1].count > 5 else { return text }
        let offset = parts[1].drop { $0 != "+" && $0 != "-" && $0 != "Z" }
        return "\(parts[0]) \(parts[1].prefix(5)) (\(offset == "Z" ? "UTC" : String(offset)))"
    }
}
