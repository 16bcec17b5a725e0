import Bylaw
import BylawJSON

extension Reporter {
    /// Shows cases, behind a note to people.
    func show(_ cases: [CaseRecord], _ note: String = "") throws {
        switch format {
        case .text: try print(note + (cases.isEmpty ? "no cases\n" : cases.map(\.text).joined()))
        case .json:
            try print(members: { json in
                json.key("cases")
                json.beginArray()
                for record in cases { record.write(to: &json) }
                json.endArray()
            })
        }
    }
}

extension CaseRecord {
    /// The case on one line.
    var line: String {
        let due = stage.due.map { "due \($0)" } ?? "without a due time"
        let place = stage.tier.isEmpty ? "awaits \(opening.awaits ?? "")" : "before \(stage.tier)"
        return
            "case \(opening.caseID) of \(opening.policy)/\(opening.rule), incident \(opening.incident): \(place), \(due)\n"
    }

    /// The case with its stages and how it ended.
    var text: String {
        var lines = [line]
        for stage in stages {
            let votes = stage.votes.map { "\($0.reviewer) (\($0.role)): \($0.choice.rawValue)" }
            if !stage.tier.isEmpty {
                lines.append(
                    "  \(stage.tier) since \(stage.opened): \(votes.isEmpty ? "no votes" : votes.joined(separator: ", "))\n"
                )
            }
        }
        switch state {
        case .open: lines.append("  open\n")
        case .ruled(let ruling, _): lines.append("  ruled: \(ruling.verdict.rawValue)\n")
        case .closed(let cause): lines.append("  closed: \(cause.rawValue)\n")
        }
        return lines.joined()
    }
}
