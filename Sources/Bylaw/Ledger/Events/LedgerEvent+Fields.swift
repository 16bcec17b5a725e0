/// An event as named values, in one fixed order: what is stored, exported and digested.
extension LedgerEvent {
    /// A named value of an event.
    struct Field {
        let name: String
        let value: AttributeValue
        /// Whether it may tell who the member is, or what the member wrote: then the chain holds a salted digest of it,
        /// and it can be erased.
        let isPersonal: Bool
    }

    /// All but ``by``, which is another person's.
    var fields: [Field] {
        var fields = EventFields()
        fields.open("event", kind.name)
        fields.personal("id", id)
        fields.personal("subject", subject)
        kind.write(to: &fields)
        fields.open("occurred", occurred)
        fields.open("recorded", recorded)
        if let evidence {
            fields.personal(
                "evidence",
                .object(
                    [Attribute("digest", .string(evidence.digest))]
                        + (evidence.salt.map { [Attribute("salt", .string($0))] } ?? [])))
        }
        return fields.list
    }
}

/// Collects an event's fields; what is absent is left out.
struct EventFields {
    private(set) var list: [LedgerEvent.Field] = []

    mutating func open(_ name: String, _ value: AttributeValue) {
        list.append(.init(name: name, value: value, isPersonal: false))
    }

    mutating func open(_ name: String, _ text: String?) {
        if let text { open(name, .string(text)) }
    }

    mutating func open(_ name: String, _ time: Timestamp?) {
        if let time { open(name, .string(time.description)) }
    }

    mutating func open(_ tally: LedgerEvent.TallyReference) {
        open("policy", tally.policy)
        open("version", tally.version.description)
        open("tally", tally.tally)
        open("terms", tally.terms)
    }

    mutating func open(_ name: String, _ threshold: Threshold) {
        switch threshold {
        case .points(let points): open(name, .int(Int64(points)))
        case .severe, .warning, .manual: open(name, threshold.description)
        }
    }

    mutating func texts(_ name: String, _ texts: [String]) {
        if !texts.isEmpty { open(name, .list(texts.map(AttributeValue.string))) }
    }

    mutating func personal(_ name: String, _ value: AttributeValue) {
        list.append(.init(name: name, value: value, isPersonal: true))
    }

    mutating func personal(_ name: String, _ text: String?) {
        if let text { personal(name, .string(text)) }
    }
}

extension LedgerEvent.Kind {
    /// Its name: `strike`, `role-granted`.
    public var name: String {
        switch self {
        case .strike: "strike"
        case .warning: "warning"
        case .merit: "merit"
        case .reversal: "reversal"
        case .expungement: "expungement"
        case .pardon: "pardon"
        case .sanction: "sanction"
        case .sanctionCarriedOut: "sanction-carried-out"
        case .sanctionUndone: "sanction-undone"
        case .roleGranted: "role-granted"
        case .roleRevoked: "role-revoked"
        case .factGiven: "fact-given"
        case .factWithdrawn: "fact-withdrawn"
        case .caseOpened: "case-opened"
        case .vote: "vote"
        case .ruling: "ruling"
        case .caseClosed: "case-closed"
        case .dutyOpened: "duty-opened"
        case .dutyClosed: "duty-closed"
        case .appealOpened: "appeal-opened"
        case .appealUpheld: "appeal-upheld"
        case .appealOverturned: "appeal-overturned"
        case .appealWithdrawn: "appeal-withdrawn"
        case .modeSwitched: "mode-switched"
        case .erasure: "erasure"
        }
    }

