import BylawJSON

/// Makes the rows of a ledger and checks them, each by itself.
///
/// A row's MAC covers what is open as it is, and what is personal by a salted digest: so it can be erased, the salt with
/// it, and the chain still holds.
struct LedgerChain: Sendable {
    let key: LedgerKey

    /// How heads name the key.
    var keyName: String { "\(key.id):\(key.fingerprint)" }

    /// The next row. `place` is its number among its subject's.
    func row(_ event: LedgerEvent, after head: LedgerHead, place: Int64) -> LedgerRow {
        let texts = EventTexts(event)
        let (personal, by) = (LedgerRow.Seal(of: texts.personal), LedgerRow.Seal(of: event.by))
        var row = LedgerRow(
            number: head.number + 1, place: place, subject: event.subject, id: event.id,
            charge: event.chargeKey?.digest, topic: event.topic, open: texts.open,
            personal: texts.personal, by: event.by, personalSeal: personal, bySeal: by, previous: head.mac, mac: "")
        row.mac = mac(of: row)
        return row
    }

    /// The head once a row was added.
    func head(_ head: LedgerHead, after row: LedgerRow) -> LedgerHead {
        LedgerHead(number: row.number, mac: row.mac, key: keyName, forgotten: head.forgotten)
    }

    /// The MAC that a row must have.
    func mac(of row: LedgerRow) -> String {
        key.mac([
            "entry", String(row.number), String(row.place), row.open, row.personalSeal.digest, row.bySeal.digest,
            row.previous,
        ])
    }

    /// A row's event, or ``LedgerError/damagedEntry(number:reason:)`` where anything in the row cannot be right.
    func event(_ row: LedgerRow) throws(LedgerError) -> LedgerEvent {
        func damaged(_ reason: String) -> LedgerError { .damagedEntry(number: row.number, reason: reason) }
        guard mac(of: row) == row.mac else { throw damaged("its digest does not fit") }
        guard row.personalSeal.fits(row.personal), row.bySeal.fits(row.by) else {
            throw damaged("what is sealed was changed")
        }
        let event: LedgerEvent
        do {
            event = try EventTexts(open: row.open, personal: row.personal).event(by: row.by)
        } catch {
            throw damaged("it cannot be read")
        }
        guard ExactText(event.subject) == ExactText(row.subject), ExactText(event.id) == ExactText(row.id),
            event.chargeKey?.digest == row.charge,
            event.topic.map(ExactText.init) == row.topic.map(ExactText.init)
        else { throw damaged("it is filed wrongly") }
        return event
    }
}

/// An event as the two texts that a row keeps.
struct EventTexts {
    let open: String
    let personal: String

    init(open: String, personal: String) {
        self.open = open
        self.personal = personal
    }

    init(_ event: LedgerEvent) {
        let fields = event.fields
        open = Self.text(fields.filter { !$0.isPersonal })
        personal = Self.text(fields.filter(\.isPersonal))
    }

    private static func text(_ fields: [LedgerEvent.Field]) -> String {
        var writer = JSONWriter()
        writer.value(AttributeValue.object(fields.map { Attribute($0.name, $0.value) }))
        return writer.text
    }

    func event(by: String) throws -> LedgerEvent {
        guard case .object(let open) = try AttributeValue(JSONValue.parse(open)),
            case .object(let personal) = try AttributeValue(JSONValue.parse(personal))
        else { throw LedgerError.unreadable(event: nil, reason: "it is no object") }
        return try LedgerEvent(.object(open + personal), by: by)
    }
}

extension JSONWriter {
    /// Writes a value with all that is in it.
    package mutating func value(_ value: AttributeValue) {
        switch value {
        case .null: null()
        case .bool(let bool): self.value(bool)
        case .int(let int): self.value(int)
        case .double(let double): self.value(double)
        case .string(let text): self.value(text)
        case .list(let items):
            beginArray()
            for item in items { self.value(item) }
            endArray()
        case .object(let attributes):
            beginObject()
            for attribute in attributes {
                key(attribute.name)
                self.value(attribute.value)
            }
            endObject()
        }
    }
}
