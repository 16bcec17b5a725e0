package import BylawJSON

extension Decision {
    /// The decision as compact JSON, its keys always in the same order and empty ones present.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Writes the decision as one JSON object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("bylaw", 1)
            json.member("request", request)
            json.member("incident", incident)
            json.member("time", time.description)
            json.member("stage", stage.rawValue)
            json.member("outcome", outcome.rawValue)
            json.member("reason", reason.rawValue)
            json.list("rules", rules, Self.write)
            json.member("remedy", remedy?.rawValue)
            json.list("waits", waits) { json, wait in
                json.member("rule", wait.rule)
                json.member("fact", wait.fact)
                json.member("from", wait.from)
                json.member("askBy", wait.askBy)
                json.member("via", wait.via)
                json.member("due", wait.due?.description)
                json.member("late", wait.late)
            }
            json.list("cases", cases) { json, item in
                json.member("id", item.id)
                json.member("rule", item.rule)
                json.member("tier", item.tier)
                json.member("due", item.due?.description)
                json.member("inputs", item.inputs)
                json.strings("excluded", item.excluded)
            }
            json.list("duties", duties) { json, duty in
                json.member("id", duty.id)
                json.member("duty", duty.duty)
                json.member("to", duty.to)
                json.member("rule", duty.rule)
                json.member("due", duty.due?.description)
            }
            json.list("notices", notices) { json, notice in
                json.member("to", notice.to)
                json.member("about", notice.about)
                json.texts("text", notice.text)
            }
            writeTexts(&json)
            writeCharges(&json)
            json.list("errors", errors) { json, fault in
                json.member("policy", fault.policy)
                json.member("rule", fault.rule)
                json.member("error", fault.error)
                json.member("at", fault.at)
            }
            json.list("shadow", shadow) { json, shadow in
                json.member("policy", shadow.policy)
                json.member("version", shadow.version.description)
                json.member("outcome", shadow.outcome.rawValue)
                json.list("rules", shadow.rules, Self.write)
            }
            json.member("standing", standing.rawValue)
            json.list("policies", policies) { json, policy in
                json.member("policy", policy.policy)
                json.member("version", policy.version.description)
                json.member("digest", policy.digest)
            }
            json.key("inputs")
            json.object { json in
                json.member("policies", inputs.policies)
                json.digests("lexicons", inputs.lexicons)
                json.digests("keys", inputs.keys)
                json.member("tzdata", inputs.tzdata)
                json.strings("stopped", inputs.stopped)
            }
        }
    }

    private static func write(_ json: inout JSONWriter, _ rule: RuleResult) {
        json.member("policy", rule.policy)
        json.member("rule", rule.rule)
        json.member("result", rule.result.rawValue)
        json.member("effect", rule.effect.rawValue)
        json.texts("says", rule.says)
        json.texts("mend", rule.mend)
        json.member("at", rule.at)
    }

    private func writeTexts(_ json: inout JSONWriter) {
        json.key("texts")
        json.object { json in
            for field in texts {
                json.key(field.path)
                json.object { json in
                    json.member("masked", field.masked)
                    json.list("spans", field.spans) { json, span in
                        json.member("mask", span.mask)
                        json.range("utf8", span.utf8)
                        json.range("utf16", span.utf16)
                        json.range("scalars", span.scalars)
                    }
                }
            }
        }
        json.key("labels")
        json.object { json in
            for label in labels {
                json.key(label.name)
                json.object { json in
                    json.member("value", label.value)
                    json.member("declared", label.declared)
                    json.member("inferred", label.inferred)
                    json.member("conflict", label.conflict)
                }
            }
        }
        json.list("checklists", checklists) { json, list in
            json.member("rule", list.rule)
            json.member("passed", list.passed)
            json.member("of", list.of)
            json.strings("failed", list.failed)
        }
    }

    private func writeCharges(_ json: inout JSONWriter) {
        json.list("strikes", strikes, Self.write)
        json.list("merits", merits, Self.write)
        json.list("sanctions", sanctions) { json, sanction in
            json.member("policy", sanction.policy)
            json.member("tally", sanction.tally)
            json.member("subject", sanction.subject)
            json.member("at", sanction.at)
            json.member("sanction", sanction.sanction.rawValue)
            json.member("role", sanction.role)
            json.strings("from", sanction.from)
            json.member("until", sanction.until?.description)
            json.member("state", sanction.state.rawValue)
        }
        json.list("grants", grants) { json, grant in
            json.member("policy", grant.policy)
            json.member("tally", grant.tally)
            json.member("subject", grant.subject)
            json.member("at", grant.at)
            json.member("role", grant.role)
            json.member("title", grant.title)
            json.member("state", grant.state.rawValue)
        }
    }

    private static func write(_ json: inout JSONWriter, _ points: Points) {
        json.member("policy", points.policy)
        json.member("tally", points.tally)
        json.member("subject", points.subject)
        json.member("points", points.points)
        json.member("rule", points.rule)
        json.member("state", points.state.rawValue)
        // Most acts are not, and say nothing of it.
        if points.isSevere { json.member("severe", true) }
    }
}

extension JSONWriter {
    /// A number of points, or a word.
    mutating func member(_ name: String, _ threshold: Threshold) {
        key(name)
        if let points = threshold.points { value(points) } else { value(threshold.description) }
    }

    fileprivate mutating func range(_ name: String, _ range: Range<Int>) {
        key(name)
        beginArray()
        value(range.lowerBound)
        value(range.upperBound)
        endArray()
    }

    fileprivate mutating func texts(_ name: String, _ texts: [Decision.LocalizedText]) {
        key(name)
        object { json in
            for text in texts { json.member(text.language, text.text) }
        }
    }

    fileprivate mutating func digests(_ name: String, _ digests: [Decision.NamedDigest]) {
        key(name)
        object { json in
            for entry in digests { json.member(entry.name, entry.digest) }
        }
    }
}