    func write(to fields: inout EventFields) {
        switch self {
        case .strike(let charge), .merit(let charge):
            fields.open("incident", charge.incident)
            fields.open("policy", charge.policy)
            fields.open("version", charge.version.description)
            fields.open("tally", charge.tally)
            fields.open("rule", charge.rule)
            fields.open("terms", charge.terms)
            fields.open("points", .int(Int64(charge.points)))
            if charge.isSevere { fields.open("severe", .bool(true)) }
        case .warning(let warning):
            fields.open("incident", warning.incident)
            fields.open(warning.tally)
            fields.open("rule", warning.rule)
        case .reversal(.event(let id)): fields.personal("of", id)
        case .reversal(.incident(let incident)): fields.open("incident", incident)
        case .expungement(let expungement):
            fields.open(expungement.tally)
            fields.personal("of", expungement.event)
        case .pardon(let pardon):
            fields.open("clears", pardon.clears.rawValue)
            fields.open("policy", pardon.policy)
            fields.open("tally", pardon.tally)
        case .sanction(let sanction):
            fields.open("incident", sanction.incident)
            fields.open(sanction.tally)
            fields.open("sanction", sanction.sanction.rawValue)
            fields.texts("from", sanction.actions)
            fields.open("for", sanction.duration?.policyText)
            fields.open("role", sanction.role)
        case .sanctionCarriedOut(let sanction), .sanctionUndone(let sanction):
            fields.open("policy", sanction.policy)
            fields.open("tally", sanction.tally)
            fields.personal("of", sanction.event)
            fields.open("at", sanction.at)
            fields.open("sanction", sanction.sanction.rawValue)
            fields.texts("from", sanction.actions)
            fields.open("role", sanction.role)
        case .roleGranted(let role), .roleRevoked(let role): fields.open("role", role)
        case .factGiven(let fact), .factWithdrawn(let fact):
            fields.open("fact", fact.name)
            fields.personal("keys", .object(fact.keys))
            fields.open("until", fact.until)
        case .caseOpened(let opening):
            fields.open("incident", opening.incident)
            fields.open("case", opening.caseID)
            fields.open("policy", opening.policy)
            fields.open("version", opening.version.description)
            fields.open("rule", opening.rule)
            fields.open("tier", opening.tier)
            fields.open("awaits", opening.awaits)
            fields.open("late", opening.late)
            if opening.round > 0 { fields.open("round", .int(Int64(opening.round))) }
            fields.open("stage", .int(Int64(opening.stage)))
            fields.open("terms", opening.terms)
            fields.personal("inputs", opening.inputs)
            fields.open("due", opening.due)
            fields.personal("about", opening.parties.subject)
            fields.personal("reporter", opening.parties.reporter)
            fields.personal("parties", .list(opening.parties.all.map(AttributeValue.string)))
        case .vote(let vote):
            fields.open("case", vote.caseID)
            fields.open("tier", vote.tier)
            fields.open("choice", vote.choice.rawValue)
            fields.open("role", vote.role)
        case .ruling(let verdict):
            fields.open("incident", verdict.incident)
            fields.open("case", verdict.ruling.caseID)
            fields.open("rule", verdict.ruling.rule)
            fields.open("tier", verdict.tier)
            fields.open("verdict", verdict.ruling.verdict.rawValue)
            fields.personal("inputs", verdict.ruling.inputs)
        case .caseClosed(let closing):
            fields.open("case", closing.caseID)
            fields.open("cause", closing.cause.rawValue)
        case .dutyOpened(let duty):
            fields.open("incident", duty.incident)
            fields.personal("duty-id", duty.dutyID)
            fields.open("duty", duty.duty)
            fields.personal("to", duty.to)
            fields.open("rule", duty.rule)
            fields.open("due", duty.due)
        case .dutyClosed(let id): fields.personal("duty-id", id)
        case .appealOpened(let appeal):
            fields.open("incident", appeal.incident)
            fields.personal("of", appeal.event)
            fields.open("due", appeal.due)
        case .appealUpheld(let decision), .appealOverturned(let decision), .appealWithdrawn(let decision):
            fields.personal("appeal", decision.appeal)
            fields.personal("of", decision.event)
        case .modeSwitched(let mode):
            fields.open("mode", mode.mode)
            fields.open("on", .bool(mode.isOn))
            fields.open("until", mode.until)
        case .erasure(let erasure):
            fields.open("entries", .int(Int64(erasure.entries)))
            fields.open("extent", erasure.extent)
        }
    }
}
