package import BylawJSON

/// What the ledger tells, as JSON with its keys in a fixed order.
extension LedgerEvent {
    /// Writes the event as one object.
    package func write(to json: inout JSONWriter) {
        json.value(AttributeValue.object(fields.map { Attribute($0.name, $0.value) } + [Attribute("by", .string(by))]))
    }
}

extension Standing {
    /// Writes the standing as one object.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("subject")
        json.value(subject)
        json.list("tallies", tallies) { json, tally in
            json.member("policy", tally.policy)
            json.member("tally", tally.tally)
            json.key("points")
            json.value(tally.points)
            json.key("warnings")
            json.value(tally.warnings)
        }
        json.strings("roles", roles)
        json.strings("revoked", revoked)
        json.list("suspensions", suspensions) { json, suspension in
            json.member("policy", suspension.policy)
            json.strings("from", suspension.actions)
            json.member("begins", suspension.from.description)
            json.member("until", suspension.until?.description)
        }
        json.strings("titles", titles)
        json.list("sanctions", sanctions) { json, sanction in
            sanction.members(to: &json)
        }
        json.list("restores", restores) { json, sanction in
            json.member("policy", sanction.policy)
            json.member("tally", sanction.tally)
            json.member("event", sanction.event)
            json.member("at", sanction.at)
            json.member("sanction", sanction.sanction.rawValue)
            json.strings("from", sanction.actions)
            json.member("role", sanction.role)
        }
        json.endObject()
    }
}

extension Standing.Sanction {
    fileprivate func members(to json: inout JSONWriter) {
        json.member("policy", policy)
        json.member("tally", tally)
        json.member("event", event)
        json.member("at", rung.at)
        json.member("sanction", rung.sanction.rawValue)
        json.strings("from", rung.actions)
        json.member("role", rung.role)
        json.member("title", rung.title)
        json.member("begins", from.description)
        json.member("until", until?.description)
        json.key("carriedOut")
        json.value(isCarriedOut)
    }
}

extension Recording {
    /// Writes the members of an object.
    package func writeMembers(to json: inout JSONWriter) {
        json.key("events")
        json.beginArray()
        for event in events { event.write(to: &json) }
        json.endArray()
        for (key, list) in [("sanctions", sanctions), ("ended", ended)] {
            json.list(key, list) { json, item in
                json.member("subject", item.subject)
                item.sanction.members(to: &json)
            }
        }
        json.list("duties", duties) { json, duty in
            json.member("id", duty.id)
            json.member("duty", duty.duty)
            json.member("to", duty.to)
            json.member("rule", duty.rule)
        }
    }
}

extension LedgerVerification {
    /// Writes the members of an object.
    package func writeMembers(to json: inout JSONWriter) {
        json.key("entries")
        json.value(entries)
        json.key("head")
        head.write(to: &json)
        json.list("problems", problems) { json, problem in
            json.key("entry")
            if let number = problem.number { json.value(number) } else { json.null() }
            json.member("problem", problem.reason)
        }
    }
}
