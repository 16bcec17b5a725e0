import Bylaw
package import BylawJSON

extension PolicyComparison {
    /// Writes the members of the comparison's JSON object.
    package func write(to json: inout JSONWriter) {
        json.key("requests")
        json.value(requests)
        json.key("changed")
        json.value(changed)
        json.key("stricter")
        json.value(stricter)
        json.key("milder")
        json.value(milder)
        json.key("outcomes")
        json.beginArray()
        for old in Outcome.allCases {
            for new in Outcome.allCases {
                let count = requests(from: old, to: new)
                guard count > 0 else { continue }
                json.beginObject()
                json.key("old")
                json.value(old.rawValue)
                json.key("new")
                json.value(new.rawValue)
                json.key("requests")
                json.value(count)
                json.endObject()
            }
        }
        json.endArray()
        json.key("changes")
        json.beginArray()
        for group in DecisionChange.Aspect.allCases.flatMap(groups) { Self.write(group, to: &json) }
        json.endArray()
    }

    private static func write(_ group: Group, to json: inout JSONWriter) {
        json.beginObject()
        json.key("what")
        json.value(group.change.aspect.rawValue)
        json.key("rule")
        json.value(orNull: group.change.rule)
        json.key("old")
        json.value(orNull: group.change.before)
        json.key("new")
        json.value(orNull: group.change.after)
        json.key("requests")
        json.value(group.count)
        json.key("example")
        json.beginObject()
        json.key("request")
        json.value(group.example.request)
        json.key("line")
        json.value(group.example.line)
        json.endObject()
        json.endObject()
    }
}
