package import BylawJSON

extension CaseRecord {
    /// Writes the case as one object, its keys always in the same order.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        for (key, text) in [
            ("case", opening.caseID), ("incident", opening.incident), ("policy", opening.policy),
            ("version", opening.version.description), ("rule", opening.rule), ("actor", opening.parties.actor),
        ] {
            json.key(key)
            json.value(text)
        }
        json.key("parties")
        json.beginArray()
        for party in opening.parties.all { json.value(party) }
        json.endArray()
        json.key("state")
        json.value(state.word)
        json.member("due", isOpen ? stage.due?.description : nil)
        json.key("stages")
        json.beginArray()
        for stage in stages { stage.write(to: &json) }
        json.endArray()
        json.key("ruling")
        if case .ruled(let ruling, let event) = state {
            json.beginObject()
            for (key, text) in [
                ("case", ruling.caseID), ("rule", ruling.rule), ("verdict", ruling.verdict.rawValue),
                ("inputs", ruling.inputs), ("event", event),
            ] {
                json.key(key)
                json.value(text)
            }
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
    }
}

extension CaseRecord.Stage {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("tier")
        json.value(tier)
        json.key("opened")
        json.value(opened.description)
        json.member("due", due?.description)
        json.key("votes")
        json.beginArray()
        for vote in votes {
            json.beginObject()
            for (key, text) in [("by", vote.reviewer), ("role", vote.role), ("choice", vote.choice.rawValue)] {
                json.key(key)
                json.value(text)
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}

extension CaseRecord.State {
    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .ruled: "ruled"
        case .closed(let cause): cause.rawValue
        }
    }
}

extension Overdue {
    /// Writes the members of an object.
    package func writeMembers(to json: inout JSONWriter) {
        json.key("cases")
        json.beginArray()
        for record in cases { record.write(to: &json) }
        json.endArray()
        json.key("owed")
        json.beginArray()
        for owed in duties {
            json.beginObject()
            for (key, text) in [
                ("id", owed.duty.dutyID), ("duty", owed.duty.duty), ("of", owed.subject), ("rule", owed.duty.rule),
                ("incident", owed.duty.incident),
            ] {
                json.key(key)
                json.value(text)
            }
            json.member("to", owed.duty.to)
            json.member("due", owed.duty.due?.description)
            json.endObject()
        }
        json.endArray()
    }
}

extension [Reviewer] {
    /// Reads a list of objects with `id`, `roles` and, where there are any, `related`; nil for anything else.
    package init?(json: [UInt8]) {
        guard let items = (try? JSONValue.parse(json))?.elements else { return nil }
        var reviewers: [Reviewer] = []
        for item in items {
            guard let id = item["id"]?.string, !id.isEmpty, let roles = item["roles"]?.elements else { return nil }
            let related = item["related"]?.elements ?? []
            guard roles.allSatisfy({ $0.string != nil }), related.allSatisfy({ $0.string != nil }) else { return nil }
            reviewers.append(
                Reviewer(id: id, roles: roles.compactMap(\.string), related: related.compactMap(\.string)))
        }
        self = reviewers
    }
}
