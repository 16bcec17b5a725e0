import Bylaw
package import BylawJSON

extension DecisionAccount {
    /// Writes the members of the account's JSON object.
    package func write(to json: inout JSONWriter) {
        json.key("decision")
        decision.write(to: &json)
        json.list("policies", policies) { json, policy in
            json.member("policy", policy.policy)
            json.member("version", policy.version.description)
            json.member("shadow", policy.isShadow)
            json.list("rules", policy.rules, Self.write)
            json.list("names", policy.names, Self.write)
        }
        json.list("alternatives", alternatives) { json, alternative in
            json.member("outcome", alternative.outcome.rawValue)
            json.list("changes", alternative.changes, Self.write)
        }
    }

    private static func write(_ json: inout JSONWriter, _ rule: RuleAccount) {
        json.member("rule", rule.rule)
        json.member("state", rule.state.word)
        json.member("effect", rule.effect.rawValue)
        json.member("at", rule.at)
        json.member("quote", rule.quote?.text)
        json.key("near")
        if case .near(let change) = rule.state { json.object { write(&$0, change) } } else { json.null() }
        write(&json, rule.condition, as: rule.isRequirement ? "require" : "when")
        write(&json, rule.exemption, as: "unless")
    }

    private static func write(_ json: inout JSONWriter, _ condition: ConditionAccount?, as name: String) {
        json.key(name)
        if let condition { json.object { write(&$0, condition) } } else { json.null() }
    }

    private static func write(_ json: inout JSONWriter, _ condition: ConditionAccount) {
        json.member("name", condition.name)
        json.member("text", condition.text)
        json.member("holds", condition.holds)
        json.member("error", condition.error)
        json.list("parts", condition.parts) { json, part in
            json.member("text", part.text)
            json.member("value", part.value)
        }
        json.list("items", condition.items, write)
    }

    private static func write(_ json: inout JSONWriter, _ change: RequestChange) {
        json.member("what", change.what)
        json.member("before", change.before)
        json.member("after", change.after)
    }
}

extension DecisionAccount.RuleAccount.State {
    fileprivate var word: String {
        switch self {
        case .matched: "matched"
        case .errored: "errored"
        case .near: "near"
        case .silent: "silent"
        case .otherAction: "other-action"
        }
    }
}
