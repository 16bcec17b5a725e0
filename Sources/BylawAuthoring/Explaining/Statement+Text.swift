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
        json.key("language")
        json.value(language)
        json.key("outcome")
        json.value(outcome.rawValue)
        json.key("reasons")
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("says")
            json.value(orNull: reason.says)
            json.key("mend")
            json.value(orNull: reason.mend)
            json.key("quote")
            json.value(orNull: reason.quote)
            json.key("facts")
            json.beginArray()
            for fact in reason.facts {
                json.beginObject()
                json.key("what")
                json.value(fact.text)
                json.key("value")
                json.value(fact.value)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.key("automated")
        json.value(isAutomated)
        json.key("consequences")
        json.beginArray()
        for consequence in consequences { json.value(consequence) }
        json.endArray()
        json.key("appealBy")
        json.value(orNull: appealBy?.description)
        json.key("text")
        json.value(text())
    }
}
