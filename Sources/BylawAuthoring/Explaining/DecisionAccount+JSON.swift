import Bylaw
package import BylawJSON

extension DecisionAccount {
    /// Writes the members of the account's JSON object.
    package func write(to json: inout JSONWriter) {
        json.key("decision")
        decision.write(to: &json)
        json.key("policies")
        json.beginArray()
        for policy in policies { Self.write(policy, to: &json) }
        json.endArray()
        json.key("alternatives")
        json.beginArray()
        for alternative in alternatives {
            json.beginObject()
            json.key("outcome")
            json.value(alternative.outcome.rawValue)
            json.key("changes")
            json.beginArray()
            for change in alternative.changes { Self.write(change, to: &json) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private static func write(_ policy: PolicyAccount, to json: inout JSONWriter) {
        json.beginObject()
        json.key("policy")
        json.value(policy.policy)
        json.key("version")
        json.value(policy.version.description)
        json.key("shadow")
        json.value(policy.isShadow)
        json.key("rules")
        json.beginArray()
        for rule in policy.rules { write(rule, to: &json) }
        json.endArray()
        json.key("names")
        json.beginArray()
        for name in policy.names { write(name, to: &json) }
        json.endArray()
        json.endObject()
    }

    private static func write(_ rule: RuleAccount, to json: inout JSONWriter) {
        json.beginObject()
        json.key("rule")
        json.value(rule.rule)
        json.key("state")
        var near: RequestChange?
        switch rule.state {
        case .matched: json.value("matched")
        case .errored: json.value("errored")
        case .near(let change):
            json.value("near")
            near = change
        case .silent: json.value("silent")
        case .otherAction: json.value("other-action")
        }
        json.key("effect")
        json.value(rule.effect.rawValue)
        json.key("at")
        json.value(rule.at)
        json.key("quote")
        json.value(orNull: rule.quote?.text)
        json.key("near")
        if let near { write(near, to: &json) } else { json.null() }
        json.key(rule.isRequirement ? "require" : "when")
        if let condition = rule.condition { write(condition, to: &json) } else { json.null() }
        json.key("unless")
        if let exemption = rule.exemption { write(exemption, to: &json) } else { json.null() }
        json.endObject()
    }

    private static func write(_ condition: ConditionAccount, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        json.value(orNull: condition.name)
        json.key("text")
        json.value(condition.text)
        json.key("holds")
        if let holds = condition.holds { json.value(holds) } else { json.null() }
        json.key("error")
        json.value(orNull: condition.error)
        json.key("parts")
        json.beginArray()
        for part in condition.parts {
            json.beginObject()
            json.key("text")
            json.value(part.text)
            json.key("value")
            json.value(part.value)
            json.endObject()
        }
        json.endArray()
        json.key("items")
        json.beginArray()
        for item in condition.items { write(item, to: &json) }
        json.endArray()
        json.endObject()
    }

    private static func write(_ change: RequestChange, to json: inout JSONWriter) {
        json.beginObject()
        json.key("what")
        json.value(change.what)
        json.key("before")
        json.value(orNull: change.before)
        json.key("after")
        json.value(orNull: change.after)
        json.endObject()
    }
}
