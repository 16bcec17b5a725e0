import BylawJSON

extension TallyTerms {
    static func canonicalBytes(
        _ policy: String, _ tally: String, _ window: Window, _ perIncident: PerIncident, _ ladder: [Rung],
        _ extras: Extras
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
        write(extras, to: &writer)
        writer.endObject()
        return writer.bytes
    }

    /// What most tallies lack, and what is left out where it is lacking: so their digests stay what they were before
    /// there were such terms.
    struct Extras {
        var severe: Rung?
        var warnings: Warnings?
        var training: Training?
        var appeal: Appeal?
        var per: String?
    }

    private static func write(_ extras: Extras, to writer: inout JSONWriter) {
        if let severe = extras.severe {
            writer.key("severe")
            write(severe, to: &writer)
        }
        if let warnings = extras.warnings {
            writer.key("warnings")
            writer.beginObject()
            writer.key("first")
            writer.value(warnings.first)
            writer.key("within")
            write(warnings.window, to: &writer)
            writer.endObject()
        }
        if let training = extras.training {
            writer.key("training")
            writer.beginObject()
            writer.key("lifts")
            writer.value(training.lifts.rawValue)
            writer.key("after")
            writer.value(training.after.policyText)
            if let atMost = training.atMost {
                writer.key("at-most")
                writer.value(atMost)
            }
            writer.key("within")
            write(training.window, to: &writer)
            writer.endObject()
        }
        if let appeal = extras.appeal {
            writer.key("appeal")
            writer.beginObject()
            if let within = appeal.within {
                writer.key("within")
                writer.value(within.policyText)
            }
            if let atMost = appeal.atMost {
                writer.key("at-most")
                writer.value(atMost)
            }
            writer.endObject()
        }
        if let per = extras.per {
            writer.key("per")
            writer.value(per)
        }
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
        if let points = rung.at.points { writer.value(points) } else { writer.value(rung.at.description) }
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
