import Bylaw
package import BylawJSON
import BylawSource

extension Statement {
    /// The statement as a message to the member.
    public func text() -> String {
        var lines = [words.heading, "", "\(request.action.name), \(request.time.plain)", words.outcome(outcome), ""]
        if reasons.isEmpty {
            lines.append(words.noRule)
        } else {
            lines.append(words.reasons)
            for reason in reasons { lines += self.lines(of: reason) }
        }
        lines += ["", isAutomated ? words.automated : words.byPeople]
        if !consequences.isEmpty { lines += ["", words.follows] + consequences.map { "- \($0)" } }
        if outcome == .deny {
            lines += ["", appealBy.map { words.fill(words.appeal, ["time": $0.plain]) } ?? words.noAppeal]
        }
        return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { HarmlessText.of(String($0)) }.joined(separator: "\n") + "\n"
    }

    private func lines(of reason: Reason) -> [String] {
        let facts = reason.facts.map { "\($0.text) = \($0.value)" }.joined(separator: "; ")
        return ["- \(reason.says ?? words.noRule)"]
            + (reason.quote.map { ["  \(words.published): \(words.quoted($0))"] } ?? [])
            + (facts.isEmpty ? [] : ["  \(words.lookedAt): \(facts)"])
            + (reason.mend.map { ["  \(words.mend): \($0)"] } ?? [])
    }

    /// Writes the members of the statement's JSON object.
    package func write(to json: inout JSONWriter) {
        json.member("language", language)
        json.member("outcome", outcome.rawValue)
        json.list("reasons", reasons) { json, reason in
            json.member("says", reason.says)
            json.member("mend", reason.mend)
            json.member("quote", reason.quote)
            json.list("facts", reason.facts) { json, fact in
                json.member("what", fact.text)
                json.member("value", fact.value)
            }
        }
        json.member("automated", isAutomated)
        json.strings("consequences", consequences)
        json.member("appealBy", appealBy?.description)
        json.member("text", text())
    }
}
