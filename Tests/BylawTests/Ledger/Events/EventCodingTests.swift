import Testing

@testable import Bylaw

@Suite("An event as named values")
struct EventCodingTests {
    /// All fields of an event by their names.
    private func fields(_ event: LedgerEvent) -> AttributeValue {
        .object(event.fields.map { Attribute($0.name, $0.value) })
    }

    @Test("reads back as it was, whatever its kind", arguments: 0..<RandomEvents.kindCount)
    func roundTrip(kind: Int) throws {
        var events = RandomEvents(seed: UInt64(kind))
        for _ in 0..<100 {
            let event = events.event(kind)
            let texts = EventTexts(event)
            let read = try EventTexts(open: texts.open, personal: texts.personal).event(by: event.by)
            #expect(read == event)
            // Strings of other bytes can be equal.
            let again = EventTexts(read)
            #expect(Array(again.open.utf8) == Array(texts.open.utf8))
            #expect(Array(again.personal.utf8) == Array(texts.personal.utf8))
            #expect(Set(event.fields.map(\.name)).count == event.fields.count)
        }
    }

    @Test("covers every kind that there is")
    func allKinds() {
        var events = RandomEvents(seed: 1)
        let names = Set((0..<RandomEvents.kindCount).map { events.event($0).kind.name })
        // A switch without a default below: a new kind is not forgotten here.
        #expect(names.count == 25)
    }

    @Test("is an error where a field is missing that is needed, and another event where one is that is not")
    func missing() throws {
        for kind in 0..<RandomEvents.kindCount {
            var events = RandomEvents(seed: UInt64(kind))
            for _ in 0..<10 {
                let event = events.event(kind)
                for field in event.fields {
                    let rest = event.fields.filter { $0.name != field.name }
                    let read = Result {
                        try LedgerEvent(.object(rest.map { Attribute($0.name, $0.value) }), by: event.by)
                    }
                    switch read {
                    case .success(let read): #expect(read != event, "\(event.kind.name) without `\(field.name)`")
                    case .failure(let error): checkMissing(field.name, of: event, error)
                    }
                }
            }
        }
    }

    private func checkMissing(_ field: String, of event: LedgerEvent, _ error: any Error) {
        guard case .unreadable(let id, let reason)? = error as? LedgerError else {
            Issue.record(error)
            return
        }
        #expect(id == (field == "id" ? nil : event.id))
        // Of a reversal nobody can tell which of two it should have.
        let named = event.kind.name == "reversal" && field == "of" ? "incident" : field
        #expect(reason.hasPrefix("`\(named)` must be "), "\(event.kind.name) without `\(field)`: \(reason)")
    }

    @Test("is an error where any field has a value of another type: nothing is taken for absent")
    func mistyped() throws {
        for kind in 0..<RandomEvents.kindCount {
            var events = RandomEvents(seed: UInt64(kind))
            for _ in 0..<10 {
                let event = events.event(kind)
                for field in event.fields {
                    let wrong: AttributeValue = if case .bool = field.value { 5 } else { true }
                    let changed = event.fields.map {
                        Attribute($0.name, $0.name == field.name ? wrong : $0.value)
                    }
                    let error = #expect(throws: LedgerError.self, "\(event.kind.name) with another `\(field.name)`") {
                        try LedgerEvent(.object(changed), by: event.by)
                    }
                    guard case .unreadable(let id, let reason)? = error else { continue }
                    #expect(id == (field.name == "id" ? nil : event.id))
                    #expect(reason.contains("`\(field.name)`"), "\(event.kind.name), `\(field.name)`: \(reason)")
                }
            }
        }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        let field: String
        let value: AttributeValue
        let reason: String
        var testDescription: String { "\(field): \(value)" }

        init(_ field: String, _ value: AttributeValue, _ reason: String) {
            (self.field, self.value, self.reason) = (field, value, reason)
        }
    }

    @Test(
        "is an error where a word is unknown, and says so",
        arguments: [
            Wrong("event", "strik", "there is no event `strik`"),
            Wrong("occurred", "yesterday", "`occurred` must be a point in time"),
            Wrong("recorded", "2024-13-01T00:00:00Z", "`recorded` must be a point in time"),
            Wrong("version", "1.2", "`version` must be a version"),
            Wrong("sanction", "banish", "`sanction` must be a known word"),
            Wrong("for", "14 days", "`for` must be a duration"),
            Wrong("from", ["share", 1], "`from` must be a list of strings"),
            Wrong("evidence", ["salt": "00"], "`digest` must be a string"),
        ])
    func unknown(wrong: Wrong) throws {
        let event = LedgerEvent(
            id: "e", subject: "u_7",
            kind: .sanction(
                .init(
                    tally: .init(policy: "p", version: .oneTwo, tally: "t", terms: "d"), sanction: .suspend,
                    actions: ["share"], duration: .days(3))), occurred: day(1), by: "o", evidence: Evidence(of: [1]))
        let changed = event.fields.map { Attribute($0.name, $0.name == wrong.field ? wrong.value : $0.value) }
        #expect(throws: LedgerError.unreadable(event: "e", reason: wrong.reason)) {
            try LedgerEvent(.object(changed), by: "o")
        }
        #expect(
            LedgerError.unreadable(event: "e", reason: wrong.reason).description
                == "event `e` cannot be read: \(wrong.reason)")
    }

    @Test("has the digest of all that it says as its id, where nobody gives it one")
    func ids() {
        var ids: [String: LedgerEvent] = [:]
        for kind in 0..<RandomEvents.kindCount {
            var events = RandomEvents(seed: UInt64(kind))
            for _ in 0..<50 {
                let event = events.event(kind)
                let own = LedgerEvent(
                    subject: event.subject, kind: event.kind, occurred: event.occurred, recorded: event.recorded,
                    by: event.by)
                let texts = EventTexts(own)
                let known = ids.updateValue(own, forKey: own.id)
                if let known {
                    #expect(Array(EventTexts(known).open.utf8) == Array(texts.open.utf8))
                    #expect(Array(EventTexts(known).personal.utf8) == Array(texts.personal.utf8))
                }
            }
        }
        #expect(ids.count > 1_000)
    }
}
