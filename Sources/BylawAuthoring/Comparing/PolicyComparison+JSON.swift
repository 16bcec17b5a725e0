import Bylaw
package import BylawJSON

extension PolicyComparison {
    /// Writes the members of the comparison's JSON object.
    package func write(to json: inout JSONWriter) {
        json.member("requests", requests)
        json.member("changed", changed)
        json.member("stricter", stricter)
        json.member("milder", milder)
        let outcomes = Outcome.allCases.flatMap { old in Outcome.allCases.map { (old: old, new: $0) } }
        json.list("outcomes", outcomes.filter { requests(from: $0.old, to: $0.new) > 0 }) { json, pair in
            json.member("old", pair.old.rawValue)
            json.member("new", pair.new.rawValue)
            json.member("requests", requests(from: pair.old, to: pair.new))
        }
        json.list("changes", DecisionChange.Aspect.allCases.flatMap(groups)) { json, group in
            json.member("what", group.change.aspect.rawValue)
            json.member("rule", group.change.rule)
            json.member("old", group.change.before)
            json.member("new", group.change.after)
            json.member("requests", group.count)
            json.key("example")
            json.object { json in
                json.member("request", group.example.request)
                json.member("line", group.example.line)
            }
        }
    }
}
