import BylawJSON

extension TallyTerms {
    static func canonicalBytes(
        _ policy: String, _ tally: String, _ window: Window, _ perIncident: PerIncident, _ ladder: [Rung]
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("bylaw")
        writer.value(1)
        writer.key("policy")
        writer.value(policy)
        writer.key("tally")
        writer.value(tally)
        writer.key("within")
        write(window, to: &writer)
        writer.key("per-incident")
        writer.value(perIncident.rawValue)
        writer.key("ladder")
        writer.beginArray()
        for rung in ladder { write(rung, to: &writer) }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    private static func write(_ window: Window, to writer: inout JSONWriter) {
        switch window {
        case .forever: writer.value("forever")
        case .rolling(let duration): writer.value(duration.policyText)
        case .calendar(let unit, let zone, let weekStarts):
            writer.beginObject()
            writer.key("calendar")
            writer.value(unit.rawValue)
            writer.key("zone")
            writer.value(zone)
            if unit == .week {
                writer.key("week-starts")
                writer.value(weekStarts.rawValue)
            }
            writer.endObject()
        }
    }

    private static func write(_ rung: Rung, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("at")
        writer.value(rung.at)
        writer.key("sanction")
        writer.value(rung.sanction.rawValue)
        if !rung.actions.isEmpty {
            writer.key("from")
            writer.beginArray()
            // In which order a policy names them makes no difference.
            for action in Set(rung.actions.map(ExactText.init)).sorted() { writer.value(action.text) }
            writer.endArray()
        }
        if let duration = rung.duration {
            writer.key("for")
            writer.value(duration.policyText)
        }
        for (key, text) in [("role", rung.role), ("title", rung.title)] {
            guard let text else { continue }
            writer.key(key)
            writer.value(text)
        }
        writer.endObject()
    }
}
