/// Which events are the same, and which comes first.
extension LedgerEvent {
    /// What may be charged once only; nil for an event that gives no points.
    public var chargeKey: ChargeKey? { charge.map { ChargeKey($0, subject: subject) } }

    /// The incident that it is a strike for.
    var struckIncident: String? {
        if case .strike(let charge) = kind { charge.incident } else { nil }
    }

    /// The one order in which events count, in whatever order they arrive: by `occurred`, `recorded`, then the id's
    /// UTF-8.
    package static func precedes(_ a: LedgerEvent, _ b: LedgerEvent) -> Bool {
        if a.occurred != b.occurred { return a.occurred < b.occurred }
        if a.recorded != b.recorded { return a.recorded < b.recorded }
        return ExactText(a.id) < ExactText(b.id)
    }

    /// Whether the two cannot both be recorded: they have the same charge key or the same id.
    func standsFor(_ other: LedgerEvent) -> Bool {
        ExactText(id) == ExactText(other.id) || (chargeKey != nil && chargeKey == other.chargeKey)
    }

    /// What it is found by beside its member: a strike by its incident; what people must look after by ``Topic``.
    var topic: String? {
        switch kind {
        case .strike(let charge): charge.incident
        case .caseOpened: Topic.cases.rawValue
        case .dutyOpened: Topic.duties.rawValue
        case .roleGranted, .roleRevoked: Topic.roles.rawValue
        case .modeSwitched: Topic.modes.rawValue
        default: nil
        }
    }

    /// Events that are looked for without knowing whose they are. No incident is called so.
    enum Topic: String {
        case cases = "\u{1}cases"
        case duties = "\u{1}duties"
        case roles = "\u{1}roles"
        case modes = "\u{1}modes"
    }

    /// Throws where an event that stands for this one is not the same: points must be the same charge, whenever they
    /// were recorded and by whom; anything else must be equal.
    func checkRepeats(_ recorded: LedgerEvent) throws(LedgerError) {
        if let key = chargeKey, key == recorded.chargeKey {
            guard kind.digest == recorded.kind.digest else { throw .conflict(key) }
            return
        }
        guard isSame(as: recorded) else { throw .idInUse(id) }
    }

    /// Whether the other has the same id and the same content.
    func isSame(as other: LedgerEvent) -> Bool {
        ExactText(id) == ExactText(other.id) && digest == other.digest
    }

    private var digest: String { Self.digest(subject, kind, occurred, recorded, by) }

    /// The digest of an event's content: its id where nobody gives it one.
    static func digest(
        _ subject: String, _ kind: Kind, _ occurred: Timestamp, _ recorded: Timestamp, _ by: String
    ) -> String {
        var digest = Digest()
        digest.add(subject)
        kind.add(to: &digest)
        for time in [occurred, recorded] { digest.add("\(time.seconds).\(time.nanoseconds)") }
        digest.add(by)
        return digest.text()
    }
}

extension LedgerEvent.Kind {
    /// The digest of what happened, without when and to whom.
    fileprivate var digest: String {
        var digest = Digest()
        add(to: &digest)
        return digest.text()
    }

    fileprivate func add(to digest: inout Digest) {
        digest.add(name)
        var fields = EventFields()
        write(to: &fields)
        for field in fields.list {
            digest.add(field.name)
            field.value.add(to: &digest)
        }
    }
}
